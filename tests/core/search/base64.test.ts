import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { fromBase64, toBase64 } from '../../../core/search/base64.ts';

describe('base64', () => {
  test.prop([fc.uint8Array({ maxLength: 100 })])('is what Node writes, and is read back', (bytes) => {
    const text = toBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(text)).toEqual(bytes);
  });

  test('is the same for more bytes than are encoded at once', () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_none, index) => index % 251);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });

  test.each(['abc', 'a', '====', 'ab=c', 'ab\nc', 'abc-'])('refuses %j', (text) => {
    expect(() => fromBase64(text)).toThrow('base64');
  });
});
