import type { LanguageTag } from '../../text/language.ts';
import { countTerms, type IndexedUnit } from '../lunr-index.ts';
import { ByteWriter } from './bytes.ts';
import type { PackedData } from './packed-data.ts';
import { PackedDataWriter, writeList } from './packed-data-writer.ts';
import { PostingWriter } from './postings.ts';
import { toCodeUnits } from './term-dictionary.ts';

/** Unit and frequency, unit and frequency …; per field. Fields without the term have none. */
type TermPostings = (number[] | undefined)[];

/** Packs what lunr.Builder counts in these units. */
export function packUnits(languages: readonly LanguageTag[], units: readonly IndexedUnit[]): PackedData {
  const fieldLengths = languages.map(() => new Uint32Array(units.length));
  const postings = new Map<string, TermPostings>();
  countTerms(languages, units).forEach((counts, unit) => {
    counts.forEach(({ frequencies, length }, field) => {
      const lengths = fieldLengths[field];
      if (lengths !== undefined) lengths[unit] = length;
      for (const term of Object.keys(frequencies)) {
        gather(postings, term, field).push(unit, frequencies[term] ?? 0);
      }
    });
  });

  const writer = new PackedDataWriter();
  const record = new ByteWriter();
  // The order of code units, as TermDictionary wants it.
  for (const term of [...postings.keys()].toSorted()) {
    record.clear();
    (postings.get(term) ?? []).forEach((list, field) => {
      if (list !== undefined) writeList(record, field, list.length / 2, packList(list));
    });
    writer.add(toCodeUnits(term), record.view());
  }
  return writer.finish({ languages, unitCount: units.length, fieldLengths });
}

function gather(postings: Map<string, TermPostings>, term: string, field: number): number[] {
  let ofTerm = postings.get(term);
  if (ofTerm === undefined) {
    ofTerm = [];
    postings.set(term, ofTerm);
  }
  return (ofTerm[field] ??= []);
}

const listBytes = new ByteWriter();

function packList(list: readonly number[]): Uint8Array {
  listBytes.clear();
  const writer = new PostingWriter(listBytes);
  for (let index = 0; index < list.length; index += 2) writer.add(list[index] ?? 0, list[index + 1] ?? 0);
  return listBytes.view();
}
