import { expect, test } from 'vitest';
import { readSide } from '../../../core/alignment/aligned-side.ts';
import { findKnownPairs } from '../../../core/alignment/known-pairs.ts';
import { spellByPalladius } from '../../../core/alignment/palladius.ts';
import { matchName, readSyllables } from '../../../core/alignment/pinyin-names.ts';
import { listSounds } from '../../../core/search/pinyin/sounds.ts';

// Names as Russian books and maps print them.
test.each([
  ['bei jing', 'бэйцзин'],
  ['shang hai', 'шанхай'],
  ['chang jiang', 'чанцзян'],
  ['guang zhou', 'гуанчжоу'],
  ['deng xiao ping', 'дэнсяопин'],
  ['mao ze dong', 'маоцзэдун'],
  ['lü da', 'люйда'],
  ['xue', 'сюэ'],
  ['quan', 'цюань'],
  ['zi', 'цзы'],
  ['er', 'эр'],
])('%s is written %s', (syllables, word) => {
  expect(syllables.split(' ').map(spellByPalladius).join('')).toBe(word);
});

test('every syllable that is common can be written', () => {
  const unwritten = new Set(
    listSounds().flatMap(({ syllable, characters }) =>
      spellByPalladius(syllable) === undefined && Array.from(characters).length > 12 ? [syllable] : [],
    ),
  );
  expect([...unwritten]).toEqual([]);
});

test.each([
  ['陈', 'чэнь', 1],
  ['陈', 'чэн', 1],
  ['清扬', 'цинъян', 1],
  ['清', 'цинян', 0.5],
  ['长安', 'чанъань', 1],
  ['北京', 'бэйцзин', 1],
  ['人', 'чэнь', 0],
  ['陈', 'москва', 0],
])('%s is so much of %s: %d', (characters, name, share) => {
  expect(matchName(characters, readSyllables(name))).toBe(share);
});

test('a Chinese name is known again in a Russian text, wherever it stands', () => {
  const chinese = readSide(['邓说', '他走了'], 'zh-Hans');
  const russian = readSide(['Тогда Дэн сказал', 'Он ушёл'], 'ru');
  const pairs = findKnownPairs(chinese, russian).list(chinese.counts.length);
  const name = chinese.vocabulary.find('邓');
  const answer = russian.vocabulary.find('дэн');
  expect(name).toBeDefined();
  expect(answer).toBeDefined();
  expect(pairs[name ?? -1]).toEqual(expect.arrayContaining([expect.objectContaining({ target: answer })]));
});

test('a common word that begins a sentence is taken for no name', () => {
  const chinese = readSide(['那'], 'zh-Hans');
  const russian = readSide(['На столе'], 'ru');
  expect(russian.names.has(russian.vocabulary.find('на') ?? -1)).toBe(true);
  expect(matchName('那', readSyllables('на'))).toBe(1);
  expect(findKnownPairs(chinese, russian).list(chinese.counts.length).flat()).toEqual([]);
});
