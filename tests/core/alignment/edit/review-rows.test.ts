import { describe, expect, test } from 'vitest';
import type { EditedText, RowStatus } from '../../../../core/alignment/edit/edited-row.ts';
import {
  acceptAllAbove,
  acceptRow,
  countDoubtful,
  findDoubtful,
  findSureness,
  toggleLock,
} from '../../../../core/alignment/edit/review-rows.ts';
import { at, rowsAfter, textOf } from './sample.ts';

function textWith(...rows: readonly (readonly [status: RowStatus, confidence: number | null])[]): EditedText {
  const text = textOf(...rows.map(() => '甲 | a'));
  return {
    ...text,
    rows: text.rows.map((row, index) => {
      const [status = 'open', confidence = null] = rows[index] ?? [];
      return { ...row, status, confidence };
    }),
  };
}

const statusesOf = (rows: EditedText['rows']) => rows.map(({ status }) => status);

describe('doubtful rows', () => {
  const { rows } = textWith(
    ['open', 0.2],
    ['open', 0.99],
    ['accepted', 0.1],
    ['locked', 0.1],
    ['open', null],
    ['open', 0.3],
  );

  test('are those that are measured as unsure and not reviewed', () => {
    expect(countDoubtful(rows)).toBe(2);
  });

  test.each([
    [0, 1, 5],
    [5, 1, 0],
    [3, -1, 0],
    [0, -1, 5],
  ] as const)('from row %i by %i comes row %i', (from, by, found) => {
    expect(findDoubtful(rows, from, by)).toBe(found);
  });

  test('are not found where there are none', () => {
    expect(findDoubtful(textWith(['accepted', 0.1]).rows, 0, 1)).toBeUndefined();
  });
});

describe('a row beside one that was reviewed', () => {
  const besides = (above: RowStatus, below: RowStatus) => {
    const { rows } = textWith([above, 0.5], ['open', 0.5], [below, 0.5]);
    const given = { above: 0.8, below: 0.9 };
    return findSureness(
      rows.map((row, index) => (index === 1 ? { ...row, given } : row)),
      1,
    );
  };

  test.each([
    ['open', 'open', 0.5],
    ['accepted', 'open', 0.8],
    ['open', 'locked', 0.9],
    ['accepted', 'accepted', 0.9],
  ] as const)('between one that is %s and one that is %s has the sureness %d', (above, below, sureness) => {
    expect(besides(above, below)).toBe(sureness);
  });

  test('is as sure as it was where nothing else was measured', () => {
    const { rows } = textWith(['accepted', 0.5], ['open', 0.4]);
    expect(findSureness(rows, 1)).toBe(0.4);
  });

  test('has no sureness where it was reviewed itself', () => {
    expect(findSureness(textWith(['accepted', 0.5]).rows, 0)).toBeNull();
  });
});

describe('accepting', () => {
  test('says of one row that it is right', () => {
    const text = textWith(['open', 0.2], ['open', 0.2]);
    expect(statusesOf(rowsAfter(text, acceptRow(text, at(1, 'en', 0))))).toEqual(['open', 'accepted']);
  });

  test('of all above takes the row with it, and leaves locked ones locked', () => {
    const text = textWith(['open', 0.2], ['locked', 0.2], ['open', null], ['open', 0.2]);
    expect(statusesOf(rowsAfter(text, acceptAllAbove(text, at(2, 'en', 0))))).toEqual([
      'accepted',
      'locked',
      'accepted',
      'open',
    ]);
  });

  test('again changes nothing', () => {
    const text = textWith(['accepted', 0.2]);
    expect(acceptRow(text, at(0, 'en', 0))).toEqual({ type: 'refused', refusal: 'unchanged' });
  });
});

test('a lock is put on and taken off', () => {
  const text = textWith(['open', 0.2]);
  const locked = { ...text, rows: rowsAfter(text, toggleLock(text, at(0, 'en', 0))) };
  expect(statusesOf(locked.rows)).toEqual(['locked']);
  expect(statusesOf(rowsAfter(locked, toggleLock(locked, at(0, 'en', 0))))).toEqual(['open']);
});
