import type { PackedData, PostingList } from './packed-data.ts';

/** Goes through the lists of one term after another without making an object for each. */
export class ListReader implements PostingList {
  field = 0;
  unitCount = 0;
  start = 0;
  end = 0;
  readonly #records: Uint8Array;
  readonly #recordStarts: Uint32Array;
  #recordEnd = 0;

  constructor({ records, recordStarts }: Pick<PackedData, 'records' | 'recordStarts'>) {
    this.#records = records;
    this.#recordStarts = recordStarts;
  }

  /** Stands before the first list of a term. */
  open(term: number): void {
    this.end = this.#recordStarts[term] ?? 0;
    this.#recordEnd = this.#recordStarts[term + 1] ?? 0;
  }

  /** Goes on to the next list; false where there is none. */
  next(): boolean {
    if (this.end >= this.#recordEnd) return false;
    this.start = this.end;
    this.field = this.#readVarint();
    this.unitCount = this.#readVarint();
    const length = this.#readVarint();
    this.end = this.start + length;
    return true;
  }

  #readVarint(): number {
    const records = this.#records;
    let byte = records[this.start++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = records[this.start++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  }
}
