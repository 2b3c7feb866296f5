import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { createConcordanceCorpus } from '../../../core/concordance/concordance-corpus.ts';
import { cutLine } from '../../../core/concordance/cut-line.ts';
import { findLines, guessCounterpart } from '../../../core/concordance/find-lines.ts';
import { renderingOfLine, tabulateRenderings } from '../../../core/concordance/tabulate-renderings.ts';
import { runToEnd } from '../../../core/steps.ts';
import { makeConcordanceWork, type SamplePair } from './make-concordance-work.ts';

const PAIRS: readonly SamplePair[] = [
  {
    zh: '维护信息网络空间安全。',
    en: 'Maintain the security of the information space.',
    links: [
      ['信息网络', 'information'],
      ['空间', 'space'],
      ['安全', 'security'],
    ],
  },
  {
    zh: '信息网络空间属于人类。',
    en: 'Cyberspace belongs to mankind.',
    links: [['信息网络空间', 'Cyberspace']],
  },
  { zh: '信息网络空间新秩序', en: 'A new order', links: [['信息网络空间', null]] },
  { zh: '信息网络空间合作', en: 'Cooperation' },
  { zh: '信息网络空间', en: '' },
  { zh: '信息网络空间', en: 'information spaces', links: [['信息网络空间', 'information spaces']] },
];

const corpus = createConcordanceCorpus([makeConcordanceWork(PAIRS)]);
const chinese = (text: string) => ({ text, language: 'zh-Hans', counterpart: 'en' });
const english = (text: string) => ({ text, language: 'en', counterpart: 'zh-Hans' });
const look = (query: ReturnType<typeof chinese>) => runToEnd(findLines(corpus, query));

describe('the lines of a concordance', () => {
  test('stand in the order of the text, each with the words that answer the keyword', () => {
    const lines = look(chinese('信息网络空间'));
    expect(lines.map((line) => renderingOfLine(corpus, line, 'en'))).toEqual([
      'information space',
      'Cyberspace',
      '',
      '',
      '',
      'information spaces',
    ]);
  });

  test('say why a keyword has no counterpart, and are not left out', () => {
    expect(look(chinese('信息网络空间')).map(({ counterpart }) => counterpart.type)).toEqual([
      'linked',
      'linked',
      'null-link',
      'unlinked',
      'no-segment',
      'linked',
    ]);
  });

  test('say that a work has no edition in the other language', () => {
    const lines = look({ ...chinese('安全'), counterpart: 'ru' });
    expect(lines.map(({ counterpart }) => counterpart.type)).toEqual(['no-edition']);
  });

  test('give the answering words in one piece where two links meet', () => {
    const [line] = look(chinese('信息网络空间'));
    expect(line?.counterpart).toEqual({
      type: 'linked',
      spans: [{ start: 29, end: 46 }],
      isWider: false,
      isProposed: false,
    });
  });

  test('say where the program has proposed what answers', () => {
    const work = makeConcordanceWork(PAIRS);
    const links = work.links.map((link) => (link.unit === 'u1' ? { ...link, confidence: 0.8 } : link));
    const proposed = createConcordanceCorpus([{ ...work, links }]);
    const lines = runToEnd(findLines(proposed, chinese('信息网络空间')));
    expect(lines.map(({ counterpart }) => counterpart.type === 'linked' && counterpart.isProposed)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test.each([
    ['a word in any inflection', 'spaces', 2],
    ['a phrase just as it stands', '"information spaces"', 1],
    ['the beginning of a word', 'cyber*', 1],
    ['a word of another case', 'CYBERSPACE', 1],
    ['nothing for punctuation', '…', 0],
    ['nothing for a blank query', '  ', 0],
  ])('find %s', (_, text, count) => {
    expect(look(english(text))).toHaveLength(count);
  });

  test('are found in every work that has the language', () => {
    const two = createConcordanceCorpus([makeConcordanceWork(PAIRS), makeConcordanceWork(PAIRS, 'other')]);
    expect(runToEnd(findLines(two, chinese('秩序'))).map(({ work, unit }) => [work, unit])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('are as many as a literal scan finds, for any stretch of Chinese', () => {
    const text = PAIRS.map(({ zh }) => zh).join('');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 6 }), (start, length) => {
        const wanted = text.slice(start, start + length);
        fc.pre(!wanted.includes('。'));
        const scanned = PAIRS.reduce((sum, { zh }) => sum + zh.split(wanted).length - 1, 0);
        expect(look(chinese(wanted))).toHaveLength(scanned);
      }),
    );
  });
});

describe('a printed line', () => {
  test('is the segment around the keyword, with the answering words marked', () => {
    const [line] = look(chinese('安全'));
    if (line === undefined) throw new Error('no line');
    const cut = cutLine(corpus, line, 'en');
    expect([cut.left, cut.keyword, cut.right]).toEqual(['维护信息网络空间', '安全', '。']);
    expect(cut.counterpart.spans.map(({ start, end }) => cut.counterpart.text.slice(start, end))).toEqual([
      'security',
    ]);
  });
});

describe('the table of renderings', () => {
  test('counts renderings whatever their case, inflection and article, and shows them as they stand', () => {
    const rows = tabulateRenderings(corpus, look(chinese('信息网络空间')), 'en');
    expect(
      rows.map(({ rendering, forms, lines }) => [rendering.type, forms.map(({ text }) => text), lines]),
    ).toEqual([
      ['rendered', ['information space', 'information spaces'], [0, 5]],
      ['rendered', ['Cyberspace'], [1]],
      ['null-link', [], [2]],
      ['unlinked', [], [3]],
      ['no-segment', [], [4]],
    ]);
  });

  test('counts every line once', () => {
    for (const query of [chinese('空间'), english('information'), english('of')]) {
      const lines = look(query);
      const counted = tabulateRenderings(corpus, lines, query.counterpart).flatMap((row) => row.lines);
      expect(counted.toSorted((a, b) => a - b)).toEqual([...lines.keys()]);
    }
  });

  test('keeps the renderings of longer phrases apart, and takes an article for nothing', () => {
    const network = tabulateRenderings(corpus, look(chinese('网络')), 'en');
    expect(network.map(({ rendering, forms }) => [rendering.type, forms[0]?.text])).toEqual([
      ['wider', 'information'],
      ['wider', 'Cyberspace'],
      ['wider', 'information spaces'],
      ['null-link', undefined],
      ['unlinked', undefined],
      ['no-segment', undefined],
    ]);
    const withArticle = createConcordanceCorpus([
      makeConcordanceWork([{ zh: '网络', en: 'the network', links: [['网络', 'the network']] }]),
    ]);
    const [line] = runToEnd(findLines(withArticle, english('network')));
    expect(line?.rendering).toEqual({ type: 'rendered', key: '网络' });
  });

  test('works the other way round', () => {
    const rows = tabulateRenderings(corpus, look(english('cyberspace')), 'zh-Hans');
    expect(rows.map(({ forms }) => forms[0]?.text)).toEqual(['信息网络空间']);
  });
});

test('the language that answers is the other one, of Chinese rather one that is not', () => {
  expect(guessCounterpart(['zh-Hans', 'en'], 'en')).toBe('zh-Hans');
  expect(guessCounterpart(['zh-Hans', 'zh-Hant', 'ru'], 'zh-Hans')).toBe('ru');
  expect(guessCounterpart(['en'], 'en')).toBe('en');
});
