import type { LanguageTag } from '../../text/language.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import type { PackedData, PostingList } from './packed-data.ts';
import { PackedDataWriter, writeList } from './packed-data-writer.ts';
import { lastUnitOf, listsOf } from './postings.ts';
import { compareTerms, countDictionary, keyOf, skipBefore } from './term-dictionary.ts';

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
  /** {@link keyOf} of the term. */
  key: number;
}

/**
 * Merges packed indexes into one, as if all their units, in this order, had been indexed at once. Postings are joined
 * without being counted anew: most bytes are only copied.
 */
export function mergePacked(indexes: readonly PackedData[]): PackedData {
  const languages = [...new Set(indexes.flatMap((data) => data.languages))];
  const sources = toSources(indexes, languages);
  const writer = new PackedDataWriter(indexes.toSorted((a, b) => b.records.length - a.records.length)[0]);
  const heap = new SourceHeap(sources.filter(({ data }) => countDictionary(data.dictionary) > 0));
  const recordWriter = new RecordMerger(languages.length);
  const holders: Source[] = [];
  for (let first = heap.first(); first !== undefined; first = heap.first()) {
    const { data, term } = first;
    if (first.isVerbatim) {
      // A small index is often appended to a large one: between its terms the large one is copied in one go.
      const second = heap.second();
      const count = countDictionary(data.dictionary);
      const end =
        second === undefined ? count : skipBefore(data.dictionary, term, second.data.dictionary, second.term);
      if (end > term) {
        writer.addRun(data, term, end);
        heap.moveFirst(end);
        continue;
      }
    }
    holders.length = 0;
    let next: Source | undefined = first;
    do {
      holders.push(next);
      heap.moveFirst(next.term + 1);
      next = heap.first();
    } while (
      next !== undefined &&
      compareTerms(next.data.dictionary, next.term, data.dictionary, term) === 0
    );
    const { codeUnits, starts } = data.dictionary;
    const text = codeUnits.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
    writer.add(text, recordWriter.merge(holders));
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
    const source: Source = { data, base, fields, isVerbatim, order, term: 0, key: keyOf(data.dictionary, 0) };
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

/** Joins the records of one term after another; keeps the room it works in. */
class RecordMerger {
  readonly #lists: readonly JoinedList[];
  readonly #record = new ByteWriter();

  constructor(fieldCount: number) {
    this.#lists = Array.from({ length: fieldCount }, () => new JoinedList());
  }

  /** The record of the term that each of `holders` has just left behind; a view that the next one overwrites. */
  merge(holders: readonly Source[]): Uint8Array {
    for (const source of holders) {
      for (const list of listsOf(source.data, source.term - 1)) {
        this.#lists[source.fields[list.field] ?? 0]?.append(source, list);
      }
    }
    this.#record.clear();
    this.#lists.forEach((list, field) => {
      if (list.unitCount === 0) return;
      writeList(this.#record, field, list.unitCount, list.bytes.view());
      list.clear();
    });
    return this.#record.view();
  }
}

/** Lists of one term in one field, joined one after another. */
class JoinedList {
  readonly bytes = new ByteWriter();
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

  clear(): void {
    this.bytes.clear();
    this.unitCount = 0;
    this.#end = undefined;
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

  /** The source that comes after the first. */
  second(): Source | undefined {
    return this.#isBefore(2, 1) ? this.#sources[2] : this.#sources[1];
  }

  /** Lets the first source go on to a term; away with it when it has no more. */
  moveFirst(term: number): void {
    const [first] = this.#sources;
    if (first === undefined) return;
    first.term = term;
    first.key = keyOf(first.data.dictionary, term);
    if (term >= countDictionary(first.data.dictionary)) {
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
    if (a.key !== b.key) return a.key < b.key;
    return (compareTerms(a.data.dictionary, a.term, b.data.dictionary, b.term) || a.order - b.order) < 0;
  }
}
