import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  buildPackedIndex,
  createLunrQuery,
  mergePackedIndexes,
  readPackedIndex,
  writePackedIndex,
  type IndexedUnit,
  type PackedIndex,
  type QueryClause,
} from '../../../core/search/packed-index.ts';
import { askLunr, indexWithLunr } from './packed/lunr-of-units.ts';

const LANGUAGES = ['zh-Hans', 'en', 'ru'] as const;

// Few letters, so that terms begin alike, lie near each other and stand in several units and languages.
const term = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', '主', 'я'), minLength: 1, maxLength: 5 }),
  },
  { weight: 1, arbitrary: fc.constantFrom('of', '=develop', '主权', '__proto__', 'constructor', '𠮷野') },
);
const terms = fc.array(term, { maxLength: 12 });
const unit: fc.Arbitrary<IndexedUnit> = fc.record({ 'zh-Hans': terms, en: terms, ru: terms });
const units = fc.array(unit, { maxLength: 12 });
const languages = fc.subarray([...LANGUAGES], { minLength: 1 });

const clause: fc.Arbitrary<QueryClause> = fc.record(
  {
    term,
    presence: fc.constantFrom('required', 'optional', 'prohibited'),
    languages,
    isPrefix: fc.boolean(),
    boost: fc.constantFrom(0.5, 1, 3),
  },
  { requiredKeys: ['term', 'presence', 'languages'] },
);
const fuzzyClause: fc.Arbitrary<QueryClause> = fc.record({
  term,
  presence: fc.constantFrom('required', 'optional'),
  languages,
  editDistance: fc.integer({ min: 1, max: 3 }),
});
const wildcardClause: fc.Arbitrary<QueryClause> = fc.record({
  term: fc.string({ unit: fc.constantFrom('a', 'b', '主', '*'), minLength: 1, maxLength: 5 }),
  presence: fc.constantFrom('required', 'optional', 'prohibited'),
  languages,
});
const clauses = fc.array(fc.oneof({ weight: 4, arbitrary: clause }, fuzzyClause, wildcardClause), {
  maxLength: 5,
});

function expectParity(index: PackedIndex, over: readonly IndexedUnit[], asked: readonly QueryClause[]): void {
  const query = createLunrQuery(asked);
  const expected = askLunr(indexWithLunr(index.languages, over), query);
  const found = index.query(query);
  expect(Array.from(found.units)).toEqual(Array.from(expected.units));
  found.scores.forEach((score, place) => expect(score).toBeCloseTo(expected.scores[place] ?? NaN, 9));
}

describe('a packed index answers as lunr 2.3.9', () => {
  test.prop([units, clauses], { numRuns: 1000 })('over generated units', (made, asked) => {
    expectParity(buildPackedIndex(LANGUAGES, made), made, asked);
  });

  test.prop([units, fc.array(clauses, { minLength: 2, maxLength: 5 })])(
    'to every one of several queries',
    (made, queries) => {
      const index = buildPackedIndex(LANGUAGES, made);
      for (const asked of queries) expectParity(index, made, asked);
    },
  );

  test.prop([fc.array(fc.record({ languages, units }), { maxLength: 5 }), clauses], { numRuns: 500 })(
    'when it was merged of several, as one index over all of them',
    (works, asked) => {
      const restricted = works.map((work) => ({
        languages: work.languages,
        units: work.units.map((made) =>
          Object.fromEntries(work.languages.map((language) => [language, made[language] ?? []])),
        ),
      }));
      const merged = mergePackedIndexes(
        restricted.map((work) => buildPackedIndex(work.languages, work.units)),
      );
      const all = restricted.flatMap((work) => work.units);
      const asksKnown = asked.filter((one) =>
        one.languages.every((language) => merged.languages.includes(language)),
      );
      expectParity(merged, all, asksKnown);
    },
  );

  test('over more units than are counted at once', () => {
    const many = Array.from({ length: 4500 }, (_none, position): IndexedUnit => ({
      'zh-Hans': ['的', ...(position % 3 === 0 ? ['主', '主权'] : [])],
      en: ['the', ...(position % 1000 === 7 ? ['rare', 'rare'] : []), `n${position}`],
      ru: [],
    }));
    const progress: number[] = [];
    const index = buildPackedIndex(LANGUAGES, many, { onProgress: (done) => progress.push(done) });
    expect(progress).toEqual([2000, 4000, 4500]);
    expectParity(index, many, [
      { term: 'the', presence: 'required', languages: ['en'] },
      { term: '主', isPrefix: true, presence: 'required', languages: ['zh-Hans'] },
      { term: 'rare', presence: 'optional', languages: ['en'] },
      { term: 'n12', isPrefix: true, presence: 'prohibited', languages: ['en'] },
    ]);
    // Most of the list of "the" is skipped.
    expectParity(index, many, [
      { term: 'the', presence: 'required', languages: ['en'] },
      { term: 'rare', presence: 'required', languages: ['en'] },
    ]);
  });
});

