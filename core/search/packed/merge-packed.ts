import type { LanguageTag } from '../../text/language.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import type { PackedData, PostingList } from './packed-data.ts';
import { PackedDataWriter, writeList } from './packed-data-writer.ts';
import { lastUnitOf, listsOf } from './postings.ts';
import { compareTerms, countDictionary } from './term-dictionary.ts';

/** One of the indexes to be merged and the term it has come to. */
interface Source {
  readonly data: PackedData;
  /** Where its units begin among all units. */
  readonly base: number;
  /** The number in the merged index of each of its fields. */
  readonly fields: readonly number[];
  /** Whether its records can be taken as they are. */
  readonly isVerbatim: boolean;
  readonly order: number;
  term: number;
}

/**
 * Merges packed indexes into one, as if all their units, in this order, had been indexed at once. Postings are joined
 * without being counted anew: most bytes are only copied.
 */
export function mergePacked(indexes: readonly PackedData[]): PackedData {
  const languages = [...new Set(indexes.flatMap((data) => data.languages))];
  const sources = toSources(indexes, languages);
  const writer = new PackedDataWriter();
  const heap = new SourceHeap(sources.filter(({ data }) => countDictionary(data.dictionary) > 0));
  const record = new ByteWriter();
  const holders: Source[] = [];
  for (let first = heap.first(); first !== undefined; first = heap.first()) {
    const { data, term } = first;
    holders.length = 0;
    let next: Source | undefined = first;
    do {
      holders.push(next);
      next.term += 1;
      heap.settleFirst();
      next = heap.first();
    } while (
      next !== undefined &&
      compareTerms(next.data.dictionary, next.term, data.dictionary, term) === 0
    );
    const { codeUnits, starts } = data.dictionary;
    const text = codeUnits.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
    writer.add(text, mergeRecords(holders, languages, record));
  }
  return writer.finish({
    languages,
    unitCount: indexes.reduce((sum, { unitCount }) => sum + unitCount, 0),
    fieldLengths: languages.map((language) => joinLengths(indexes, language)),
  });
}

function toSources(indexes: readonly PackedData[], languages: readonly LanguageTag[]): readonly Source[] {
  let base = 0;
  return indexes.map((data, order) => {
    const fields = data.languages.map((language) => languages.indexOf(language));
    const isVerbatim = base === 0 && fields.every((field, index) => field === index);
    const source: Source = { data, base, fields, isVerbatim, order, term: 0 };
    base += data.unitCount;
    return source;
  });
}

function joinLengths(indexes: readonly PackedData[], language: LanguageTag): Uint32Array {
  const joined = new Uint32Array(indexes.reduce((sum, { unitCount }) => sum + unitCount, 0));
  let base = 0;
  for (const { languages, fieldLengths, unitCount } of indexes) {
    const lengths = fieldLengths[languages.indexOf(language)];
    if (lengths !== undefined) joined.set(lengths, base);
    base += unitCount;
  }
  return joined;
}

/** The record of the term that each of `holders` has just left behind. */
function mergeRecords(
  holders: readonly Source[],
  languages: readonly LanguageTag[],
  record: ByteWriter,
): Uint8Array {
  const [only] = holders;
  if (holders.length === 1 && only !== undefined && only.isVerbatim) {
    const { records, recordStarts } = only.data;
    return records.subarray(recordStarts[only.term - 1] ?? 0, recordStarts[only.term] ?? 0);
  }
  const joined: (JoinedList | undefined)[] = [];
  for (const source of holders) {
    for (const list of listsOf(source.data, source.term - 1)) {
      const field = source.fields[list.field] ?? 0;
      (joined[field] ??= new JoinedList()).append(source, list);
    }
  }
  record.clear();
  languages.forEach((_language, field) => {
    const list = joined[field];
    if (list !== undefined) writeList(record, field, list.unitCount, list.bytes.view());
  });
  return record.view();
}

/** Lists of one term in one field, joined one after another. */
class JoinedList {
  readonly bytes = new ByteWriter(1 << 6);
  unitCount = 0;
  #end: { readonly source: Source; readonly list: PostingList } | undefined;

  append(source: Source, list: PostingList): void {
    const { records } = source.data;
    const reader = new ByteReader(records, list.start);
    // Only the first posting depends on what stands before: it tells the distance to the unit before (and a flag).
    const first = reader.readVarint();
    this.bytes.writeVarint((source.base - this.#lastUnit()) * 2 + first);
    this.bytes.writeBytes(records.subarray(reader.offset, list.end));
    this.unitCount += list.unitCount;
    this.#end = { source, list };
  }

  #lastUnit(): number {
    if (this.#end === undefined) return 0;
    const { source, list } = this.#end;
    return source.base + lastUnitOf(source.data.records, list);
  }
}

/** The sources by the terms they have come to; among equal terms the earlier source is first. A binary heap. */
class SourceHeap {
  readonly #sources: Source[];

  constructor(sources: readonly Source[]) {
    this.#sources = [...sources];
    for (let place = this.#sources.length >>> 1; place >= 0; place -= 1) this.#sink(place);
  }

  first(): Source | undefined {
    return this.#sources[0];
  }

  /** Puts the first source, whose term has moved on, where it belongs now; away with it when it has no more terms. */
  settleFirst(): void {
    const [first] = this.#sources;
    if (first !== undefined && first.term >= countDictionary(first.data.dictionary)) {
      const last = this.#sources.pop();
      if (last !== undefined && last !== first) this.#sources[0] = last;
    }
    this.#sink(0);
  }

  #sink(from: number): void {
    let place = from;
    for (;;) {
      const left = place * 2 + 1;
      let least = place;
      if (this.#isBefore(left, least)) least = left;
      if (this.#isBefore(left + 1, least)) least = left + 1;
      if (least === place) return;
      const [a, b] = [this.#sources[place], this.#sources[least]];
      if (a !== undefined && b !== undefined) [this.#sources[place], this.#sources[least]] = [b, a];
      place = least;
    }
  }

  #isBefore(place: number, other: number): boolean {
    const a = this.#sources[place];
    const b = this.#sources[other];
    if (a === undefined || b === undefined) return false;
    return (compareTerms(a.data.dictionary, a.term, b.data.dictionary, b.term) || a.order - b.order) < 0;
  }
}
