import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { charactersOf, listSounds } from '../../../../core/search/pinyin/sounds.ts';
import { formatReadings } from '../../../../tools/make-pinyin-readings.ts';

test('the readings are what tools/make-pinyin-readings.ts makes', () => {
  const file = path.resolve(import.meta.dirname, '../../../../core/search/pinyin/readings.ts');
  expect(readFileSync(file, 'utf8') === formatReadings(), 'run: npx tsx tools/make-pinyin-readings.ts').toBe(
    true,
  );
});

test('a character is listed once for each of its readings', () => {
  const readings = listSounds().filter(({ characters }) => characters.includes('行'));
  expect(readings.map(({ syllable, tone }) => syllable + String(tone))).toEqual([
    'hang2',
    'hang4',
    'heng2',
    'xing2',
  ]);
  for (const { characters } of listSounds()) expect(new Set(characters).size).toBe(characters.length);
});

test.each([
  ['wang', true, null, '网王望'],
  ['lü', true, null, '绿旅律'],
  ['lv', true, null, '绿旅律'],
  ['lu', true, null, '绿路陆'],
  ['ju', true, null, '居巨'],
  ['jü', true, null, '居巨'],
  ['nüe', true, null, '虐'],
  ['wang', true, 3, '网往'],
  ['de', true, 5, '的地得'],
  ['zh', false, null, '中主知'],
  ['z', false, null, '中主自'],
])('%s can be what is read so', (spelling, isWhole, tone, characters) => {
  const found = charactersOf({ spelling, isWhole, tone });
  for (const character of characters) expect(found).toContain(character);
});

test.each([
  ['lü', null, '路'],
  ['lv', null, '路'],
  ['wang', 3, '王'],
  ['shi', null, '西'],
])('%s in tone %s is not %s', (spelling, tone, character) => {
  expect(charactersOf({ spelling, isWhole: true, tone })).not.toContain(character);
});
