import { describe, expect, test } from 'vitest';
import { spanText, spansOverlap } from '../../core/text/text-span.ts';
import { isNullLink, segmentText, type Unit } from '../../core/text/work.ts';
import { coveredWords, englishWord, findHanWordBounds } from './joint-statement-2016.ts';
import { languages, statement, unitOf, type Language } from './joint-statement-2016.ts';

const ENGLISH_FUNCTION_WORDS = new Set(
  'a an and are as at be been between both by for from had has have in is its of on or that the their this to will with'.split(
    ' ',
  ),
);
const CHINESE_FUNCTION_WORDS = new Set(['的', '和', '与', '及', '并', '都', '对', '于']);

function linkedSpans(unit: Unit, language: Language) {
  return statement.links
    .filter((link) => link.unit === unit.id)
    .flatMap((link) => [...(link.spans[language] ?? [])]);
}

/** The stretches of letters and figures that no link touches, and the rest of words that a link only touches. */
function findUnlinkedWords(unit: Unit, language: Language): readonly string[] {
  const spans = linkedSpans(unit, language);
  const left = Array.from(segmentText(unit, language), (character, index) =>
    spans.some((span) => spansOverlap(span, { start: index, end: index + 1 })) ? '|' : character,
  ).join('');
  return language === 'en'
    ? Array.from(left.matchAll(englishWord), ([word]) => word.toLowerCase())
    : Array.from(left.matchAll(/[\p{L}\p{N}○]+/gu), ([word]) => word);
}

describe('the links of the joint statement', () => {
  test('are at least 150, phrase by phrase', () => {
    expect(statement.links.length).toBeGreaterThanOrEqual(150);
    const longest = statement.links.flatMap((link) =>
      coveredWords(link, 'zh-Hans').map((words) => words.length),
    );
    expect(Math.max(...longest)).toBeLessThanOrEqual('国家互联网信息办公室'.length);
  });

  test('join Chinese and English in every unit', () => {
    for (const unit of statement.units) {
      expect(statement.links.some((link) => link.unit === unit.id && !isNullLink(link))).toBe(true);
    }
  });

  test.each(languages)('leave only function words out: %s', (language) => {
    const functionWords = language === 'en' ? ENGLISH_FUNCTION_WORDS : CHINESE_FUNCTION_WORDS;
    for (const unit of statement.units) {
      const left = findUnlinkedWords(unit, language).filter((word) => !functionWords.has(word));
      expect({ unit: unit.id, left }).toEqual({ unit: unit.id, left: [] });
    }
  });

  test.each(languages)('take no word twice: %s', (language) => {
    for (const unit of statement.units) {
      const spans = linkedSpans(unit, language).toSorted((a, b) => a.start - b.start);
      const twice = spans.filter((span, index) => (spans[index - 1]?.end ?? 0) > span.start);
      expect(twice.map((span) => spanText(segmentText(unit, language), span))).toEqual([]);
    }
  });
});

describe.each([
  ['links', statement.links],
  ['remarks', statement.remarks],
])('the spans of the %s', (_, entries) => {
  test('begin and end with an English word', () => {
    for (const entry of entries) {
      const words = Array.from(segmentText(unitOf(entry.unit), 'en').matchAll(englishWord));
      const starts = new Set(words.map((word) => word.index));
      const ends = new Set(words.map((word) => word.index + word[0].length));
      for (const span of entry.spans['en'] ?? []) {
        expect([starts.has(span.start), ends.has(span.end), entry]).toEqual([true, true, entry]);
      }
    }
  });

  test('begin and end with a Chinese word', () => {
    for (const entry of entries) {
      const bounds = findHanWordBounds(segmentText(unitOf(entry.unit), 'zh-Hans'));
      for (const span of entry.spans['zh-Hans'] ?? []) {
        expect([bounds.has(span.start), bounds.has(span.end), entry]).toEqual([true, true, entry]);
      }
    }
  });
});

describe('the null links of the joint statement', () => {
  test.each<[unit: string, chinese: readonly string[], english: readonly string[]]>([
    ['title', ['推进'], []],
    ['opening', ['更好地'], ['We', 'ICTs', 'way']],
    ['recital-recognize', ['严峻'], ['in information space', 'principles']],
    ['recital-uphold', ['新秩序', '国际'], ['in information space']],
    ['recital-advocate', ['实际'], ['acknowledge', 'global']],
    ['recital-believe', ['两国'], []],
    ['recalling', ['两国'], []],
    ['in-the-hope', ['进一步', '推动'], []],
    ['have-reached', [], []],
    ['item-1', ['推动'], []],
    ['item-2', ['倡导', '行为'], []],
    ['item-3', [], []],
    ['item-4', [], ['in order to']],
    ['item-5', ['致力于', '新秩序'], ['interests']],
    ['item-6', ['研究', '制定'], ['coordinated', 'on the issues', 'new']],
    ['item-7', [], []],
    ['implementation-representatives', ['我们', '相关'], []],
    ['implementation-authorities', ['合作'], ['bilateral']],
  ])('show what only one language says in "%s"', (unit, chinese, english) => {
    const nullLinks = statement.links.filter((link) => link.unit === unit && isNullLink(link));
    expect(nullLinks.flatMap((link) => coveredWords(link, 'zh-Hans'))).toEqual(chinese);
    expect(nullLinks.flatMap((link) => coveredWords(link, 'en'))).toEqual(english);
  });
});
