import { describe, expect, test } from 'vitest';
import { serializeWork } from '../../core/text/work-file.ts';
import { segmentText, type OutlineEntry } from '../../core/text/work.ts';
import { languages, page, statement, workFileText, type Language } from './joint-statement-2016.ts';

/** The page from the statement's own title to the buttons under it. */
function findStatementLines(): readonly string[] {
  const start = page.indexOf('中华人民共和国主席和俄罗斯联邦总统关于');
  const end = page.indexOf('分享到');
  if (start < 0 || end < start) throw new Error('The page does not hold the statement');
  return page
    .slice(start, end)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * The page runs Chinese and English together, often in one line and then the Chinese first: what reaches to the last
 * Han character, with the sign after it, is Chinese; the rest is English.
 */
function readPage(language: Language): readonly string[] {
  const parts = findStatementLines().map((line) => {
    const chinese = /^.*\p{Script=Han}[。，,;:]?/u.exec(line)?.[0] ?? '';
    return language === 'en' ? line.slice(chinese.length) : chinese;
  });
  return parts.filter((part) => part !== '');
}

function readWork(language: Language): readonly string[] {
  return statement.units.map((unit) => segmentText(unit, language));
}

function withoutSpace(parts: readonly string[]): string {
  return parts.join('').replace(/\s/gu, '');
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
};

describe('the text of the joint statement', () => {
  test('the page is read as Chinese without Latin letters and English without Chinese ones', () => {
    expect(readPage('zh-Hans').join('')).not.toMatch(/\p{Script=Latin}/u);
    expect(readPage('en').join('')).not.toMatch(/\p{Script=Han}/u);
    expect(readPage('zh-Hans').at(-1)).toBe('于北京');
    expect(readPage('en').at(-1)).toBe('Beijing');
  });

  test.each(languages)('nothing of the page is lost and nothing invented: %s', (language) => {
    expect(withoutSpace(readWork(language)).normalize('NFKC')).toBe(
      withoutSpace(readPage(language)).normalize('NFKC'),
    );
  });

  test('English is the page letter for letter, with its spaces', () => {
    const oneLine = (parts: readonly string[]): string => parts.join(' ').replace(/\s+/gu, ' ');
    expect(oneLine(readWork('en'))).toBe(oneLine(readPage('en')));
  });

  test('Chinese differs from the page in the width of its punctuation only', () => {
    const restored = Array.from(withoutSpace(readPage('zh-Hans')), (sign) => FULL_WIDTH[sign] ?? sign);
    expect(withoutSpace(readWork('zh-Hans'))).toBe(restored.join(''));
  });

  test.each(languages)('no segment begins or ends with white space or is empty: %s', (language) => {
    for (const segment of readWork(language)) {
      expect(segment).toBe(segment.trim());
      expect(segment).not.toBe('');
      expect(segment).not.toMatch(/[^\S\n ]| {2}|\n\n| \n|\n /u);
    }
  });
});

describe('the units of the joint statement', () => {
  test('stand in the order of the text, each with its kind', () => {
    expect(statement.units.map((unit) => [unit.id, unit.kind])).toEqual([
      ['title', 'title'],
      ['opening', 'paragraph'],
      ['recital-recognize', 'paragraph'],
      ['recital-uphold', 'paragraph'],
      ['recital-advocate', 'paragraph'],
      ['recital-believe', 'paragraph'],
      ['recalling', 'paragraph'],
      ['in-the-hope', 'paragraph'],
      ['have-reached', 'paragraph'],
      ...Array.from({ length: 7 }, (_, index) => [`item-${index + 1}`, 'item']),
      ['implementation-representatives', 'paragraph'],
      ['implementation-authorities', 'paragraph'],
      ['signature-china', 'signature'],
      ['signature-russia', 'signature'],
      ['date', 'dateline'],
      ['place', 'dateline'],
    ]);
  });

  test('items carry their number and print it in both languages; nothing else is numbered', () => {
    const items = statement.units.filter((unit) => unit.kind === 'item');
    for (const [index, unit] of items.entries()) {
      expect(unit.number).toBe(String(index + 1));
      expect(segmentText(unit, 'en').startsWith(`${index + 1}. `)).toBe(true);
      expect(segmentText(unit, 'zh-Hans').startsWith(`${'一二三四五六七'.charAt(index)}、`)).toBe(true);
    }
    expect(statement.units.filter((unit) => unit.number !== undefined)).toEqual(items);
  });

  test('break a line only where the page does', () => {
    const broken = statement.units.filter((unit) => segmentText(unit, 'en').includes('\n'));
    expect(broken.map((unit) => unit.id)).toEqual(['opening', 'signature-china', 'signature-russia']);
    const pageLines = readPage('en');
    for (const line of broken.flatMap((unit) => segmentText(unit, 'en').split('\n'))) {
      expect(pageLines).toContain(line);
    }
  });
});

describe('the editions of the joint statement', () => {
  test('are Chinese and English, from China.org.cn, and claim no status', () => {
    expect(
      statement.editions.map(({ language, status, source }) => [language, status, source.name, source.date]),
    ).toEqual([
      ['zh-Hans', 'unknown', 'China.org.cn', '2016-06-27'],
      ['en', 'unknown', 'China.org.cn', '2016-06-27'],
    ]);
  });

  test('bear the full title, and keep headline and caption of the page word for word', () => {
    for (const { language, title, source } of statement.editions) {
      expect(title).toBe(statement.units.map((unit) => segmentText(unit, language))[0]);
      expect(source.notes).toHaveLength(2);
      for (const note of source.notes) {
        expect(page.normalize('NFKC').split('\n')).toContain(note.normalize('NFKC'));
      }
    }
  });
});

describe('the outline of the joint statement', () => {
  const flatten = (entries: readonly OutlineEntry[]): readonly OutlineEntry[] =>
    entries.flatMap((entry) => [entry, ...flatten(entry.children)]);

  test('names its parts, with the seven items under the consensus', () => {
    expect(statement.outline.map((entry) => [entry.titles['en'], entry.children.length])).toEqual([
      ['Opening', 0],
      ['Shared views', 0],
      ['Consensus', 7],
      ['Implementation', 0],
      ['Signatures', 0],
    ]);
    for (const entry of flatten(statement.outline)) {
      expect(entry.titles['zh-Hans']).toMatch(/^\p{Script=Han}+$/u);
    }
  });

  test('begins with the first unit and goes forward, so that every unit has its place', () => {
    const order = statement.units.map((unit) => unit.id);
    const places = flatten(statement.outline).map((entry) => order.indexOf(entry.unit));
    expect(places[0]).toBe(0);
    expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    const items = statement.outline.flatMap((entry) => entry.children.map((child) => child.unit));
    expect(items).toEqual(order.filter((id) => id.startsWith('item-')));
  });
});

describe('the file of the joint statement', () => {
  test('is what the program would write of it', () => {
    expect(serializeWork(statement)).toEqual(JSON.parse(workFileText));
  });

  test('keeps every edition, unit, link, remark, term and part on a line of its own, so that a change can be read', () => {
    const lines = workFileText.split('\n').filter((line) => line.startsWith('    {'));
    const entries = lines.map((line): unknown => JSON.parse(line.replace(/,$/u, '')));
    const { editions, units, links, remarks, terms, outline } = serializeWork(statement);
    expect(entries).toEqual([...editions, ...units, ...links, ...remarks, ...terms, ...outline]);
  });
});
