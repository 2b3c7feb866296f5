import { ImportError } from './import-error.ts';
import { scorePlausibility } from './text-plausibility.ts';

/** The encodings a reader can choose, by their WHATWG names. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1251',
  'koi8-r',
  'windows-1252',
  'shift_jis',
  'euc-kr',
  'iso-8859-5',
  'ibm866',
] as const;

/** One of {@link TEXT_ENCODINGS}. */
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** The text of a file and how it was read. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Whether bytes that mean nothing in this encoding were replaced by U+FFFD. */
  readonly isDamaged: boolean;
}

const MARKS: readonly { readonly encoding: TextEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Tried where neither a mark nor UTF-8 decides; of equals the earlier wins. */
const LEGACY: readonly TextEncoding[] = [
  'gb18030',
  'windows-1251',
  'big5',
  'koi8-r',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'iso-8859-5',
  'ibm866',
];

/** How much of a file is looked at to tell its encoding, in bytes. */
const SAMPLE_LENGTH = 64 * 1024;

/** More broken sequences than this share of the non-ASCII bytes: not UTF-8 that was damaged, but no UTF-8 at all. */
const MOST_DAMAGED = 0.02;

/**
 * Reads the bytes of a text: byte order mark; then what the reader chose; then UTF-8 if valid; then UTF-16 by its zeros;
 * then what the file declares of itself; then the encoding in which the text reads best.
 * @param hints.chosen by the reader: taken without asking, except against a byte order mark of UTF-16.
 * @param hints.declared by the file itself, any label of the Encoding standard: pages are often wrong about it.
 * @throws ImportError `not-text` where no encoding makes a text of it, `unknown-encoding` for a name that is none.
 */
export function decodeText(
  bytes: Uint8Array,
  hints: { readonly chosen?: string | undefined; readonly declared?: string | undefined } = {},
): DecodedText {
  const mark = MARKS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (hints.chosen !== undefined) return decodeChosen(bytes, hints.chosen, mark?.encoding);
  if (mark !== undefined) return decodeAs(bytes.subarray(mark.bytes.length), mark.encoding);
  const wide = recognizeUtf16(bytes);
  if (wide !== undefined) return decodeAs(bytes, wide);
  if (isValid(bytes, 'utf-8')) return refuseBinary(decodeAs(bytes, 'utf-8'));
  const declared = hints.declared === undefined ? undefined : knownEncoding(hints.declared);
  if (declared !== undefined && declared !== 'utf-8' && isValid(sample(bytes), declared)) {
    const decoded = decodeAs(bytes, declared);
    if (scorePlausibility(decoded.text.slice(0, SAMPLE_LENGTH)) > 0) return refuseBinary(decoded);
  }
  if (shareOfDamage(bytes) <= MOST_DAMAGED) return refuseBinary(decodeAs(bytes, 'utf-8'));
  return refuseBinary(decodeAs(bytes, chooseLegacy(bytes)));
}

/** The encoding a label of the Encoding standard stands for, among those a reader can choose. */
function knownEncoding(label: string): TextEncoding | undefined {
  const name = label.trim().toLowerCase();
  const same: Readonly<Record<string, TextEncoding>> = {
    utf8: 'utf-8',
    'utf-16': 'utf-16le',
    gbk: 'gb18030',
    gb2312: 'gb18030',
    'x-gbk': 'gb18030',
    'big5-hkscs': 'big5',
    cp1251: 'windows-1251',
    cp866: 'ibm866',
    'koi8-u': 'koi8-r',
    koi8: 'koi8-r',
    'iso-8859-1': 'windows-1252',
    latin1: 'windows-1252',
    ascii: 'windows-1252',
    'us-ascii': 'windows-1252',
    'shift-jis': 'shift_jis',
    sjis: 'shift_jis',
    'ks_c_5601-1987': 'euc-kr',
  };
  return TEXT_ENCODINGS.find((one) => one === name) ?? same[name];
}

function decodeChosen(bytes: Uint8Array, label: string, marked: TextEncoding | undefined): DecodedText {
  const encoding = knownEncoding(label);
  if (encoding === undefined) throw new ImportError({ code: 'unknown-encoding', encoding: label });
  const isMarkedUtf16 = marked === 'utf-16le' || marked === 'utf-16be';
  return decodeAs(bytes, isMarkedUtf16 ? marked : encoding);
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, isDamaged: text.includes('\uFFFD') };
}

function isValid(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    // Says only that the bytes are no text in this encoding.
    return false;
  }
}

/** Zeros stand in texts of UTF-16 only; which half of its units they are shows in what reads as a text. */
function recognizeUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const part = bytes.subarray(0, Math.min(bytes.length, SAMPLE_LENGTH) & ~1);
  if (!part.includes(0)) return undefined;
  const scored = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    score: isValid(part, encoding) ? scorePlausibility(decodeAs(part, encoding).text) : -1,
  }));
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score > 0 ? best.encoding : undefined;
}

function shareOfDamage(bytes: Uint8Array): number {
  const part = sample(bytes);
  let foreign = 0;
  for (const byte of part) if (byte >= 0x80) foreign += 1;
  const text = new TextDecoder('utf-8').decode(part);
  return foreign === 0 ? 0 : (text.split('\uFFFD').length - 1) / foreign;
}

function chooseLegacy(bytes: Uint8Array): TextEncoding {
  const part = sample(bytes);
  let best: TextEncoding = 'windows-1252';
  let bestScore = -Infinity;
  for (const encoding of LEGACY) {
    const score = scorePlausibility(new TextDecoder(encoding).decode(part));
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  return best;
}

function sample(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, SAMPLE_LENGTH);
}

/** Control characters do not stand in texts; a picture or a program is full of them, whatever it is decoded as. */
function refuseBinary(decoded: DecodedText): DecodedText {
  const part = decoded.text.slice(0, SAMPLE_LENGTH);
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const controls = part.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u0080-\u0084\u0086-\u009F]/gu);
  if ((controls?.length ?? 0) > part.length / 100) throw new ImportError({ code: 'not-text' });
  return decoded;
}
