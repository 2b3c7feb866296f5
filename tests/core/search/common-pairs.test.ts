import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { isPairField, pairFieldOf, pairsOfText } from '../../../core/search/common-pairs.ts';
import { foldText } from '../../../core/search/fold-text.ts';
import { indexTextOf } from './packed/index-text-of.ts';
import { makeUnit, makeWork } from './make-work.ts';
import { openSearch, unitsFound } from './search-work.ts';
import { createLunrQuery } from '../../../core/search/packed-index.ts';

describe('pairs of common words', () => {
  test.each([
    ['en', 'The rights of the peoples, in the space', ['++of+the', '++in+the']],
    ['en-GB', 'as (to) the', ['++as+to', '++to+the']],
    ['en', 'of 中 the; of2 the', []],
    ['en', 'peace and order', []],
    ['ru', 'не только на ее, но и в', ['++на+ее', '++ее+но', '++но+и', '++и+в']],
    ['zh-Hans', 'of the', []],
    ['de', 'of the', []],
  ])('in %s: %s', (language, text, expected) => {
    expect(pairsOfText(foldText(text).text, language)).toEqual(expected);
  });

  test('have a field of their own in the languages that have them', () => {
    expect(['en', 'en-GB', 'ru', 'zh-Hans', 'de'].map(pairFieldOf)).toEqual([
      'en-x-pairs',
      'en-GB-x-pairs',
      'ru-x-pairs',
      undefined,
      undefined,
    ]);
    expect(['en', 'en-x-pairs'].map(isPairField)).toEqual([false, true]);
  });
});

const word = fc.constantFrom('of', 'the', 'in', 'order', 'peace', '中', ',', '-', 'to');
const text = fc.array(word, { maxLength: 10 }).map((words) => words.join(' '));
const work = fc
  .array(text, { minLength: 1, maxLength: 6 })
  .map((texts) => makeWork(texts.map((english) => makeUnit('', english))));

describe('a phrase of common words', () => {
  test.prop(
    [work, fc.array(fc.constantFrom('of', 'the', 'in', 'order', 'to'), { minLength: 1, maxLength: 4 })],
    {
      numRuns: 300,
    },
  )('is found just where its words follow each other', (generated, words) => {
    const expected = generated.units
      .filter(({ segments }) => {
        const separate = ` ${(segments['en'] ?? '').match(/\w+|中/gu)?.join('  ') ?? ''} `;
        return separate.includes(` ${words.join('  ')} `);
      })
      .map(({ id }) => id);
    expect(unitsFound(openSearch(generated)(`en:"${words.join(' ')}"`)).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  test.prop([work, fc.constantFrom('of', 'order', 'o', 'th', 'ofthe')])(
    'changes nothing for single words, their beginnings and their misspellings',
    (generated, term) => {
      const { withPairs, withoutPairs } = indexTextOf(generated);
      expect(withPairs.hasPairs('en')).toBe(true);
      expect(withoutPairs.hasPairs('en')).toBe(false);
      expect(withPairs.languages).toEqual(withoutPairs.languages);
      for (const options of [{}, { isPrefix: true }, { editDistance: 2 }]) {
        const query = createLunrQuery([{ term, presence: 'optional', languages: ['en'], ...options }]);
        expect(withPairs.query(query)).toEqual(withoutPairs.query(query));
      }
    },
  );
});
