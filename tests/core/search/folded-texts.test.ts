import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { foldText } from '../../../core/search/fold-text.ts';
import { FoldedTexts } from '../../../core/search/folded-texts.ts';

/** As they are, in lower case, of another length when folded, with other signs. */
const TEXTS = ['plain', 'Capitals', 'ﬁne ﬂow', '网络主权', '網路，主權', 'Ёлка', ''] as const;

const UNIT_COUNT = 24;
const LANGUAGES = ['zh-Hans', 'en'] as const;
/** A few of the texts above. */
const MOST_BYTES = 1000;

function textOf(language: string, position: number): string {
  return (TEXTS[(position + language.length) % TEXTS.length] ?? '').repeat(position);
}

/** Looks into a text as a search does; says whether it was kept. */
function look(folded: FoldedTexts, language: string, position: number): boolean {
  const kept = folded.get(language, position);
  const original = textOf(language, position);
  const { text, toOriginal } = kept ?? folded.fold(language, position, original);
  const expected = foldText(original);
  expect(text).toBe(expected.text);
  const all = { start: 0, end: text.length };
  if (text !== '') expect(toOriginal(all)).toEqual(expected.toOriginal(all));
  return kept !== undefined;
}

const looks = fc.array(fc.tuple(fc.constantFrom(...LANGUAGES), fc.nat(UNIT_COUNT - 1)), { maxLength: 200 });

test.prop([looks])(
  'gives every text as folding gives it, and keeps no more than there is room for',
  (all) => {
    const folded = new FoldedTexts(UNIT_COUNT, MOST_BYTES);
    for (const [language, position] of all) {
      look(folded, language, position);
      expect(folded.bytes).toBeGreaterThanOrEqual(0);
      expect(folded.bytes).toBeLessThanOrEqual(MOST_BYTES);
    }
  },
);

test('keeps all that there is room for', () => {
  const folded = new FoldedTexts(UNIT_COUNT, Infinity);
  const lookIntoAll = () =>
    LANGUAGES.flatMap((language) =>
      Array.from({ length: UNIT_COUNT }, (_, position) => look(folded, language, position)),
    );
  expect(lookIntoAll()).not.toContain(true);
  expect(lookIntoAll()).not.toContain(false);
});

test('a text that folding leaves as it is takes no room', () => {
  const folded = new FoldedTexts(2, 0);
  folded.fold('en', 0, 'plain');
  folded.fold('en', 1, 'Capitals');
  expect(folded.get('en', 0)?.text).toBe('plain');
  expect(folded.get('en', 1)).toBeUndefined();
});

test('whoever looks into more than there is room for, again and again, finds some of it kept', () => {
  const folded = new FoldedTexts(UNIT_COUNT, UNIT_COUNT * 15);
  const lookIntoAll = () =>
    Array.from({ length: UNIT_COUNT }, (_, position) => {
      const kept = folded.get('en', position);
      if (kept === undefined) folded.fold('en', position, 'Capitals');
      return kept !== undefined;
    }).filter(Boolean).length;
  lookIntoAll();
  for (let round = 0; round < 10; round += 1) expect(lookIntoAll()).toBeGreaterThan(0);
});
