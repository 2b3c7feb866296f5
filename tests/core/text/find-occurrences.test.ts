import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { findTermOccurrences } from '../../../core/text/find-occurrences.ts';
import { spanText } from '../../../core/text/text-span.ts';
import { segmentText, type Term, type Work } from '../../../core/text/work.ts';

function workOf(segments: Readonly<Record<string, string>>): Work {
  return {
    id: 'work',
    titles: {},
    editions: Object.keys(segments).map((language) => ({
      language,
      title: 'Title',
      status: 'unknown',
      source: { name: 'Source', date: '2016-06-27', notes: [] },
    })),
    units: [{ id: 'unit', kind: 'paragraph', segments }],
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}

function foundTexts(work: Work, term: Term): readonly string[] {
  const unit = work.units[0];
  if (unit === undefined) throw new Error('The work has no unit');
  return findTermOccurrences(work, term).map(({ language, span }) =>
    spanText(segmentText(unit, language), span),
  );
}

function foundIn(english: string, ...forms: readonly string[]): readonly string[] {
  return foundTexts(workOf({ en: english }), { chinese: '无', english: forms, pinyin: 'wú' });
}

describe('findTermOccurrences', () => {
  test('says unit, language and span, in the order of the editions and of the text', () => {
    const work = workOf({ 'zh-Hans': '网络主权，网络', en: 'network and networks' });
    const term = { chinese: '网络', english: ['network'], pinyin: 'wǎngluò' };
    expect(findTermOccurrences(work, term)).toEqual([
      { unit: 'unit', language: 'zh-Hans', span: { start: 0, end: 2 } },
      { unit: 'unit', language: 'zh-Hans', span: { start: 5, end: 7 } },
      { unit: 'unit', language: 'en', span: { start: 0, end: 7 } },
      { unit: 'unit', language: 'en', span: { start: 12, end: 20 } },
    ]);
  });

  test('looks for nothing in an edition that is neither Chinese nor English', () => {
    const term = { chinese: '网络', english: ['network'], pinyin: 'wǎngluò' };
    expect(foundTexts(workOf({ ru: 'network 网络' }), term)).toEqual([]);
  });

  test.each([
    ['in another case', 'THE UN and the Un', ['un'], ['UN', 'Un']],
    ['in the plural in -s', 'a roadmap, two roadmaps', ['roadmap'], ['roadmap', 'roadmaps']],
    ['in the plural in -ies', 'new technologies', ['technology'], ['technologies']],
    ['in the plural in -es', 'the branches', ['branch'], ['branches']],
    ['in the possessive, typewritten or typeset', "UN’s role, UN's role", ['UN'], ['UN’s', "UN's"]],
    ['before the apostrophe of a plural possessive', "citizens' rights", ['citizen'], ['citizens']],
    ['across a line break', 'the Russian\nFederation', ['Russian Federation'], ['Russian\nFederation']],
    ['with signs that mean something to a pattern', 'R&D (new) c++', ['(new) c++'], ['(new) c++']],
    [
      'in its longer form where both begin',
      'advocate for it',
      ['advocate', 'advocate for'],
      ['advocate for'],
    ],
  ])('finds an English form %s', (_, text, forms, found) => {
    expect(foundIn(text, ...forms)).toEqual(found);
  });

  test.each([
    ['inside another word', 'unity, begun', ['un']],
    ['inside a hyphenated compound', 'inter-agency cooperation', ['agency']],
    ['as the first part of a compound', 'cross-border', ['cross']],
    ['without its ending', 'the right', ['rights']],
    ['in an irregular plural', 'men', ['man']],
  ])('does not find an English form %s', (_, text, forms) => {
    expect(foundIn(text, ...forms)).toEqual([]);
  });
});

const syllable = fc.constantFrom('in', 'form', 'ation', 'a', 's', 'space', 'un', 'y', 'é');
const word = fc.array(syllable, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const gap = fc.constantFrom(' ', '-', "'", '’', ', ', '\n', ' (', ') ', "' ", ' – ');
const prose = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 30 })
  .map((pairs) => pairs.flat().join(''));
const wordOf = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

function pluralOf(form: string): string {
  if (/[^aeiou]y$/u.test(form)) return `${form.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(form) ? `${form}es` : `${form}s`;
}

property.prop([prose, fc.array(word, { minLength: 1, maxLength: 3 })])(
  'what is found in English is a form of the term, is made of whole words, and is all there is',
  (text, forms) => {
    const accepted = new Set(
      forms.flatMap((form) => [form, pluralOf(form)].flatMap((word) => [word, `${word}'s`])),
    );
    const words = Array.from(text.matchAll(wordOf), ([word]) => word.replaceAll('’', "'"));
    const found = foundIn(text, ...forms).map((word) => word.replaceAll('’', "'"));
    expect(found).toEqual(words.filter((word) => accepted.has(word)));
  },
);

const han = fc.constantFrom('信', '息', '网', '络', '，');
const hanText = fc.array(han, { minLength: 1, maxLength: 40 }).map((characters) => characters.join(''));
const hanForm = fc.array(han, { minLength: 1, maxLength: 3 }).map((characters) => characters.join(''));

property.prop([hanText, hanForm])('Chinese is found literally, from left to right', (text, form) => {
  const found = foundTexts(workOf({ 'zh-Hans': text }), { chinese: form, english: ['none'], pinyin: '–' });
  expect(found).toEqual(Array.from({ length: text.split(form).length - 1 }, () => form));
});
