import { describe, expect, test } from 'vitest';
import {
  questionOf,
  reduceConcordance,
  startConcordance,
  type ConcordanceAction,
} from '../../../../renderer/features/concordance/concordance-state.ts';
import { letterOf } from '../../../../renderer/features/concordance/matrix-letters.ts';
import { quoteWordsIn } from '../../../../renderer/features/concordance/quote-words.ts';

const LANGUAGES = ['zh-Hans', 'en'];

const after = (...actions: readonly ConcordanceAction[]) =>
  actions.reduce(reduceConcordance, startConcordance('zh-Hans'));

describe('what the reader does with a concordance', () => {
  test('asks nothing while the box is empty, except where a table is about everything', () => {
    const views = ['lines', 'renderings', 'matrix', 'formulas', 'frequencies'] as const;
    const asked = views.filter(
      (view) => questionOf(after({ type: 'view-chosen', view }), LANGUAGES) !== null,
    );
    expect(asked).toEqual(['formulas', 'frequencies']);
  });

  test('asks for the words once they are no longer being composed', () => {
    const composing = after(
      { type: 'composition-changed', isComposing: true },
      { type: 'typed', text: 'zhu quan' },
    );
    expect(questionOf(composing, LANGUAGES)).toBeNull();
    const done = [
      { type: 'typed', text: '主权' },
      { type: 'composition-changed', isComposing: false },
    ] as const;
    expect(questionOf(done.reduce(reduceConcordance, composing), LANGUAGES)).toMatchObject({
      query: { text: '主权', language: 'zh-Hans', counterpart: 'en' },
    });
  });

  test('shows the lines of one rendering, until other words are asked for', () => {
    const key = { type: 'rendered', key: 'cyberspac' } as const;
    const chosen = after(
      { type: 'typed', text: '网络' },
      { type: 'view-chosen', view: 'renderings' },
      { type: 'rendering-chosen', rendering: { key, label: 'cyberspace' } },
    );
    expect(questionOf(chosen, LANGUAGES)).toMatchObject({ view: 'lines', rendering: key });
    const other = reduceConcordance(chosen, { type: 'typed', text: '主权' });
    expect(questionOf(other, LANGUAGES)).toMatchObject({ view: 'lines', rendering: null });
  });

  test('looks words of another language up in that language, and begins at the first line', () => {
    const state = after(
      { type: 'typed', text: '网络' },
      { type: 'row-focused', row: 7 },
      { type: 'looked-up', text: 'network', language: 'en' },
    );
    expect(state).toMatchObject({ view: 'lines', query: 'network', language: 'en', row: 0 });
    expect(questionOf(state, LANGUAGES)).toMatchObject({ query: { counterpart: 'zh-Hans' } });
  });

  test('counts words of languages that have spaces, never their letters', () => {
    const state = after(
      { type: 'option-changed', options: { grain: 'character' } },
      { type: 'language-chosen', language: 'en' },
    );
    expect(state.grain).toBe('word');
  });
});

test.each([
  ['zh-Hans', '“网络”空间', '网络 空间'],
  ['en', 'networks', 'networks'],
  ['en', 'the "UN"\nframework', '"the UN framework"'],
])('words of %s are looked up as they stand: %s', (language, words, query) => {
  expect(quoteWordsIn(words, language)).toBe(query);
});

test('renderings are lettered, what is not rendered has a dash', () => {
  const rendered = { rendering: { type: 'rendered', key: 'x' } } as const;
  const many = [
    ...Array.from({ length: 27 }, () => rendered),
    { rendering: { type: 'unlinked', key: '' } } as const,
  ];
  expect([0, 1, 26, 27].map((index) => letterOf(many, index))).toEqual(['A', 'B', 'A1', '–']);
});
