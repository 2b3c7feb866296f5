import { expect, test } from 'vitest';
import { createConcordanceCorpus } from '../../../core/concordance/concordance-corpus.ts';
import { findFormulas, type FormulaSearch } from '../../../core/concordance/find-formulas.ts';
import { runToEnd } from '../../../core/steps.ts';
import { makeConcordanceWork } from './make-concordance-work.ts';

const corpus = createConcordanceCorpus([
  makeConcordanceWork([
    {
      zh: '构建和平、安全、开放、合作的空间。双方',
      en: 'Within the UN framework; within the UN Framework, they met.',
      links: [['和平、安全、开放、合作', 'framework']],
    },
    { zh: '倡导和平、安全、开放、合作的秩序。双方', en: 'No formula.', links: [] },
  ]),
  makeConcordanceWork([{ zh: '和平、安全', en: 'they met within the UN framework' }], 'other'),
]);

const look = (search: Partial<FormulaSearch> & { readonly language?: string; readonly text?: string }) => {
  const { language = 'zh-Hans', text = '' } = search;
  const query = { text, language, counterpart: language === 'en' ? 'zh-Hans' : 'en' };
  return runToEnd(findFormulas(corpus, { query, minLength: 4, minCount: 2, limit: 10, ...search }));
};

test('the longest wordings that recur are found in all works, with their commas', () => {
  const { formulas, total } = look({});
  expect(formulas.map(({ text, places }) => [text, places.length])).toEqual([
    ['和平、安全、开放、合作的', 2],
    ['和平、安全', 3],
  ]);
  expect(total).toBe(2);
});

test('words are compared whatever their case; a formula does not run over the end of a sentence', () => {
  const { formulas } = look({ language: 'en' });
  expect(formulas.map(({ text, length, places }) => [text, length, places.length])).toEqual([
    ['Within the UN framework', 4, 3],
  ]);
});

test('each place of a formula is given with how it was rendered, or that it was not', () => {
  const [formula] = look({}).formulas;
  expect(formula?.places.map(({ work, unit }) => [work, unit])).toEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(
    formula?.renderings.map(({ rendering, forms, lines }) => [rendering.type, forms[0]?.text, lines]),
  ).toEqual([
    ['rendered', 'framework', [0]],
    ['unlinked', undefined, [1]],
  ]);
});

test('only formulas that hold some words are given, where a reader asks for them', () => {
  expect(look({ text: '开放' }).formulas.map(({ text }) => text)).toEqual(['和平、安全、开放、合作的']);
  expect(look({ text: '主权' }).formulas).toEqual([]);
});

test('the number of all is told where only the first are given', () => {
  const { formulas, total } = look({ limit: 1 });
  expect([formulas.length, total]).toEqual([1, 2]);
});

test('what overlaps itself is counted once', () => {
  const laughing = createConcordanceCorpus([makeConcordanceWork([{ zh: '哈哈哈哈', en: '' }])]);
  const query = { text: '', language: 'zh-Hans', counterpart: 'en' };
  const { formulas } = runToEnd(findFormulas(laughing, { query, minLength: 2, minCount: 2, limit: 10 }));
  expect(formulas.map(({ text, places }) => [text, places.length])).toEqual([['哈哈', 2]]);
});
