import { describe, expect, test } from 'vitest';
import type { EditOperation } from '../../../../core/alignment/edit/edit-outcome.ts';
import { joinWithNext, joinWithPrevious } from '../../../../core/alignment/edit/join-rows.ts';
import { leaveUnanswered } from '../../../../core/alignment/edit/leave-unanswered.ts';
import { moveToNext, moveToPrevious, swapWithNext } from '../../../../core/alignment/edit/move-sentences.ts';
import { isDoubtful } from '../../../../core/alignment/edit/review-rows.ts';
import { splitRow } from '../../../../core/alignment/edit/split-row.ts';
import { at, outcomeOf, rowsAfter, textOf } from './sample.ts';

interface Case {
  readonly name: string;
  readonly operation: EditOperation;
  readonly rows: readonly string[];
  readonly place: ReturnType<typeof at>;
  readonly becomes: readonly string[] | string;
  /** Where the reader is then. */
  readonly to?: ReturnType<typeof at>;
}

const CASES: readonly Case[] = [
  {
    name: 'joins with the row below',
    operation: joinWithNext,
    rows: ['甲 | a', '乙 | b', '丙 | c'],
    place: at(0, 'en', 0),
    becomes: ['甲 乙 | a b', '丙 | c'],
    to: at(0, 'en', 0),
  },
  {
    name: 'joins with the row above and stays on its sentence',
    operation: joinWithPrevious,
    rows: ['甲 | a', '乙 | b', '丙 | c'],
    place: at(1, 'en', 0),
    becomes: ['甲 乙 | a b', '丙 | c'],
    to: at(0, 'en', 1),
  },
  {
    name: 'does not join beyond the end',
    operation: joinWithNext,
    rows: ['甲 | a'],
    place: at(0, 'en', 0),
    becomes: 'no-neighbour',
  },
  {
    name: 'does not join beyond the beginning',
    operation: joinWithPrevious,
    rows: ['甲 | a'],
    place: at(0, 'en', 0),
    becomes: 'no-neighbour',
  },
  {
    name: 'splits before a sentence and cuts the other side where about as much is above',
    operation: splitRow,
    rows: ['甲 乙 丙 | aa bb cc'],
    place: at(0, 'zh-Hans', 2),
    becomes: ['甲 乙 | aa bb', '丙 | cc'],
    to: at(1, 'zh-Hans', 0),
  },
  {
    name: 'does not split before the first sentence',
    operation: splitRow,
    rows: ['甲 乙 | a'],
    place: at(0, 'zh-Hans', 0),
    becomes: 'nothing-to-split',
  },
  {
    name: 'moves a sentence and what is behind it down',
    operation: moveToNext,
    rows: ['甲 | a b c', '乙 | d'],
    place: at(0, 'en', 1),
    becomes: ['甲 | a', '乙 | b c d'],
    to: at(1, 'en', 0),
  },
  {
    name: 'moves a sentence and what is before it up',
    operation: moveToPrevious,
    rows: ['甲 | a', '乙 | b c d'],
    place: at(1, 'en', 1),
    becomes: ['甲 | a b c', '乙 | d'],
    to: at(0, 'en', 2),
  },
  {
    name: 'drops the row that is left empty below',
    operation: moveToPrevious,
    rows: ['甲 |', '| a', '乙 | b'],
    place: at(1, 'en', 0),
    becomes: ['甲 | a', '乙 | b'],
    to: at(0, 'en', 0),
  },
  {
    name: 'drops the row that is left empty above',
    operation: moveToNext,
    rows: ['| a', '甲 |'],
    place: at(0, 'en', 0),
    becomes: ['甲 | a'],
    to: at(0, 'en', 0),
  },
  {
    name: 'has nothing to move on an empty side',
    operation: moveToNext,
    rows: ['甲 |', '乙 | b'],
    place: at(0, 'en', 0),
    becomes: 'unchanged',
  },
  {
    name: 'leaves an only sentence without an answer',
    operation: leaveUnanswered,
    rows: ['甲 | a'],
    place: at(0, 'zh-Hans', 0),
    becomes: ['甲 |', '| a'],
  },
  {
    name: 'leaves a first sentence without an answer',
    operation: leaveUnanswered,
    rows: ['甲 乙 | a'],
    place: at(0, 'zh-Hans', 0),
    becomes: ['甲 |', '乙 | a'],
  },
  {
    name: 'leaves a last sentence without an answer',
    operation: leaveUnanswered,
    rows: ['甲 乙 | a'],
    place: at(0, 'zh-Hans', 1),
    becomes: ['甲 | a', '乙 |'],
    to: at(1, 'zh-Hans', 0),
  },
  {
    name: 'leaves a sentence in the middle without an answer',
    operation: leaveUnanswered,
    rows: ['甲 乙 丙 | a b'],
    place: at(0, 'zh-Hans', 1),
    becomes: ['甲 | a', '乙 |', '丙 | b'],
    to: at(1, 'zh-Hans', 0),
  },
  {
    name: 'has nothing to do where nothing answers already',
    operation: leaveUnanswered,
    rows: ['甲 |'],
    place: at(0, 'zh-Hans', 0),
    becomes: 'unchanged',
  },
  {
    name: 'swaps two sentences of a row',
    operation: swapWithNext,
    rows: ['甲 乙 | a b'],
    place: at(0, 'en', 0),
    becomes: ['甲 乙 | b a'],
    to: at(0, 'en', 1),
  },
  {
    name: 'swaps a sentence with the first of the row below',
    operation: swapWithNext,
    rows: ['甲 | a', '乙 | b c'],
    place: at(0, 'en', 0),
    becomes: ['甲 | b', '乙 | a c'],
    to: at(1, 'en', 0),
  },
  {
    name: 'does not swap over an empty side',
    operation: swapWithNext,
    rows: ['甲 | a', '乙 |', '丙 | c'],
    place: at(0, 'en', 0),
    becomes: 'no-neighbour',
  },
];

