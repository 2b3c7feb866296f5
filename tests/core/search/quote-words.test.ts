import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../core/search/parse-query.ts';
import { quoteWords } from '../../../core/search/quote-words.ts';

describe('looking for selected words', () => {
  it.each([
    ['网络主权', '网络主权'],
    ['sovereignty', 'sovereignty'],
    ['sovereignty in\n information space', '"sovereignty in information space"'],
    ['the “new order”', '"the new order"'],
    ['inter-ethnic', '"inter-ethnic"'],
    ['主权，反对', '"主权，反对"'],
  ])('%j is asked as %s', (words, query) => {
    expect(quoteWords(words)).toBe(query);
    expect(parseQuery(query).problems).toEqual([]);
  });
});
