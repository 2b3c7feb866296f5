/** Writes bytes and numbers one after another; grows as needed. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param room for how many bytes there is before it must grow. */
  constructor(room = 1 << 12) {
    this.#bytes = new Uint8Array(room);
  }

  /** How many bytes have been written. */
  get length(): number {
    return this.#length;
  }

  /** A whole number from 0 to 2^32 - 1, seven bits a byte, the lowest first (LEB128). */
  writeVarint(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A view of what has been written; it does not follow what is written later. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What has been written, after which nothing more is; copied only where much room would be left. */
  finish(): Uint8Array {
    return this.#length * 1.25 < this.#bytes.length ? this.#bytes.slice(0, this.#length) : this.view();
  }

  /** Begins anew and keeps the room. */
  clear(): void {
    this.#length = 0;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.view());
    this.#bytes = larger;
  }
}

/**
 * Reads what a {@link ByteWriter} wrote.
 * @throws RangeError from every method when the bytes end too early.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes;
    this.#offset = offset;
  }

  /** Where the next thing is read, in bytes. */
  get offset(): number {
    return this.#offset;
  }

  readVarint(): number {
    const bytes = this.#bytes;
    let offset = this.#offset;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[offset++];
      if (byte === undefined) throw new RangeError('The bytes end within a number.');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#offset = offset;
        return value >>> 0;
      }
    }
    throw new RangeError('A number has more than five bytes.');
  }

  /** The next bytes, not copied. */
  readBytes(count: number): Uint8Array {
    const start = this.#offset;
    this.skip(count);
    return this.#bytes.subarray(start, this.#offset);
  }

  /** Goes on after the next bytes. */
  skip(count: number): void {
    if (this.#offset + count > this.#bytes.length) throw new RangeError('The bytes end too early.');
    this.#offset += count;
  }
}
