const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character.charCodeAt(0), value]));
// A string is put together from pieces: one concatenation per byte would take a hundred times the memory.
const PIECE_LENGTH = 3 << 12;
const PADDING = /=*$/;

/** Bytes as base64 (RFC 4648, with padding): the standard library of JavaScript has it neither in Node nor everywhere. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE_LENGTH) {
    pieces.push(encodePiece(bytes.subarray(start, start + PIECE_LENGTH)));
  }
  return pieces.join('');
}

function encodePiece(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += ALPHABET.charAt(group >>> 18) + ALPHABET.charAt((group >>> 12) & 63);
    text += index + 1 < bytes.length ? ALPHABET.charAt((group >>> 6) & 63) : '=';
    text += index + 2 < bytes.length ? ALPHABET.charAt(group & 63) : '=';
  }
  return text;
}

/**
 * Takes back what {@link toBase64} gave.
 * @throws Error when there is anything else in the text.
 */
export function fromBase64(text: string): Uint8Array {
  const length = text.replace(PADDING, '').length;
  if (text.length % 4 !== 0 || text.length - length > 2) throw new Error('The base64 text is cut short.');
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let end = 0;
  let bits = 0;
  let bitCount = 0;
  for (let index = 0; index < length; index += 1) {
    const value = VALUES.get(text.charCodeAt(index));
    if (value === undefined) throw new Error('The text is not base64.');
    bits = ((bits << 6) | value) & 0xfff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[end++] = (bits >>> bitCount) & 0xff;
  }
  return bytes;
}