describe('of some units only', () => {
  // Long lists of which most is skipped, and short ones: every n-th unit has the term, now and then more than once.
  const STEPS = [1, 2, 3, 7, 40, 900];
  const many = buildPackedIndex(
    LANGUAGES,
    Array.from({ length: 3000 }, (_none, position): IndexedUnit => {
      const held = STEPS.filter((step) => position % step === step - 1);
      return {
        'zh-Hans': held.flatMap((step) => (position % 5 === 0 ? [`n${step}`, `n${step}`] : [`n${step}`])),
        en: held.map((step) => `n${step}`).slice(0, position % 3),
        ru: [],
      };
    }),
  );
  const numbered: fc.Arbitrary<QueryClause> = fc.record({
    term: fc.constantFrom(...STEPS.map((step) => `n${step}`), 'n'),
    presence: fc.constantFrom('required', 'required', 'required', 'optional', 'prohibited'),
    languages: fc.constantFrom(['zh-Hans'], ['zh-Hans'], ['en'], ['zh-Hans', 'en']),
    isPrefix: fc.constantFrom(false, false, false, true),
  });
  const positions = fc
    .uniqueArray(fc.integer({ min: 0, max: 2999 }), { maxLength: 60 })
    .map((chosen) => Uint32Array.from(chosen).sort());

  test.prop([fc.array(numbered, { minLength: 1, maxLength: 4 }), positions], { numRuns: 300 })(
    'the answer is what of the whole answer is among them',
    (asked, within) => {
      const prepared = many.prepare(createLunrQuery(asked));
      const all = prepared.find();
      const expected = Array.from(
        all.units,
        (position, place) => [position, all.scores[place]] as const,
      ).filter(([position]) => within.includes(position));
      const { units: found, scores } = prepared.find(within);
      expect(Array.from(found, (position, place) => [position, scores[place]])).toEqual(expected);
      expect(all.units.length).toBeLessThanOrEqual(prepared.mostUnits);
    },
  );
});

describe('the bytes of a packed index', () => {
  test.prop([units, clauses])('give the same index back, wherever they lie', (made, asked) => {
    const bytes = writePackedIndex(buildPackedIndex(LANGUAGES, made));
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const index = readPackedIndex(shifted.subarray(1));
    expect(index.languages).toEqual(LANGUAGES);
    expect(writePackedIndex(index)).toEqual(bytes);
    expectParity(index, made, asked);
  });

  test.prop([fc.array(units, { maxLength: 4 })])(
    'are those of an index built at once when it was merged',
    (works) => {
      const merged = mergePackedIndexes([
        buildPackedIndex(LANGUAGES, []),
        ...works.map((made) => buildPackedIndex(LANGUAGES, made)),
      ]);
      expect(writePackedIndex(merged)).toEqual(writePackedIndex(buildPackedIndex(LANGUAGES, works.flat())));
    },
  );

  test.prop([units, fc.nat(), fc.integer({ min: 1, max: 255 })])(
    'are refused when any of them is damaged',
    (made, place, change) => {
      const bytes = writePackedIndex(buildPackedIndex(LANGUAGES, made));
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ change;
      expect(() => readPackedIndex(bytes)).toThrow('packed index');
    },
  );

  test.prop([units, fc.nat()])('are refused when they are cut short', (made, place) => {
    const bytes = writePackedIndex(buildPackedIndex(LANGUAGES, made));
    expect(() => readPackedIndex(bytes.subarray(0, place % bytes.length))).toThrow('packed index');
  });
});

describe('the terms of a large packed index', () => {
  // So many that they are looked for among a few first; some of them begin alike for long.
  const held = Array.from({ length: 700 }, (_none, n) => (n % 3 === 0 ? `abc${n}` : n.toString(36)));
  const large = buildPackedIndex(
    LANGUAGES,
    held.map((one): IndexedUnit => ({ 'zh-Hans': [], en: [one], ru: [] })),
  );
  const typed = fc.oneof(
    fc.constantFrom(...held),
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '9', 'z', '主'), maxLength: 6 }),
  );

  test.prop([typed, fc.boolean()], { numRuns: 500 })('are found where they stand', (text, isPrefix) => {
    const asked = createLunrQuery([{ term: text, isPrefix, presence: 'required', languages: ['en'] }]);
    const expected = held.flatMap((one, position) =>
      one === text || (isPrefix && one.startsWith(text)) ? [position] : [],
    );
    expect(Array.from(large.query(asked).units)).toEqual(expected);
  });
});

describe('the terms of a packed index', () => {
  const index = buildPackedIndex(LANGUAGES, [
    { 'zh-Hans': ['主权', '主'], en: ['space', 'spatial', 'sovereignty'], ru: ['space'] },
    { 'zh-Hans': ['主'], en: ['space', 'spatial', 'spare'], ru: [] },
    { 'zh-Hans': [], en: ['space', 'spatial', 'spare', 'spade'], ru: [] },
    { 'zh-Hans': [], en: ['space'], ru: [] },
  ]);

  test.each([
    ['en', 'space', 4],
    ['ru', 'space', 1],
    ['zh-Hans', '主', 2],
    ['zh-Hans', 'space', 0],
    ['en', 'spac', 0],
    ['de', 'space', 0],
  ])('%s: %s stands in %i units', (language, text, count) => {
    expect(index.countUnits(language, text)).toBe(count);
  });

  test('are completed by how many units have them, then by their letters', () => {
    expect(index.completeTerm('en', 'spa', 3)).toEqual(['space', 'spatial', 'spare']);
    expect(index.completeTerm('en', '', 10)).toEqual(['space', 'spatial', 'spare', 'sovereignty', 'spade']);
    expect(index.completeTerm('ru', 'spa', 3)).toEqual(['space']);
    expect(index.completeTerm('en', 'x', 3)).toEqual([]);
    expect(index.completeTerm('de', 'spa', 3)).toEqual([]);
  });

  test('of a language that was not indexed are not found', () => {
    const asked = createLunrQuery([{ term: 'space', presence: 'required', languages: ['de'] }]);
    expect(index.query(asked).units).toHaveLength(0);
  });
});
