import { expect, test } from 'vitest';
import { matchName, readSyllables } from '../../../core/alignment/pinyin-names.ts';

test.each([
  ['chen', [['chen']]],
  ['qingyang', [['qing', 'yang']]],
  ['xian', [['xian'], ['xi', 'an']]],
  ['smith', []],
  ['', []],
])('"%s" is read as syllables', (word, ways) => {
  expect(readSyllables(word)).toEqual(expect.arrayContaining(ways));
  if (ways.length === 0) expect(readSyllables(word)).toEqual([]);
});

test.each([
  ['陈', 'chen', 1],
  ['清扬', 'qingyang', 1],
  ['清', 'qingyang', 0.5],
  ['北京', 'beijing', 1],
  ['京北', 'beijing', 0],
  ['人', 'chen', 0],
])('%s is so much of %s', (characters, name, share) => {
  expect(matchName(characters, readSyllables(name))).toBe(share);
});
