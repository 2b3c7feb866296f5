import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { hashTexts } from '../../../core/search/content-hash.ts';

describe('hashTexts', () => {
  test('always has fourteen digits', () => {
    expect(hashTexts([])).toMatch(/^[0-9a-f]{14}$/);
    expect(hashTexts(['网络主权'])).toMatch(/^[0-9a-f]{14}$/);
  });

  test.prop([fc.array(fc.string())])('is the same for the same texts', (texts) => {
    expect(hashTexts([...texts])).toBe(hashTexts(texts));
  });

  test.prop([fc.array(fc.string()), fc.array(fc.string())])('differs for other texts', (a, b) => {
    fc.pre(JSON.stringify(a) !== JSON.stringify(b));
    expect(hashTexts(a)).not.toBe(hashTexts(b));
  });

  test('tells apart where one text ends and the next begins', () => {
    expect(hashTexts(['ab'])).not.toBe(hashTexts(['a', 'b']));
    expect(hashTexts(['a', ''])).not.toBe(hashTexts(['', 'a']));
  });
});
