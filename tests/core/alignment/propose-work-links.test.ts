import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import {
  LEAST_LINK_CONFIDENCE,
  proposeTextLinks,
  proposeWorkLinks,
  type LinkedText,
  type LinkingOptions,
} from '../../../core/alignment/propose-work-links.ts';
import { runToEnd } from '../../../core/steps.ts';
import { spansOverlap, spanText } from '../../../core/text/text-span.ts';
import { parseWork, serializeWork } from '../../../core/text/work-file.ts';
import { isProposedLink, segmentText, type Link, type Unit, type Work } from '../../../core/text/work.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';
import { statement } from '../../resources/joint-statement-2016.ts';
import { sampleWork } from '../text/sample-work.ts';

let lexicon: BilingualLexicon;

beforeAll(async () => {
  lexicon = await readBundledLexicon();
});

function textOf(...rows: readonly Unit['segments'][]): LinkedText {
  const units = rows.map((segments, place): Unit => ({ id: `u${place + 1}`, kind: 'paragraph', segments }));
  return { languages: Object.keys(rows[0] ?? {}), units, links: [] };
}

function propose(text: LinkedText, options: LinkingOptions = {}): readonly Link[] {
  return runToEnd(proposeTextLinks(text, { lexicon, ...options }));
}

/** The linked words, by language, as they stand. */
function wordsOf(text: LinkedText, links: readonly Link[]): readonly Record<string, string>[] {
  return links.map(({ unit: id, spans }) => {
    const unit = text.units.find((candidate) => candidate.id === id);
    return Object.fromEntries(
      Object.entries(spans).map(([language, list]) => [
        language,
        list.map((span) => spanText(unit?.segments[language] ?? '', span)).join(' … '),
      ]),
    );
  });
}

const CLAUSE = {
  'zh-Hans': '一、双方尊重主权，加强合作。',
  en: '1. The two sides respect sovereignty and strengthen cooperation.',
};

describe('links of a text', () => {
  test('join the words that answer each other, each with a confidence that readers are given', () => {
    const text = textOf(CLAUSE);
    const links = propose(text);
    expect(wordsOf(text, links)).toEqual(
      expect.arrayContaining([
        { 'zh-Hans': '主权', en: 'sovereignty' },
        { 'zh-Hans': '合作', en: 'cooperation' },
      ]),
    );
    for (const { confidence = 0 } of links) expect(confidence).toBeGreaterThanOrEqual(LEAST_LINK_CONFIDENCE);
  });

  test('leave the printed numbers alone, which the reader shows in the gutter', () => {
    for (const words of wordsOf(textOf(CLAUSE), propose(textOf(CLAUSE), { least: 0 }))) {
      expect(words['zh-Hans'] ?? '').not.toBe('一');
      expect(words['en'] ?? '').not.toBe('1');
    }
  });

  test('are one link of three languages where the same words are linked', () => {
    const text = textOf(
      { ru: 'Китай и NATO', 'zh-Hans': '中国与 NATO', en: 'China and NATO' },
      { ru: 'NATO', 'zh-Hans': 'NATO', en: 'NATO' },
    );
    expect(wordsOf(text, propose(text, { least: 0 }))).toContainEqual({
      ru: 'NATO',
      'zh-Hans': 'NATO',
      en: 'NATO',
    });
  });

  test('are the same in a clause that recurs word for word: copies teach nothing', () => {
    const text = textOf(...statement.units.map(({ segments }) => segments));
    const twice = [...text.units, ...text.units].map((unit, place): Unit => ({
      ...unit,
      id: `u${place + 1}`,
    }));
    const once = propose(text);
    const again = once.map((link) => {
      const place = text.units.findIndex(({ id }) => id === link.unit);
      return { ...link, unit: `u${place + 1 + text.units.length}` };
    });
    expect(propose({ ...text, units: twice })).toEqual([...once, ...again]);
  });

  test('are none in a text of one language, and none of nothing', () => {
    expect(propose(textOf({ en: 'peace' }))).toEqual([]);
    expect(propose({ languages: [], units: [], links: [] })).toEqual([]);
  });

  test('are none in a clause too long to be compared', () => {
    const text = textOf({ 'zh-Hans': '的和平'.repeat(2000), en: 'of peace '.repeat(2000) });
    expect(propose(text)).toEqual([]);
  });
});

