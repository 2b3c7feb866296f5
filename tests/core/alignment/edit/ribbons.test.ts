import { describe, expect, test } from 'vitest';
import { joinWithNext } from '../../../../core/alignment/edit/join-rows.ts';
import { findRibbons, nameBeads } from '../../../../core/alignment/edit/ribbons.ts';
import { at, rowsAfter, textOf } from './sample.ts';

const PAIR = ['zh-Hans', 'en'] as const;

const BEADS = [
  { source: [0], target: [0, 1], confidence: 0.9 },
  { source: [1], target: [], confidence: 0.9 },
  { source: [2], target: [2], confidence: 0.9 },
];

describe('the ribbons of a row', () => {
  test('join what the aligner put into one bead, and nothing to what answers nothing', () => {
    const { rows } = textOf('甲 乙 丙 | a b c');
    const [row] = rows;
    expect(row && findRibbons(row, PAIR, nameBeads(rows, PAIR, BEADS))).toEqual([
      { source: [0], target: [0, 1] },
      { source: [2], target: [2] },
    ]);
  });

  test('join all of both sides where nothing is known', () => {
    const [row] = textOf('甲 乙 | a').rows;
    expect(row && findRibbons(row, PAIR, new Map())).toEqual([{ source: [0, 1], target: [0] }]);
  });

  test('join what beads leave over, for the reader put it together', () => {
    const { rows } = textOf('甲 | a', '乙 | b');
    const beads = [
      { source: [0], target: [0], confidence: 0.9 },
      { source: [1], target: [], confidence: 0.9 },
      { source: [], target: [1], confidence: 0.9 },
    ];
    const [, second] = rows;
    expect(second && findRibbons(second, PAIR, nameBeads(rows, PAIR, beads))).toEqual([
      { source: [0], target: [0] },
    ]);
  });

  test('go with their sentences', () => {
    const text = textOf('甲 | a b', '乙 丙 | c');
    const names = nameBeads(text.rows, PAIR, BEADS);
    const [joined] = rowsAfter(text, joinWithNext(text, at(0, 'en', 0)));
    expect(joined && findRibbons(joined, PAIR, names)).toEqual([
      { source: [0], target: [0, 1] },
      { source: [2], target: [2] },
    ]);
  });
});
