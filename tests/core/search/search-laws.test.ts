import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Work } from '../../../core/text/work.ts';
import { isNear } from './count-tokens.ts';
import { makeUnit, makeWork } from './make-work.ts';
import { openSearch, unitsFound } from './search-work.ts';

// Queries and texts made of few words, so that hits, near misses and repetitions are frequent. The answers are said once
// more by reading the texts as lists of words.

const word = fc.constantFrom('net', 'order', 'peace', 'new');
const han = fc.constantFrom('网', '络', '主', '权');
const separator = fc.constantFrom(' ', ', ', '. ');
const englishText = fc
  .array(fc.tuple(word, separator), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));
const chineseText = fc
  .array(fc.oneof(han, fc.constant('\uff0c')), { maxLength: 8 })
  .map((parts) => parts.join(''));
const work = fc
  .array(fc.tuple(chineseText, englishText), { minLength: 1, maxLength: 6 })
  .map((units) => makeWork(units.map(([zh, en]) => makeUnit(zh, en))));

/** A query and what it means of a unit's two texts. */
interface Asked {
  readonly query: string;
  readonly holds: (zh: string, en: string) => boolean;
}

const atom: fc.Arbitrary<Asked> = fc.oneof(
  word.map((text) => ({
    query: text,
    holds: (_zh: string, en: string) => en.split(/[ ,.]+/).includes(text),
  })),
  fc.array(han, { minLength: 1, maxLength: 3 }).map((characters) => {
    const text = characters.join('');
    return { query: text, holds: (zh: string) => zh.includes(text) };
  }),
  fc.tuple(word, word).map(([a, b]) => ({
    query: `"${a} ${b}"`,
    holds: (_zh: string, en: string) => isNext(en, a, b),
  })),
  fc.tuple(word, word, fc.nat(3)).map(([a, b, distance]) => ({
    query: `${a} NEAR/${distance} ${b}`,
    holds: (_zh: string, en: string) => isNear(en, a, b, distance),
  })),
  fc.tuple(han, han, fc.nat(3)).map(([a, b, distance]) => ({
    query: `${a} NEAR/${distance} ${b}`,
    holds: (zh: string) => isNear(zh, a, b, distance),
  })),
);

const { asked } = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.tuple(tie('asked'), tie('asked')).map(([a, b]) => ({
      query: `(${a.query}) (${b.query})`,
      holds: (zh: string, en: string) => a.holds(zh, en) && b.holds(zh, en),
    })),
    fc.tuple(tie('asked'), tie('asked')).map(([a, b]) => ({
      query: `(${a.query}) | (${b.query})`,
      holds: (zh: string, en: string) => a.holds(zh, en) || b.holds(zh, en),
    })),
    fc.tuple(tie('asked'), tie('asked')).map(([a, b]) => ({
      query: `(${a.query}) -(${b.query})`,
      holds: (zh: string, en: string) => a.holds(zh, en) && !b.holds(zh, en),
    })),
  ),
}));

function isNext(text: string, a: string, b: string): boolean {
  const words = text.split(/[ ,.]+/);
  return words.some((current, index) => current === a && words[index + 1] === b);
}

function read({ units }: Work, { holds }: Asked): readonly string[] {
  return units
    .filter(({ segments }) => holds(segments['zh-Hans'] ?? '', segments['en'] ?? ''))
    .map(({ id }) => id);
}

describe('any query of words, phrases, NEAR and their combinations', () => {
  test.prop([work, asked], { numRuns: 400 })('finds what its parts say', (searched, question) => {
    expect(unitsFound(openSearch(searched)(question.query)).toSorted()).toEqual(read(searched, question));
  });

  test.prop([work, asked, fc.nat(4)], { numRuns: 100 })(
    'gives the first of all results when fewer are asked for',
    (searched, { query }, limit) => {
      const all = openSearch(searched)(query);
      expect(openSearch(searched, [], {}, limit)(query)).toEqual(all.slice(0, limit));
    },
  );
});
