import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../../core/import/import-files.ts';
import type { ImportedUnit } from '../../../../core/import/pairing/make-units.ts';
import { composeWork, type ComposedEdition } from '../../../../core/import/review/compose-work.ts';
import { proposeEdition, type EditionDetails } from '../../../../core/import/review/edition-details.ts';
import { parseWork, serializeWork } from '../../../../core/text/work-file.ts';
import { page, statement } from '../../../resources/joint-statement-2016.ts';

const TODAY = '2026-02-03';

function makeDetails(title: string): EditionDetails {
  return { title, status: 'unknown', sourceName: 'a.txt', url: '', date: TODAY, notes: '' };
}

function makeEdition(language: string, title: string): ComposedEdition {
  return { found: language, language, details: makeDetails(title) };
}

function makeUnit(kind: ImportedUnit['kind'], zh: string, en: string): ImportedUnit {
  return { id: `${kind}-${en.length}`, kind, segments: { 'zh-Hans': zh, en }, confidence: 0.5 };
}

describe('proposing what an edition is called and where it is from', () => {
  test('takes the title of the title unit, on one line', () => {
    const units = [makeUnit('title', '联合\n声明', 'Joint\nStatement')];
    const found = { units, setAside: [], files: [{ name: 'pair.html', languages: ['zh-Hans', 'en'] }] };
    expect(proposeEdition(found, 'zh-Hans', TODAY)).toEqual({
      ...makeDetails('联合声明'),
      sourceName: 'pair.html',
    });
    expect(proposeEdition(found, 'en', TODAY).title).toBe('Joint Statement');
  });

  test('of several titles takes the one that the languages share', () => {
    const units = [makeUnit('title', '', 'A photograph'), makeUnit('title', '声明', 'Statement')];
    expect(proposeEdition({ units, setAside: [], files: [] }, 'en', TODAY).title).toBe('Statement');
  });

  test('without a title takes a short first line, else the name of the file in that language', () => {
    const files = [
      { name: 'source.zh.txt', languages: ['zh-Hans'] },
      { name: 'target.txt', languages: ['en'] },
    ];
    const short = { units: [makeUnit('paragraph', '前言', 'Foreword')], setAside: [], files };
    expect(proposeEdition(short, 'en', TODAY).title).toBe('Foreword');
    const long = { ...short, units: [makeUnit('paragraph', '前言', 'word '.repeat(60))] };
    expect(proposeEdition(long, 'en', TODAY)).toMatchObject({ title: 'target', sourceName: 'target.txt' });
    expect(proposeEdition({ ...short, units: [] }, 'zh-Hans', TODAY).title).toBe('source.zh');
  });

  test('keeps what stood around the text and says where it comes from, word for word', () => {
    const aside = { id: '1', file: 'a.html', language: 'en' } as const;
    const found = {
      units: [makeUnit('title', '声明', 'Statement')],
      setAside: [
        { ...aside, reason: 'byline', text: 'By our correspondent' },
        { ...aside, reason: 'share', text: 'Share' },
        { ...aside, reason: 'copyright', text: '(c) The Gazette' },
        { ...aside, reason: 'duplicate-headline', text: 'Statement' },
        { ...aside, reason: 'byline', text: '本报记者', language: 'zh-Hans' },
      ],
      files: [],
    } as const;
    expect(proposeEdition(found, 'en', TODAY).notes).toBe('By our correspondent\n(c) The Gazette');
  });
});

describe('composing a work of imported units', () => {
  test('makes the bundled text of its page: a work that can be read back', async () => {
    const { units, languages } = await importFiles([
      { name: 'page.txt', bytes: new TextEncoder().encode(page) },
    ]);
    const work = composeWork(
      units,
      languages.map((language) => makeEdition(language, statement.titles[language] ?? '')),
    );
    expect(parseWork(JSON.parse(JSON.stringify(serializeWork(work))))).toEqual(work);
    expect(work.id).toBe('joint-statement-on-cooperation-in-information-space');
    expect(work.units.map(({ segments }) => segments)).toEqual(
      statement.units.map(({ segments }) => segments),
    );
  });

  test('calls an edition what the reader says its language is', () => {
    const units = [makeUnit('title', '聲明', 'Statement')];
    const work = composeWork(units, [
      { ...makeEdition('zh-Hans', '聲明'), language: 'zh-Hant' },
      makeEdition('en', 'Statement'),
    ]);
    expect(work.titles).toEqual({ 'zh-Hant': '聲明', en: 'Statement' });
    expect(work.units[0]?.segments).toEqual({ 'zh-Hant': '聲明', en: 'Statement' });
    expect(work.editions.map(({ language }) => language)).toEqual(['zh-Hant', 'en']);
  });

  test('writes the web address and every line of the notes down as notes of the source', () => {
    const details = {
      ...makeDetails(' Law '),
      url: 'https://example.org/law',
      notes: 'By the editors\n\n Second  ',
    };
    const [edition] = composeWork([], [{ found: 'en', language: 'en', details }]).editions;
    expect(edition).toEqual({
      language: 'en',
      title: 'Law',
      status: 'unknown',
      source: {
        name: 'a.txt',
        date: TODAY,
        notes: ['https://example.org/law', 'By the editors', 'Second'],
      },
    });
  });

  test('lists the title and the headings as contents, in the languages they have', () => {
    const units = [
      makeUnit('title', '声明', 'Statement'),
      makeUnit('paragraph', '一', 'one'),
      makeUnit('heading', '第一章', ''),
    ];
    const work = composeWork(units, [makeEdition('zh-Hans', '声明'), makeEdition('en', 'Statement')]);
    expect(work.outline).toEqual([
      { unit: 'title-9', titles: { 'zh-Hans': '声明', en: 'Statement' }, children: [] },
      { unit: 'heading-0', titles: { 'zh-Hans': '第一章' }, children: [] },
    ]);
  });

  test.each([
    [['声明', 'Déclaration commune'], 'declaration-commune'],
    [['声明', 'Treaty No. 5 (2020)'], 'treaty-no-5-2020'],
  ])('names %j by its Latin letters', (titles, id) => {
    const editions = titles.map((title, at) => makeEdition(['zh-Hans', 'fr'][at] ?? '', title));
    expect(composeWork([], editions).id).toBe(id);
  });

  test.each([[['声明', 'Заявление']], [['2020', '12']]])('names %j by a hash', (titles) => {
    const editions = titles.map((title, at) => makeEdition(['zh-Hans', 'ru'][at] ?? '', title));
    expect(composeWork([], editions).id).toMatch(/^text-[0-9a-f]{10}$/);
  });
});