describe('a work that has links', () => {
  // As if somebody had made every second one and had got no further.
  const made = statement.links.filter((_, place) => place % 2 === 0);

  test('keeps those that somebody made, and nothing that is proposed overlaps them', () => {
    const linked = runToEnd(proposeWorkLinks({ ...statement, links: made }, { lexicon }));
    expect(linked.links.filter((link) => !isProposedLink(link))).toEqual(made);
    const proposed = linked.links.filter(isProposedLink);
    expect(proposed.length).toBeGreaterThan(0);
    for (const link of proposed) {
      const others = made.filter(({ unit }) => unit === link.unit);
      expect(others.filter((other) => overlaps(link, other))).toEqual([]);
    }
    expect({ ...linked, links: statement.links }).toEqual(statement);
  });

  test('has the same links when they are proposed again', () => {
    const once = runToEnd(proposeWorkLinks({ ...statement, links: [] }, { lexicon }));
    expect(runToEnd(proposeWorkLinks(once, { lexicon }))).toEqual(once);
  });

  test('gets new ones only in the units that are asked for', () => {
    const bare = { ...sampleWork, links: [] };
    const stale: Link = { unit: 'item-2', spans: { en: [{ start: 3, end: 8 }] }, confidence: 0.9 };
    const linked = runToEnd(
      proposeWorkLinks(
        { ...bare, links: [stale, { ...stale, unit: 'item-1' }] },
        { lexicon, isWanted: ({ id }) => id === 'item-1' },
      ),
    );
    expect(linked.links.filter(({ unit }) => unit === 'item-2')).toEqual([stale]);
    const anew = linked.links.filter(({ unit }) => unit === 'item-1');
    expect(anew.length).toBeGreaterThan(0);
    expect(anew).not.toContainEqual({ ...stale, unit: 'item-1' });
    expect(linked.links.filter(({ unit }) => unit === 'end')).toEqual([]);
  });

  test('says how far it has come', () => {
    const shares: number[] = [];
    const steps = proposeWorkLinks({ ...statement, links: [] }, { lexicon });
    for (let step = steps.next(); step.done !== true; step = steps.next()) shares.push(step.value);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThan(1);
    expect(shares.length).toBeGreaterThan(1);
  });
});

const chinese = fc
  .array(fc.constantFrom('和平', '网络', '的', '二〇二六年', '，', '安全', 'WTO', '個', '½', '一、'))
  .map((parts) => parts.join(''));
const english = fc
  .array(fc.constantFrom('peace', 'network', 'of', '2026', ',', 'secure', 'WTO', '1,000', '½', '1. '))
  .map((parts) => parts.join(' '));
const russian = fc
  .array(fc.constantFrom('мир', 'сеть', '2026', 'WTO', 'ВТО', 'безопасность'))
  .map((parts) => parts.join(' '));
const row = fc.record({ 'zh-Hans': chinese, en: english, ru: russian });

property.prop([fc.array(row, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, LEAST_LINK_CONFIDENCE)])(
  'whatever is proposed makes a valid work, in which no words are in two links',
  (rows, least) => {
    const { units } = textOf(...rows);
    const work: Work = {
      ...sampleWork,
      editions: ['zh-Hans', 'en', 'ru'].map((language) => ({
        language,
        title: language,
        status: 'unknown',
        source: { name: 'test', date: '2016-06-27', notes: [] },
      })),
      units,
      links: [],
      remarks: [],
      outline: [],
    };
    const linked = runToEnd(proposeWorkLinks(work, { lexicon, least }));
    expect(parseWork(JSON.parse(JSON.stringify(serializeWork(linked))))).toEqual(linked);
    linked.links.forEach((link, place) => {
      expect(link.confidence).toBeGreaterThanOrEqual(least);
      const before = linked.links.slice(0, place).filter(({ unit }) => unit === link.unit);
      expect(before.filter((other) => overlaps(link, other))).toEqual([]);
      const unit = units.find(({ id }) => id === link.unit);
      for (const [language, spans] of Object.entries(link.spans)) {
        for (const span of spans) {
          const words = spanText(unit === undefined ? '' : segmentText(unit, language), span);
          expect(words.trim()).toBe(words);
        }
      }
    });
  },
);

function overlaps(one: Link, other: Link): boolean {
  return Object.entries(one.spans).some(([language, spans]) =>
    spans.some((span) => other.spans[language]?.some((taken) => spansOverlap(span, taken)) === true),
  );
}
