import { ByteReader, type ByteWriter } from './bytes.ts';
import type { PackedData, PostingList } from './packed-data.ts';

// A list of postings: for each unit, ascending, the distance to the one before (to 0 for the first) times two, plus one
// when the term stands there more than once; then follows how often, less two. Most terms stand once: one or two bytes.

/** Writes the postings of one list. Units must come in ascending order. */
export class PostingWriter {
  readonly #bytes: ByteWriter;
  #last = 0;

  /** @param last the unit before, where an earlier part of the list is there already. */
  constructor(bytes: ByteWriter, last = 0) {
    this.#bytes = bytes;
    this.#last = last;
  }

  add(unit: number, frequency: number): void {
    this.#bytes.writeVarint((unit - this.#last) * 2 + (frequency > 1 ? 1 : 0));
    if (frequency > 1) this.#bytes.writeVarint(frequency - 2);
    this.#last = unit;
  }
}

/**
 * Reads the postings of a list up to the unit `last` into two arrays that have room for them.
 * @returns how many were read.
 */
export function readPostings(
  records: Uint8Array,
  list: PostingList,
  last: number,
  units: Uint32Array,
  frequencies: Uint32Array,
): number {
  let offset = list.start;
  let unit = 0;
  let count = 0;
  while (count < list.unitCount) {
    let byte = records[offset++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = records[offset++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    unit += value >>> 1;
    if (unit > last) return count;
    let frequency = 1;
    if ((value & 1) === 1) {
      byte = records[offset++] ?? 0;
      frequency = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = records[offset++] ?? 0;
        frequency |= (byte & 0x7f) << shift;
      }
      frequency += 2;
    }
    units[count] = unit;
    frequencies[count] = frequency;
    count += 1;
  }
  return count;
}

/** The last unit of a list; 0 for an empty one. */
export function lastUnitOf(records: Uint8Array, { start, end }: PostingList): number {
  let unit = 0;
  let offset = start;
  while (offset < end) {
    let byte = records[offset++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = records[offset++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    unit += value >>> 1;
    // Then follows how often: it ends with the first byte that has no mark of a following one.
    if ((value & 1) === 1) while ((records[offset++] ?? 0) > 0x7f);
  }
  return unit;
}

/** The lists of a term, by field in order. */
export function listsOf({ records, recordStarts }: PackedData, term: number): readonly PostingList[] {
  const lists: PostingList[] = [];
  const end = recordStarts[term + 1] ?? 0;
  const reader = new ByteReader(records, recordStarts[term] ?? 0);
  while (reader.offset < end) {
    const field = reader.readVarint();
    const unitCount = reader.readVarint();
    const length = reader.readVarint();
    const start = reader.offset;
    reader.skip(length);
    lists.push({ field, unitCount, start, end: start + length });
  }
  return lists;
}
