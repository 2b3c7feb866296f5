import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { proposeLinks, type UnitPair } from '../../../core/alignment/phrase-links.ts';
import { spanText } from '../../../core/text/text-span.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';

let lexicon: BilingualLexicon;

beforeAll(async () => {
  lexicon = await readBundledLexicon();
});

/** The proposals in words, "and" between the spans of one side. */
function describeLinks(units: readonly UnitPair[]): readonly (readonly string[])[] {
  const proposals = proposeLinks(units, { sourceLanguage: 'zh-Hans', targetLanguage: 'en', lexicon });
  return units.map((unit, place) =>
    (proposals[place] ?? []).map(({ source, target }) => {
      const left = source.map((span) => spanText(unit.source, span)).join(' and ');
      const right = target.map((span) => spanText(unit.target, span)).join(' and ');
      return `${left} = ${right}`;
    }),
  );
}

describe('phrases that answer each other are linked', () => {
  test('words, numbers in any script and names by their sound', () => {
    const [links] = describeLinks([
      {
        source: '二○一六年，陈清扬在北京签署了协议。',
        target: 'Chen Qingyang signed an agreement in Beijing in 2016.',
      },
    ]);
    expect(links).toEqual(
      expect.arrayContaining(['二○一六 = 2016', '北京 = Beijing', '签署 = signed', '协议 = agreement']),
    );
    expect(links?.some((link) => link.endsWith('= Qingyang'))).toBe(true);
  });

  test('words that only hold their sentences together are not', () => {
    const [links] = describeLinks([{ source: '他的书在那里。', target: 'The book of his is there.' }]);
    expect(links).toContain('书 = book');
    for (const word of ['他', '的', '在'])
      expect(links?.some((link) => link.startsWith(`${word} = `))).toBe(false);
  });

  test('the parts of one word are one place', () => {
    const [links] = describeLinks([
      { source: '你不会摔交。', target: "You don't know the first thing about wrestling." },
    ]);
    expect(links).toContain("不会 = don't know");
  });

  test('what nothing answers is a link with one side, and less certain', () => {
    const [links = []] = proposeLinks([{ source: '和平', target: 'peace and prosperity' }], {
      sourceLanguage: 'zh',
      targetLanguage: 'en',
      lexicon,
    });
    const sides = links.map(({ source, target }) => [source.length > 0, target.length > 0]);
    expect(sides[0]).toEqual([true, true]);
    const nulls = links.filter(({ source, target }) => source.length === 0 || target.length === 0);
    for (const link of nulls) expect(link.confidence).toBeLessThan(links[0]?.confidence ?? 0);
  });
});

const chinese = fc
  .array(fc.constantFrom('和平', '网络', '的', '二〇二六年', '，', '安全', 'WTO', '個'))
  .map((parts) => parts.join(''));
const english = fc
  .array(fc.constantFrom('peace', 'network', 'of', '2026', ',', 'secure', 'WTO', '1,000'))
  .map((parts) => parts.join(' '));

property.prop([fc.array(fc.record({ source: chinese, target: english }), { maxLength: 4 })])(
  'no word is in two links of a unit, and every span is a word of the text',
  (units) => {
    const proposals = proposeLinks(units, { sourceLanguage: 'zh', targetLanguage: 'en', lexicon });
    expect(proposals).toHaveLength(units.length);
    units.forEach((unit, place) => {
      for (const side of ['source', 'target'] as const) {
        const spans = (proposals[place] ?? [])
          .flatMap((link) => link[side])
          .toSorted((a, b) => a.start - b.start);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(spanText(unit[side], span).trim()).toBe(spanText(unit[side], span));
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(unit[side].length);
      }
      for (const { confidence } of proposals[place] ?? []) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    });
  },
);
