import { expect, test } from 'vitest';
import { carryReview } from '../../../../core/alignment/edit/carry-review.ts';
import { textOf } from './sample.ts';

test('a review is carried to rows with the same id and words, and to no other', () => {
  const reviewed = textOf('甲 | a', '乙 | b', '丙 | c').rows.map((row) => ({
    ...row,
    status: 'accepted' as const,
    confidence: 0.4,
  }));
  const carried = carryReview(textOf('甲 | a', '乙 丁 | b', '丙 | c', '戊 | d').rows, reviewed);
  expect(carried.map(({ status, confidence }) => [status, confidence])).toEqual([
    ['accepted', 0.4],
    ['open', null],
    ['accepted', 0.4],
    ['open', null],
  ]);
});