describe('an operation on rows', () => {
  test.each(CASES)('$name', ({ operation, rows, place, becomes, to }) => {
    const text = textOf(...rows);
    const outcome = operation(text, place);
    expect(outcomeOf(text, outcome)).toEqual(becomes);
    if (to !== undefined) expect(outcome).toMatchObject({ place: to });
  });

  const ALL = [
    joinWithNext,
    joinWithPrevious,
    splitRow,
    moveToNext,
    moveToPrevious,
    leaveUnanswered,
    swapWithNext,
  ];

  test.each(ALL.map((operation) => ({ name: operation.name, operation })))(
    '$name changes no locked row',
    ({ operation }) => {
      const { rows, reservedIds } = textOf('甲 乙 | a b', '丙 丁 | c d', '戊 | e');
      const locked = rows.map((row) => ({ ...row, status: 'locked' as const }));
      expect(operation({ rows: locked, reservedIds }, at(1, 'en', 1))).toEqual({
        type: 'refused',
        refusal: 'locked',
      });
    },
  );
});

describe('the ids of rows', () => {
  test('a joined row keeps the upper id and number', () => {
    const text = textOf('甲 | a', '乙 | b');
    expect(rowsAfter(text, joinWithPrevious(text, at(1, 'en', 0))).map(({ id }) => id)).toEqual(['item-1']);
  });

  test('a split row keeps its id above, and below has one that no unit has or had', () => {
    const { rows, reservedIds } = textOf('甲 乙 | a b');
    const text = { rows, reservedIds: new Set([...reservedIds, 'item-1-2']) };
    expect(rowsAfter(text, splitRow(text, at(0, 'en', 1))).map(({ id }) => id)).toEqual([
      'item-1',
      'item-1-3',
    ]);
  });

  test('a number stays with the upper part', () => {
    const { rows, reservedIds } = textOf('甲 乙 | a b');
    const text = { rows: rows.map((row) => ({ ...row, number: '7' })), reservedIds };
    expect(rowsAfter(text, splitRow(text, at(0, 'en', 1))).map(({ number }) => number)).toEqual([
      '7',
      undefined,
    ]);
  });

  test('three rows that come of one have three ids', () => {
    const text = textOf('甲 乙 丙 | a');
    const rows = rowsAfter(text, leaveUnanswered(text, at(0, 'zh-Hans', 1)));
    expect(rows.map(({ id }) => id)).toEqual(['item-1', 'item-1-2', 'item-1-3']);
  });
});

test('a row that has lost its answer to its neighbour is doubtful', () => {
  const text = textOf('甲 | a', '乙 | b');
  const rows = rowsAfter(text, moveToNext(text, at(0, 'en', 0)));
  expect(rows.map((_, index) => isDoubtful(rows, index))).toEqual([true, false]);
});

test('what was made by hand is accepted, and no longer measured', () => {
  const { rows, reservedIds } = textOf('甲 | a', '乙 | b');
  const text = { rows: rows.map((row) => ({ ...row, confidence: 0.2 })), reservedIds };
  expect(rowsAfter(text, joinWithNext(text, at(0, 'en', 0)))).toMatchObject([
    { confidence: null, status: 'accepted' },
  ]);
});
