import { describe, expect, test } from 'vitest';
import type { Bead } from '../../../../core/alignment/align-texts.ts';
import type { EditedText } from '../../../../core/alignment/edit/edited-row.ts';
import { listSentences, measureRows } from '../../../../core/alignment/edit/measure-rows.ts';
import { findOpenRange, realignRows } from '../../../../core/alignment/edit/realign-rows.ts';
import { isDoubtful } from '../../../../core/alignment/edit/review-rows.ts';
import { at, outcomeOf, rowsAfter, textOf } from './sample.ts';

const PAIR = ['zh-Hans', 'en'] as const;

/** How many sentences of each language a bead holds, and how sure it is: [2, 1] is two to one. */
type Shape = readonly [source: number, target: number, confidence?: number];

function beadsOf(...shapes: readonly Shape[]): readonly Bead[] {
  let source = 0;
  let target = 0;
  return shapes.map(([sources, targets, confidence = 0.9]) => {
    const bead = {
      source: Array.from({ length: sources }, (_, index) => source + index),
      target: Array.from({ length: targets }, (_, index) => target + index),
      confidence,
    };
    source += sources;
    target += targets;
    return bead;
  });
}

function realign(text: EditedText, ...beads: readonly Shape[]) {
  return realignRows(text, { from: 0, to: text.rows.length }, PAIR, beadsOf(...beads), at(0, 'en', 0));
}

describe('rows that are aligned anew', () => {
  test.each([
    {
      name: 'take the sentences that answer them',
      rows: ['甲 | a b', '乙 | c', '丙 |'],
      beads: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      becomes: ['甲 | a', '乙 | b', '丙 | c'],
    },
    {
      name: 'stay whole where the first language has them whole',
      rows: ['甲 乙 | a', '丙 | b c'],
      beads: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      becomes: ['甲 乙 | a b', '丙 | c'],
    },
    {
      name: 'are joined by a bead over both',
      rows: ['甲 | a', '乙 |', '丙 | b'],
      beads: [
        [2, 1],
        [1, 1],
      ],
      becomes: ['甲 乙 | a', '丙 | b'],
    },
    {
      name: 'leave an added sentence alone between them',
      rows: ['甲 | a', '乙 | b c'],
      beads: [
        [1, 1],
        [0, 1],
        [1, 1],
      ],
      becomes: ['甲 | a', '| b', '乙 | c'],
    },
    {
      name: 'keep an added sentence inside a paragraph',
      rows: ['甲 乙 | a b c'],
      beads: [
        [1, 1],
        [0, 1],
        [1, 1],
      ],
      becomes: ['甲 乙 | a b c'],
    },
  ] as const)('$name', ({ rows, beads, becomes }) => {
    const text = textOf(...rows);
    expect(outcomeOf(text, realign(text, ...beads))).toEqual(becomes);
  });

  test('keep the id of the unit whose first sentence they hold', () => {
    const text = textOf('甲 | a', '| b', '乙 | c');
    const rows = rowsAfter(text, realign(text, [1, 2], [1, 1]));
    expect(rows.map(({ id }) => id)).toEqual(['item-1', 'item-3']);
  });

  test('have the confidence of the least sure bead in them', () => {
    const text = textOf('甲 乙 | a b');
    expect(rowsAfter(text, realign(text, [1, 1, 0.9], [1, 1, 0.4]))).toMatchObject([{ confidence: 0.4 }]);
  });

  test('take sentences of a third language along in their order', () => {
    const { rows, reservedIds } = textOf('甲 | a', '乙 | b');
    const third = (unit: string) => [{ text: unit, correction: null, gap: null, origin: { unit, start: 0 } }];
    const text = {
      rows: rows.map((row) => ({ ...row, sides: { ...row.sides, ru: third(row.id) } })),
      reservedIds,
    };
    const joined = rowsAfter(text, realign(text, [2, 2]));
    expect(listSentences(joined, 'ru')).toEqual(['item-1', 'item-2']);
  });
});

describe('the stretch that is aligned anew', () => {
  const statuses = (...list: readonly ('open' | 'accepted' | 'locked')[]) =>
    textOf(...list.map(() => '甲 | a')).rows.map((row, index) => ({ ...row, status: list[index] ?? 'open' }));

  test('reaches to the nearest rows that were reviewed', () => {
    expect(findOpenRange(statuses('open', 'locked', 'open', 'open', 'accepted', 'open'), 3)).toEqual({
      from: 2,
      to: 4,
    });
  });

  test('is the whole text where nothing was reviewed', () => {
    expect(findOpenRange(statuses('open', 'open'), 1)).toEqual({ from: 0, to: 2 });
  });

  test('is none at a row that was reviewed', () => {
    expect(findOpenRange(statuses('open', 'accepted'), 1)).toBeUndefined();
  });
});

describe('rows that are measured', () => {
  const measure = (written: readonly string[], ...beads: readonly Shape[]) => [
    ...measureRows(textOf(...written).rows, PAIR, beadsOf(...beads)).values(),
  ];

  test('are as sure as the least sure bead in them', () => {
    expect(measure(['甲 乙 | a b', '丙 | c'], [1, 1, 0.9], [1, 1, 0.7], [1, 1, 0.8])).toEqual([0.7, 0.8]);
  });

  test('are doubtful where the aligner contradicts them, the more the surer it is', () => {
    const [first, second, third] = measure(
      ['甲 | a b', '乙 |', '丙 | c'],
      [1, 1, 0.9],
      [1, 1, 0.8],
      [1, 1, 0.7],
    );
    expect([first, second].map((confidence) => isDoubtful(rowWith(confidence ?? 1)))).toEqual([true, true]);
    expect(third).toBe(0.7);
  });

  test('are found again behind what the aligner contradicts', () => {
    expect(measure(['甲 |', '| a', '乙 | b'], [1, 1, 0.9], [1, 1, 0.8]).at(-1)).toBe(0.8);
  });

  function rowWith(confidence: number) {
    const [row] = textOf('甲 | a').rows;
    if (row === undefined) throw new Error('a text has a row');
    return { ...row, confidence };
  }
});
