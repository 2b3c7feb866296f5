import { describe, expect, test } from 'vitest';
import type { AlignedBead } from '../../../../core/alignment/align-texts.ts';
import type { EditedText } from '../../../../core/alignment/edit/edited-row.ts';
import { listSentences, measureRows } from '../../../../core/alignment/edit/measure-rows.ts';
import { findOpenRange, realignRows } from '../../../../core/alignment/edit/realign-rows.ts';
import { DOUBTFUL_BELOW } from '../../../../core/alignment/edit/review-rows.ts';
import { at, outcomeOf, rowsAfter, textOf } from './sample.ts';

const PAIR = ['zh-Hans', 'en'] as const;

/** How many sentences of each language a bead holds, and how sure it is: [2, 1] is two to one. */
type Shape = readonly [source: number, target: number, confidence?: number, border?: number];

function beadsOf(...shapes: readonly Shape[]): readonly AlignedBead[] {
  let source = 0;
  let target = 0;
  return shapes.map(([sources, targets, confidence = 0.9, border = 1]) => {
    const bead = {
      source: Array.from({ length: sources }, (_, index) => source + index),
      target: Array.from({ length: targets }, (_, index) => target + index),
      confidence,
      border,
      isSupported: true,
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

  test('are as sure as the aligner is that the texts part between them', () => {
    const text = textOf('甲 乙 | a b', '丙 | c');
    expect(rowsAfter(text, realign(text, [1, 1, 0.4, 0.5], [1, 1, 0.4, 0.9], [1, 1, 0.8]))).toMatchObject([
      { confidence: 0.9 },
      { confidence: 0.8 },
    ]);
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
  const measure = (written: readonly string[], ...beads: readonly Shape[]) =>
    [...measureRows(textOf(...written).rows, PAIR, beadsOf(...beads)).values()].map(
      ({ confidence }) => confidence,
    );

  test('are as sure as the only bead in them', () => {
    expect(measure(['甲 | a', '乙 | b'], [1, 1, 0.9, 0.95], [1, 1, 0.8])).toEqual([0.9, 0.8]);
  });

  test('of several beads are as sure as their borders, however the sentences inside go together', () => {
    const rows = ['甲 | a', '乙 丙 | b c', '丁 | d'];
    const beads: readonly Shape[] = [
      [1, 1, 0.8, 0.9],
      [1, 1, 0.3, 0.4],
      [1, 1, 0.3, 0.5],
      [1, 1, 0.5],
    ];
    expect(measure(rows, ...beads)).toEqual([0.8, 0.9 * 0.5, 0.5]);
  });

  test('of several beads are not believed where the lexicon finds no answers', () => {
    const { rows } = textOf('甲 乙 丙 | a b c');
    const beads = beadsOf([1, 1], [1, 1], [1, 1]);
    const sureness = (...unsupported: readonly number[]) =>
      measureRows(
        rows,
        PAIR,
        beads.map((bead, index) => ({ ...bead, isSupported: !unsupported.includes(index) })),
      ).get('item-1')?.confidence;
    expect(sureness(1)).toBe(1);
    expect(sureness(1, 2)).toBeLessThan(DOUBTFUL_BELOW);
  });

  test('are doubtful where the aligner contradicts them, the more the surer it is', () => {
    const [first, second, third] = measure(
      ['甲 | a b', '乙 |', '丙 | c'],
      [1, 1, 0.9],
      [1, 1, 0.8],
      [1, 1, 0.7],
    );
    for (const confidence of [first, second]) expect(confidence).toBeLessThan(DOUBTFUL_BELOW);
    expect(third).toBe(0.7);
  });

  test('are found again behind what the aligner contradicts', () => {
    expect(measure(['甲 |', '| a', '乙 | b'], [1, 1, 0.9], [1, 1, 0.8]).at(-1)).toBe(0.8);
  });

  test('are the surer if a neighbour is right, for its border is known then', () => {
    const { rows } = textOf('甲 | a', '乙 | b', '丙 丁 | c d');
    const beads = beadsOf([1, 1, 0.6, 0.6], [1, 1, 0.4, 0.8], [1, 1, 0.3, 0.3], [1, 1, 0.9]);
    const measured = measureRows(rows, PAIR, beads);
    // P(bead | border) = P(bead) / P(border), where no alignment has the bead without the border
    expect(measured.get('item-2')?.given.above).toBeCloseTo(0.4 / 0.6);
    expect(measured.get('item-2')?.given.below).toBeCloseTo(0.4 / 0.8);
    expect(measured.get('item-3')?.given.above).toBeCloseTo(1);
  });

  test('are no surer with a neighbour where the lexicon finds no answers', () => {
    const { rows } = textOf('甲 | a', '乙 | b');
    const beads = beadsOf([1, 1, 0.5, 0.5], [1, 1, 0.5]).map((bead) => ({ ...bead, isSupported: false }));
    expect(measureRows(rows, PAIR, beads).get('item-2')?.given.above).toBe(0.5);
  });
});
