import fs from 'node:fs';
import path from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportWords } from '../../../../core/formats/work-files/export-words.ts';
import { selectEditions } from '../../../../core/formats/work-files/select-editions.ts';
import { writeBilingualHtml } from '../../../../core/formats/work-files/write-bilingual-html.ts';
import { writeDocx } from '../../../../core/formats/work-files/write-docx.ts';
import { writeTmx } from '../../../../core/formats/work-files/write-tmx.ts';
import { writeTsv } from '../../../../core/formats/work-files/write-tsv.ts';
import { parseWork } from '../../../../core/text/work-file.ts';
import { UNIT_KINDS, type Unit, type Work } from '../../../../core/text/work.ts';
import { sampleWork } from '../../text/sample-work.ts';
import { readCharacters, readTable, readTmx, readTsv, type ReadUnit } from './read-exports.ts';

const statement = parseWork(
  JSON.parse(fs.readFileSync(path.resolve('resources/library/joint-statement-2016/work.json'), 'utf8')),
);

const STAMP = { time: '2026-03-02T10:00:00.123Z', version: '1.2.3' };

const WORDS: ExportWords = {
  language: 'en',
  statuses: { official: 'Official', unofficial: 'Unofficial', unknown: 'Status unknown' },
  source: ({ source }) => `From ${source.name}`,
};

const BOTH = ['zh-Hans', 'en'];

function makeWork(units: readonly Unit[]): Work {
  return { ...sampleWork, units, links: [], remarks: [], outline: [] };
}

/** What a reader of an export should find: every unit with a text, to the letter. */
function unitsOf(work: Work, languages: readonly string[]): readonly ReadUnit[] {
  return work.units
    .map(({ id, kind, number, segments }) => ({
      id,
      kind: kind as string,
      number,
      segments: Object.fromEntries(languages.map((language) => [language, segments[language] ?? ''])),
    }))
    .filter(({ segments }) => Object.values(segments).some((text) => text !== ''));
}

