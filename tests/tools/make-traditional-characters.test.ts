import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { SIMPLIFIED, TRADITIONAL } from '../../core/search/traditional-characters.ts';
import { makeTraditionalCharacters, TARGET } from '../../tools/make-traditional-characters.ts';

test('the table of traditional characters is the one the pinned dictionary gives', async () => {
  expect(await readFile(TARGET, 'utf8')).toBe(makeTraditionalCharacters());
});

test('every traditional character has one simplified character, which is not traditional itself', () => {
  const traditional = Array.from(TRADITIONAL);
  const simplified = Array.from(SIMPLIFIED);
  expect(simplified).toHaveLength(traditional.length);
  expect(new Set(traditional)).toHaveProperty('size', traditional.length);
  expect(simplified.filter((character) => TRADITIONAL.includes(character))).toEqual([]);
});

test.each(Array.from('乾著藉覆夥麴'))('%s, which simplified texts write too, is left alone', (character) => {
  expect(TRADITIONAL).not.toContain(character);
});
