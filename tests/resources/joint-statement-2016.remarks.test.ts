import { describe, expect, test } from 'vitest';
import { segmentText } from '../../core/text/work.ts';
import { coveredWords, languages, statement, unitOf } from './joint-statement-2016.ts';

/** What a remark gives as the words of the text. Glosses stand in single quotation marks. */
function findQuotations(text: string): readonly string[] {
  return Array.from(text.matchAll(/“([^”]*)”/gu), ([, quoted]) => quoted ?? '');
}

const remarks = statement.remarks.map((remark) => {
  const [unit, words] = [unitOf(remark.unit), coveredWords(remark, 'zh-Hans')];
  return { ...remark, name: `${remark.unit}: ${words.join(' … ')}`, unit };
});

describe('the remarks on the joint statement', () => {
  test('are at least 20, no two on the same words', () => {
    expect(remarks.length).toBeGreaterThanOrEqual(20);
    const places = statement.remarks.map(({ unit, spans }) => JSON.stringify([unit, spans]));
    expect(new Set(places).size).toBe(places.length);
  });

  test('stand in the order of the units', () => {
    const order = statement.units.map((unit) => unit.id);
    const places = statement.remarks.map((remark) => order.indexOf(remark.unit));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test.each(remarks)('$name: shows its words in both languages', ({ spans }) => {
    expect(Object.keys(spans).toSorted()).toEqual(['en', 'zh-Hans']);
  });

  test.each(remarks)('$name: is written in both interface languages, with paired marks', ({ text }) => {
    expect(Object.keys(text).toSorted()).toEqual(['en', 'zh-Hans']);
    expect(text['zh-Hans']).toMatch(/\p{Script=Han}.*。$/u);
    expect(text['en']).toMatch(/\.$/u);
    for (const words of Object.values(text)) {
      expect(words.replace(/“[^“”]*”/gu, '')).not.toMatch(/[“”"「」]/u);
      expect(words).toBe(words.trim());
    }
  });

  test.each(remarks)('$name: quotes nothing that does not stand in the statement', ({ text }) => {
    const segments = statement.units.flatMap((unit) =>
      languages.map((language) => segmentText(unit, language)),
    );
    for (const quoted of Object.values(text).flatMap(findQuotations)) {
      expect(segments.filter((segment) => segment.includes(quoted))).not.toEqual([]);
    }
  });

  test.each(remarks)('$name: quotes the very words of its spans, of both sides', (remark) => {
    for (const words of Object.values(remark.text)) {
      const quotations = findQuotations(words);
      for (const language of languages) {
        const segment = segmentText(remark.unit, language);
        expect(quotations.some((quoted) => segment.includes(quoted))).toBe(true);
        for (const covered of coveredWords({ unit: remark.unit.id, spans: remark.spans }, language)) {
          expect(quotations.filter((quoted) => quoted.includes(covered))).not.toEqual([]);
        }
      }
    }
  });
});

describe('what remarks count', () => {
  const chinese = statement.units.map((unit) => segmentText(unit, 'zh-Hans')).join('\n');

  test.each([
    ['加强', 4],
    ['我们认为', 2],
    ['反对', 2],
    ['新秩序', 2],
    ['共同倡导推动', 2],
    ['全面战略协作伙伴关系', 2],
    ['共同致力于', 2],
    ['乃至', 2],
  ])('%s stands %i times in the statement', (words, count) => {
    expect(chinese.split(words)).toHaveLength(count + 1);
  });
});
