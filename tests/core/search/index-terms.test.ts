import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { foldText } from '../../../core/search/fold-text.ts';
import { termsOfPattern, termsOfText } from '../../../core/search/index-terms.ts';
import { stemmerFor } from '../../../core/search/stem-word.ts';
import { compilePattern, findPattern } from '../../../core/search/term-pattern.ts';

const stem = stemmerFor('en');

describe('the terms of a text', () => {
  test.each([
    [
      'single characters and neighbours of Chinese',
      '网络主权',
      ['网', '络', '主', '权', '网络', '络主', '主权'],
    ],
    ['nothing across punctuation', '网\uff0c络', ['网', '络']],
    ['words and their stems', 'Developing countries', ['developing', '=develop', 'countries', '=countri']],
    ['words between Chinese', '2015年', ['2015', '=2015', '年']],
    ['characters outside the basic plane whole', '𠮷野', ['𠮷', '野', '𠮷野']],
  ])('are %s', (_what, text, expected) => {
    expect(termsOfText(foldText(text).text, stem)).toEqual(expected);
  });
});

describe('the terms of a pattern', () => {
  test.each([
    ['pairs of longer Chinese', 'word', '网络主权', ['网络', '络主', '主权']],
    ['a single character', 'word', '权', ['权']],
    ['the stem of a word', 'word', 'developing', ['=develop']],
    ['the word itself in a phrase', 'phrase', 'developing', ['developing']],
    ['the beginning of a word', 'prefix', 'devel', ['devel*']],
    ['only inner words of a mixed stretch', 'word', '2015年5月25', ['年', '5', '月']],
    ['each only once', 'word', '人人人', ['人人']],
  ] as const)('are %s', (_what, form, text, expected) => {
    const terms = termsOfPattern(compilePattern({ form, text }), stem);
    expect(terms.map((term) => `${term.text}${term.isPrefix ? '*' : ''}`)).toEqual(expected);
  });

  // What makes lunr's candidates complete: no text that holds a pattern lacks one of its terms.
  const characters = fc.constantFrom('网', '络', '5', 'a', 'b', 's', ' ', '-', '𠮷', '\uff0c');
  const text = fc.array(characters, { maxLength: 14 }).map((list) => list.join(''));
  const form = fc.constantFrom('word' as const, 'phrase' as const, 'prefix' as const);

  const stretch = text.chain((whole) =>
    fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length))
      .map(([a, b]) => ({ whole, asked: whole.slice(Math.min(a, b), Math.max(a, b)) })),
  );

  test.prop([stretch, form], { numRuns: 500 })(
    'stand in every text that holds it',
    ({ whole, asked }, kind) => {
      const pattern = compilePattern({ form: kind, text: foldText(asked).text });
      const folded = foldText(whole).text;
      const isHeld = findPattern(folded, pattern, stem).length > 0;
      const indexed = termsOfText(folded, stem);
      const isCandidate = termsOfPattern(pattern, stem).every((term) =>
        indexed.some((known) => (term.isPrefix ? known.startsWith(term.text) : known === term.text)),
      );
      expect(isHeld && !isCandidate).toBe(false);
    },
  );

  test.prop([text, fc.nat(), fc.integer({ min: 1, max: 6 }), form])(
    'and a pattern taken from a text is found there when it begins and ends with words',
    (whole, from, length, kind) => {
      const words = foldText(whole).text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const start = words.length === 0 ? 0 : from % words.length;
      const asked = words.slice(start, start + length).join(' ');
      fc.pre(asked !== '');
      const pattern = compilePattern({ form: kind, text: asked });
      expect(findPattern(foldText(whole).text, pattern, stem).length).toBeGreaterThan(0);
    },
  );
});
