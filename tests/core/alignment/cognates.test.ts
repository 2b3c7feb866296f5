import { describe, expect, test } from 'vitest';
import { findCognates, spellBySound } from '../../../core/alignment/cognates.ts';

describe('words of one origin are found across languages and alphabets', () => {
  test.each([
    ['philosophy', 'философия'],
    ['president', 'президент'],
    ['government', 'gouvernement'],
    ['declaration', 'декларация'],
    ['moskva', 'москва'],
    ['university', 'université'],
  ])('%s and %s', (first, second) => {
    const found: string[] = [];
    findCognates([first], ['другое', 'other', second], (source, target) => found.push(`${source}-${target}`));
    expect(found).toEqual(['0-2']);
  });

  test.each([
    ['peace', 'мир'],
    ['president', 'prevention'],
    ['合作', 'cooperation'],
    ['the', 'the'],
  ])('but not %s and %s', (first, second) => {
    const found: number[] = [];
    findCognates([first], [second], (source) => found.push(source));
    expect(found).toEqual([]);
  });
});

test('letters are spelled by their sound', () => {
  expect(['космос', 'cosmos', 'щит', '和平'].map(spellBySound)).toEqual(['kosmos', 'kosmos', 'shit', '']);
});
