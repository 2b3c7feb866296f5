import { ByteReader, ByteWriter } from './bytes.ts';
import type { PackedData } from './packed-data.ts';

// The file, little-endian as every machine the program runs on: 'DZPI', a checksum of the rest (four bytes), then as
// varints the version of the format, the languages, the units, the length of each field of each unit, how many terms there
// are, of each its code units and the bytes of its record, how many bytes all records have; then, at an even offset, the
// code units of all terms, and the records.

const MAGIC = [0x44, 0x5a, 0x50, 0x49] as const;
const HEAD_LENGTH = 8;
const FORMAT_VERSION = 3;

/** The bytes of a packed index. The same index gives the same bytes. */
export function writePacked(data: PackedData): Uint8Array {
  const out = new ByteWriter();
  out.writeBytes(new Uint8Array(HEAD_LENGTH));
  out.writeVarint(FORMAT_VERSION);
  out.writeVarint(data.languages.length);
  for (const language of data.languages) writeText(out, language);
  out.writeVarint(data.unitCount);
  for (const lengths of data.fieldLengths) for (const length of lengths) out.writeVarint(length);
  const { starts, codeUnits } = data.dictionary;
  out.writeVarint(starts.length - 1);
  writeDistances(out, starts);
  writeDistances(out, data.recordStarts);
  out.writeVarint(data.records.length);
  if (out.length % 2 === 1) out.writeBytes(new Uint8Array(1));
  out.writeBytes(new Uint8Array(codeUnits.buffer, codeUnits.byteOffset, codeUnits.byteLength));
  out.writeBytes(data.records);

  const bytes = out.finish();
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(MAGIC.length, checksum(bytes.subarray(HEAD_LENGTH)), true);
  return bytes;
}

/**
 * Takes back what {@link writePacked} gave. The records are not copied: `bytes` must not change afterwards.
 * @throws Error when the bytes are damaged, cut short or of another format.
 */
export function readPacked(bytes: Uint8Array): PackedData {
  const isIndex = bytes.length > HEAD_LENGTH && MAGIC.every((byte, index) => bytes[index] === byte);
  if (!isIndex) throw new Error('This is no packed index.');
  const sum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  if (sum !== checksum(bytes.subarray(HEAD_LENGTH))) throw new Error('The packed index is damaged.');

  const reader = new ByteReader(bytes, HEAD_LENGTH);
  const version = reader.readVarint();
  if (version !== FORMAT_VERSION)
    throw new Error(`The packed index has format ${version}, not ${FORMAT_VERSION}.`);
  const languages = Array.from({ length: reader.readVarint() }, () => readText(reader));
  const unitCount = reader.readVarint();
  const fieldLengths = languages.map(() => readNumbers(reader, unitCount));
  const termCount = reader.readVarint();
  const starts = readDistances(reader, termCount);
  const recordStarts = readDistances(reader, termCount);
  const recordsLength = reader.readVarint();
  if (reader.offset % 2 === 1) reader.skip(1);
  const codeUnits = toCodeUnitView(reader.readBytes((starts[termCount] ?? 0) * 2));
  const records = reader.readBytes(recordsLength);
  return { languages, unitCount, fieldLengths, dictionary: { codeUnits, starts }, recordStarts, records };
}

/** Of ascending offsets that begin with 0, the distances between them. */
function writeDistances(out: ByteWriter, offsets: Uint32Array): void {
  for (let index = 1; index < offsets.length; index += 1) {
    out.writeVarint((offsets[index] ?? 0) - (offsets[index - 1] ?? 0));
  }
}

function readDistances(reader: ByteReader, count: number): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  let offset = 0;
  for (let index = 1; index <= count; index += 1) {
    offset += reader.readVarint();
    offsets[index] = offset;
  }
  return offsets;
}

/** The same bytes as code units; copied only where they begin at an odd address. */
function toCodeUnitView(bytes: Uint8Array): Uint16Array {
  const even = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Uint16Array(even.buffer, even.byteOffset, even.length / 2);
}

function writeText(out: ByteWriter, text: string): void {
  out.writeVarint(text.length);
  for (let index = 0; index < text.length; index += 1) out.writeVarint(text.charCodeAt(index));
}

function readText(reader: ByteReader): string {
  return String.fromCharCode(...readNumbers(reader, reader.readVarint()));
}

function readNumbers(reader: ByteReader, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) numbers[index] = reader.readVarint();
  return numbers;
}

// FNV-1a over four bytes at a time: to notice a damaged file, not to withstand forgery.
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - (bytes.length % 4);
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < end; offset += 4) {
    hash = Math.imul(hash ^ view.getUint32(offset, true), 0x01000193);
    hash ^= hash >>> 15;
  }
  for (let offset = end; offset < bytes.length; offset += 1) {
    hash = Math.imul(hash ^ view.getUint8(offset), 0x01000193);
  }
  return hash >>> 0;
}
