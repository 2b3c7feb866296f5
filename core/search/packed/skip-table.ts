import type { PostingList } from './packed-data.ts';

/** Where reading a long list may begin besides at its start: the n-th entry stands before the n-th block of postings. */
export interface SkipTable {
  /** The last unit before the block; the first number is not used. */
  readonly units: Uint32Array;
  /** Where the block begins, in bytes of the records. */
  readonly offsets: Uint32Array;
}

/** Postings of a block. Finding one takes half a block on average, and each block takes eight bytes in memory. */
const BLOCK_LENGTH = 64;

/** Goes through a list once, for all that come after. */
export function measureSkips(records: Uint8Array, { start, unitCount }: PostingList): SkipTable {
  const blockCount = Math.ceil(unitCount / BLOCK_LENGTH);
  const units = new Uint32Array(blockCount);
  const offsets = new Uint32Array(blockCount);
  let offset = start;
  let unit = 0;
  for (let place = 0; place < unitCount; place += 1) {
    if (place % BLOCK_LENGTH === 0) {
      units[place / BLOCK_LENGTH] = unit;
      offsets[place / BLOCK_LENGTH] = offset;
    }
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
  return { units, offsets };
}
