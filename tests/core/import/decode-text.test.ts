import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../core/import/decode-text.ts';
import { ImportError } from '../../../core/import/import-error.ts';

// Node has no encoders for these: the bytes are written down. Each is the text beside it.
const PHRASES = {
  chinese: '中华人民共和国主席和俄罗斯联邦总统',
  traditional: '人人生而自由，在尊嚴和權利上一律平等。',
  russian: 'Все люди рождаются свободными и равными в своем достоинстве и правах.',
} as const;

const BYTES = {
  gb18030: 'd6d0bbaac8cbc3f1b9b2bacdb9fad6f7cfafbacdb6edc2decbb9c1aab0eed7dccdb3',
  big5: 'a448a448a5cda6d3a6dba5d1a141a662b44cc459a94dc576a751a457a440abdfa5adb5a5a143',
  'windows-1251': encodeCyrillic('windows-1251'),
  'koi8-r': encodeCyrillic('koi8-r'),
} as const;

/** Single-byte encodings can be turned around: every byte is decoded and looked up. */
function encodeCyrillic(encoding: string): string {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Array.from(PHRASES.russian, (letter) => (bytes.get(letter) ?? 0).toString(16).padStart(2, '0')).join(
    '',
  );
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toUtf16(text: string, isLittle: boolean, mark = ''): Uint8Array {
  const units = Array.from({ length: (mark + text).length }, (_, index) => (mark + text).charCodeAt(index));
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe('the encoding of a text is found', () => {
  test.each([
    ['gb18030', PHRASES.chinese],
    ['big5', PHRASES.traditional],
    ['windows-1251', PHRASES.russian],
    ['koi8-r', PHRASES.russian],
  ] as const)('%s in a single sentence', (encoding, text) => {
    expect(decodeText(fromHex(BYTES[encoding]))).toEqual({ text, encoding, isDamaged: false });
  });

  test.each([
    ['utf-16le', true, '', '一、双方\n一致同意 ABC'],
    ['utf-16be', false, '', '一、双方\n一致同意 ABC'],
    ['utf-16le', true, '\uFEFF', '双方'],
    ['utf-16be', false, '\uFEFF', '双方'],
    ['utf-16le', true, '', 'plain words'],
  ] as const)('%s, little end first: %s, marked: "%s"', (encoding, isLittle, mark, text) => {
    expect(decodeText(toUtf16(text, isLittle, mark))).toEqual({ text, encoding, isDamaged: false });
  });

  test('UTF-8 with a byte order mark, which is no part of the text', () => {
    const bytes = new TextEncoder().encode('\uFEFF双方 и ICTs');
    expect(decodeText(bytes)).toEqual({ text: '双方 и ICTs', encoding: 'utf-8', isDamaged: false });
  });

  test('UTF-8 though a few bytes are broken, and says so', () => {
    const bytes = new TextEncoder().encode('双方一致同意加强合作。'.repeat(40));
    bytes[301] = 0xff;
    const { text, encoding, isDamaged } = decodeText(bytes);
    expect([encoding, isDamaged]).toEqual(['utf-8', true]);
    expect(text.replace(/\uFFFD+.?/u, '')).toHaveLength(40 * 11 - 2);
  });

  test('what a page declares is believed only if the text reads well in it', () => {
    const bytes = fromHex(BYTES['koi8-r']);
    expect(decodeText(bytes, { declared: 'koi8-r' }).text).toBe(PHRASES.russian);
    expect(decodeText(bytes, { declared: 'gb2312' }).encoding).toBe('koi8-r');
    const utf8 = new TextEncoder().encode(PHRASES.chinese);
    expect(decodeText(utf8, { declared: 'gb2312' }).text).toBe(PHRASES.chinese);
  });

  test('what the reader chooses is taken', () => {
    const bytes = fromHex(BYTES['windows-1251']);
    expect(decodeText(bytes, { chosen: 'koi8-r' }).encoding).toBe('koi8-r');
    expect(decodeText(bytes, { chosen: 'CP1251' }).text).toBe(PHRASES.russian);
    expect(() => decodeText(bytes, { chosen: 'rot13' })).toThrow(
      new ImportError({ code: 'unknown-encoding', encoding: 'rot13' }),
    );
  });

  test.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]],
    ['zeros', Array.from({ length: 100 }, () => 0)],
    ['control characters', Array.from({ length: 100 }, (_, index) => 1 + (index % 8))],
  ])('%s is no text', (_what, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(new ImportError({ code: 'not-text' }));
  });
});
