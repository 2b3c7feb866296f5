import { describe, expect, test } from 'vitest';
import { createConcordanceCorpus } from '../../../core/concordance/concordance-corpus.ts';
import { contextWords } from '../../../core/concordance/context-words.ts';
import { findLines } from '../../../core/concordance/find-lines.ts';
import { sortLines, type LineSorting } from '../../../core/concordance/sort-lines.ts';
import { runToEnd } from '../../../core/steps.ts';
import { makeConcordanceWork } from './make-concordance-work.ts';

const corpus = createConcordanceCorpus([
  makeConcordanceWork([
    { zh: '张安全', en: 'zeal for security of all', links: [['安全', 'security']] },
    { zh: '北安全', en: 'an appeal for security now' },
    { zh: '阿安全', en: 'Security', links: [['安全', 'Security']] },
    { zh: '安全', en: 'safety for Security and', links: [['安全', 'safety']] },
  ]),
]);

function sortUnits(
  query: { readonly text: string; readonly language: string; readonly counterpart: string },
  sorting: LineSorting,
): readonly number[] {
  const lines = runToEnd(findLines(corpus, query));
  return sortLines(corpus, query, lines, sorting).map(({ unit }) => unit + 1);
}

const CHINESE = { text: '安全', language: 'zh-Hans', counterpart: 'en' };
const ENGLISH = { text: 'security', language: 'en', counterpart: 'zh-Hans' };

describe('lines are put in order', () => {
  test('by the place', () => {
    expect(sortUnits(CHINESE, { order: 'place', depth: 1, collation: 'pinyin' })).toEqual([1, 2, 3, 4]);
  });

  test('by the Chinese character before, as it sounds: ā, běi, zhāng', () => {
    expect(sortUnits(CHINESE, { order: 'left', depth: 1, collation: 'pinyin' })).toEqual([4, 3, 2, 1]);
  });

  test('by the Chinese character before, by its number: 北 5317, 张 5F20, 阿 963F', () => {
    expect(sortUnits(CHINESE, { order: 'left', depth: 1, collation: 'code-point' })).toEqual([4, 2, 1, 3]);
  });

  test('by the words before, the nearest first', () => {
    // "for" stands before three of them; then "appeal", "safety", "zeal" decide.
    expect(sortUnits(ENGLISH, { order: 'left', depth: 2, collation: 'pinyin' })).toEqual([3, 2, 4, 1]);
  });

  test('by the word before only, where only one is asked for', () => {
    expect(sortUnits(ENGLISH, { order: 'left', depth: 1, collation: 'pinyin' })).toEqual([3, 1, 2, 4]);
  });

  test('by the words after', () => {
    expect(sortUnits(ENGLISH, { order: 'right', depth: 3, collation: 'pinyin' })).toEqual([3, 4, 2, 1]);
  });

  test('by the rendering, what has none last', () => {
    expect(sortUnits(CHINESE, { order: 'rendering', depth: 1, collation: 'pinyin' })).toEqual([4, 1, 3, 2]);
  });
});

test.each([
  ['left', 'one two three', ['three', 'two']],
  ['right', 'one two three', ['one', 'two']],
  ['left', '和平、安全', ['全', '安']],
  ['right', '', []],
] as const)('the words to the %s in "%s" come nearest first', (side, context, words) => {
  expect(contextWords(context, side, 2)).toEqual(words);
});
