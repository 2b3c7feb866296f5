import { ByteWriter } from './bytes.ts';
import type { PackedData } from './packed-data.ts';
import { TermDictionaryWriter } from './term-dictionary.ts';

/** Makes {@link PackedData} term by term, in the order of the terms. */
export class PackedDataWriter {
  readonly #dictionary: TermDictionaryWriter;
  readonly #records: ByteWriter;
  readonly #recordStarts: number[] = [0];

  /** @param largest an index that will be part of the result, if there is one: there is room for somewhat more. */
  constructor(largest?: PackedData) {
    const roomFor = (length: number | undefined): number => Math.ceil((length ?? 0) * 1.1) + (1 << 12);
    this.#dictionary = new TermDictionaryWriter(roomFor(largest?.dictionary.codeUnits.length));
    this.#records = new ByteWriter(roomFor(largest?.records.length));
  }

  /** Adds a term and its record, which is copied. */
  add(term: Uint16Array, record: Uint8Array): void {
    this.#dictionary.add(term);
    this.#records.writeBytes(record);
    this.#recordStarts.push(this.#records.length);
  }

  /** Adds the terms from `from` to just before `to` of an index with the same fields and units, as they are. */
  addRun({ dictionary, records, recordStarts }: PackedData, from: number, to: number): void {
    this.#dictionary.addRun(dictionary, from, to);
    const shift = this.#records.length - (recordStarts[from] ?? 0);
    this.#records.writeBytes(records.subarray(recordStarts[from] ?? 0, recordStarts[to] ?? 0));
    for (let term = from + 1; term <= to; term += 1) {
      this.#recordStarts.push((recordStarts[term] ?? 0) + shift);
    }
  }

  finish(rest: Pick<PackedData, 'languages' | 'unitCount' | 'fieldLengths'>): PackedData {
    return {
      ...rest,
      dictionary: this.#dictionary.finish(),
      records: this.#records.finish(),
      recordStarts: new Uint32Array(this.#recordStarts),
    };
  }
}

/** Writes one list of a record: its head and its postings. */
export function writeList(record: ByteWriter, field: number, unitCount: number, postings: Uint8Array): void {
  record.writeVarint(field);
  record.writeVarint(unitCount);
  record.writeVarint(postings.length);
  record.writeBytes(postings);
}
