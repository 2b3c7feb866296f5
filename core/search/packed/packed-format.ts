import { ByteReader, ByteWriter } from './bytes.ts';
import type { PackedData } from './packed-data.ts';
import { TermDictionaryWriter } from './term-dictionary.ts';

// The file: 'DZPI', a checksum of the rest (four bytes, little-endian), then as varints the version of the format, the
// languages, the units, the length of each field of each unit, the terms (how many code units are shared with the term
// before, how many follow, these, bytes of the record), the bytes of all records, and the records.

const MAGIC = [0x44, 0x5a, 0x50, 0x49] as const;
const HEAD_LENGTH = 8;
const FORMAT_VERSION = 1;

/** The bytes of a packed index. The same index gives the same bytes. */
export function writePacked(data: PackedData): Uint8Array {
  const out = new ByteWriter();
  out.writeBytes(new Uint8Array(HEAD_LENGTH));
  out.writeVarint(FORMAT_VERSION);
  out.writeVarint(data.languages.length);
  for (const language of data.languages) writeText(out, language);
  out.writeVarint(data.unitCount);
  for (const lengths of data.fieldLengths) for (const length of lengths) out.writeVarint(length);
  writeDictionary(out, data);
  out.writeVarint(data.records.length);
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
  const { dictionary, recordStarts } = readDictionary(reader);
  const records = reader.readBytes(reader.readVarint());
  return { languages, unitCount, fieldLengths, dictionary, recordStarts, records };
}

function writeDictionary(out: ByteWriter, { dictionary, recordStarts }: PackedData): void {
  const { codeUnits, starts } = dictionary;
  out.writeVarint(starts.length - 1);
  let previous = codeUnits.subarray(0, 0);
  for (let term = 0; term + 1 < starts.length; term += 1) {
    const text = codeUnits.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
    let shared = 0;
    while (shared < previous.length && shared < text.length && previous[shared] === text[shared]) shared += 1;
    out.writeVarint(shared);
    out.writeVarint(text.length - shared);
    for (const codeUnit of text.subarray(shared)) out.writeVarint(codeUnit);
    out.writeVarint((recordStarts[term + 1] ?? 0) - (recordStarts[term] ?? 0));
    previous = text;
  }
}

function readDictionary(reader: ByteReader): Pick<PackedData, 'dictionary' | 'recordStarts'> {
  const count = reader.readVarint();
  const writer = new TermDictionaryWriter();
  const recordStarts = new Uint32Array(count + 1);
  const text = new Uint16Array(1 << 16);
  for (let term = 0; term < count; term += 1) {
    const shared = reader.readVarint();
    const length = shared + reader.readVarint();
    for (let index = shared; index < length; index += 1) text[index] = reader.readVarint();
    writer.add(text.subarray(0, length));
    recordStarts[term + 1] = (recordStarts[term] ?? 0) + reader.readVarint();
  }
  return { dictionary: writer.finish(), recordStarts };
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

// FNV-1a, 32 bits: to notice a damaged file, not to withstand forgery.
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
