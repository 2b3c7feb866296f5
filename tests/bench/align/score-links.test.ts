import { expect, test } from 'vitest';
import { scoreLinks } from './score-links.ts';

const gold = [
  { source: [{ start: 0, end: 4 }], target: [{ start: 0, end: 5 }] },
  { source: [{ start: 4, end: 6 }], target: [{ start: 6, end: 9 }] },
];

test('a proposal is right in one link, wrong across two, and exact with the same words', () => {
  const proposals = [
    { source: [{ start: 4, end: 6 }], target: [{ start: 6, end: 9 }] },
    { source: [{ start: 0, end: 2 }], target: [{ start: 0, end: 3 }] },
    { source: [{ start: 2, end: 3 }], target: [{ start: 6, end: 9 }] },
    { source: [{ start: 9, end: 10 }], target: [] },
  ];
  expect(scoreLinks(proposals, gold)).toEqual({ proposed: 3, made: 2, right: 2, exact: 1, found: 2 });
});