/** Texts with all that formats trip over. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\t',
        '\n',
        '\r',
        '&',
        '<',
        '>',
        '=',
        '+',
        '-',
        '@',
        '＝',
        ';',
        ',',
        '\\',
        ']]>',
        '&amp;',
        '&#13;',
        '一、',
        '“',
        '\u00A0',
        '\u2028',
        '😀',
      ),
    )
    .map((parts) => parts.join('')),
);

const anyUnits = fc.array(
  fc
    .tuple(fc.constantFrom(...UNIT_KINDS), fc.option(anyText), anyText, anyText)
    .map(([kind, number, chinese, english]) => ({
      kind,
      ...(number === null || number === '' ? {} : { number }),
      segments: { 'zh-Hans': chinese, en: english },
    })),
  { minLength: 1, maxLength: 5 },
);

function numberUnits(units: readonly Omit<Unit, 'id'>[]): Work {
  return makeWork(units.map((unit, index) => ({ id: `u${index}`, ...unit })));
}

describe('the aligned text as TMX', () => {
  test.prop([anyUnits])('is read back to the letter', (units) => {
    const work = numberUnits(units);
    expect(readTmx(writeTmx(selectEditions(work, BOTH), STAMP))).toEqual(unitsOf(work, BOTH));
  });

  it('holds the whole statement', () => {
    const tmx = writeTmx(selectEditions(statement, BOTH), STAMP);
    expect(readTmx(tmx)).toEqual(unitsOf(statement, BOTH));
    expect(tmx).toContain('<tmx version="1.4">');
    expect(tmx).toContain('srclang="zh-Hans"');
    expect(tmx).toContain('creationdate="20260302T100000Z"');
  });

  it('says what XML cannot as a sign that something was there', () => {
    const work = makeWork([
      { id: 'u', kind: 'item', segments: { en: 'a\u0000b\u001Fc\uD800d\uFFFEe\u0085' } },
    ]);
    const [unit] = readTmx(writeTmx(selectEditions(work, ['en']), STAMP));
    expect(unit?.segments['en']).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\u0085');
  });
});

describe('the aligned text as a table', () => {
  test.prop([anyUnits])('is read back to the letter', (units) => {
    const work = numberUnits(units);
    expect(readTsv(writeTsv(selectEditions(work, BOTH)))).toEqual(unitsOf(work, BOTH));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', "'=1"])(
    'gives %j to a spreadsheet as text',
    (dangerous) => {
      const work = makeWork([{ id: 'u', kind: 'item', segments: { en: dangerous } }]);
      const [, row] = readTable(writeTsv(selectEditions(work, ['en'])));
      expect(row?.[3]).toBe(`'${dangerous}`);
    },
  );

  it('names its columns', () => {
    const [header] = readTable(writeTsv(selectEditions(statement, ['en', 'zh-Hans'])));
    expect(header).toEqual(['unit', 'kind', 'number', 'en', 'zh-Hans']);
  });
});

describe('the editions of an export', () => {
  it('come in the order they are asked for; units without a text in any of them stay out', () => {
    const work = makeWork([
      { id: 'a', kind: 'item', segments: { en: 'A', 'zh-Hans': '甲' } },
      { id: 'b', kind: 'item', segments: { en: '', 'zh-Hans': '乙' } },
    ]);
    expect(selectEditions(work, ['en', 'ru', 'zh-Hans'])).toMatchObject({
      editions: [{ language: 'en' }, { language: 'zh-Hans' }],
      units: [{ texts: ['A', '甲'] }, { texts: ['', '乙'] }],
    });
    expect(selectEditions(work, ['en']).units.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('the aligned text as a page', () => {
  const page = writeBilingualHtml(selectEditions(statement, BOTH), WORDS);

  it('has a column for each edition, in its language, and every text', () => {
    expect(page.match(/<th scope="col" lang="([^"]*)"/g)).toHaveLength(2);
    for (const { segments } of statement.units) {
      for (const [language, text] of Object.entries(segments)) {
        expect(page).toContain(
          `<td lang="${language}">${text.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}</td>`,
        );
      }
    }
    expect(page).toContain('Status unknown · From China.org.cn');
  });

  it('needs nothing but itself, and runs nothing', () => {
    expect(page).toContain("default-src 'none'");
    const attack = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const attacked = {
      ...makeWork([{ id: 'u', kind: 'item', segments: { en: attack } }]),
      titles: { en: attack },
    };
    const text = writeBilingualHtml(selectEditions(attacked, ['en']), WORDS);
    expect(text).not.toMatch(/<(script|img|link|iframe)/);
    expect(text).not.toMatch(/\b(src|href)=["h]/);
    expect(text.split('&lt;script&gt;')).toHaveLength(4);
  });
});

describe('the aligned text for Word', () => {
  async function openDocx(work: Work, languages: readonly string[]): Promise<string> {
    const files = unzipSync(await writeDocx(selectEditions(work, languages), WORDS));
    return new TextDecoder().decode(files['word/document.xml']);
  }

  /** The words of each cell, paragraph by paragraph. */
  function cellsOf(xml: string): readonly string[] {
    return Array.from(xml.matchAll(/<w:tc>(.*?)<\/w:tc>/gs), ([, cell = '']) =>
      Array.from(cell.matchAll(/<w:p>(.*?)<\/w:p>/gs), ([, paragraph = '']) =>
        Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, words = '']) =>
          readCharacters(words),
        ).join(''),
      ).join('\n'),
    );
  }

  it('has a row for each unit and a column for each edition', async () => {
    const xml = await openDocx(statement, BOTH);
    const cells = cellsOf(xml);
    expect(cells.slice(2)).toEqual(
      statement.units.flatMap(({ segments }) => [segments['zh-Hans'] ?? '', segments['en'] ?? '']),
    );
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it('sets Chinese in a font of its own, and says which language it is', async () => {
    const xml = await openDocx(statement, BOTH);
    const runs = Array.from(xml.matchAll(/<w:r>.*?<\/w:r>/gs), ([run]) => run);
    const chinese = runs.filter((run) => run.includes('空间'));
    expect(chinese.length).toBeGreaterThan(5);
    for (const run of chinese) {
      expect(run).toMatch(/w:eastAsia="SimSun"/);
      expect(run).toMatch(/w:hint="eastAsia"/);
      expect(run).toMatch(/<w:lang w:eastAsia="zh-CN"\/>/);
    }
    const english = runs.find((run) => run.includes('sovereignty'));
    expect(english).toMatch(/w:ascii="Times New Roman"/);
    expect(english).toMatch(/<w:lang w:val="en"\/>/);
  });

  it('takes one edition, three, and characters XML cannot say', async () => {
    expect(cellsOf(await openDocx(statement, ['en']))).toHaveLength(statement.units.length + 1);
    const work = makeWork([{ id: 'u', kind: 'item', segments: { en: 'a\u0001b & <c>' } }]);
    expect(await openDocx(work, ['en'])).toContain('a\uFFFDb &amp; &lt;c&gt;');
  });
});
