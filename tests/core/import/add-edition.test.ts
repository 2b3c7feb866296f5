import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { addEdition, type AddedEdition } from '../../../core/import/add-edition.ts';
import { ImportError, type ImportProblem } from '../../../core/import/import-error.ts';
import type { ImportFile, ImportOptions } from '../../../core/import/import-files.ts';
import { composeEdition } from '../../../core/import/review/compose-edition.ts';
import { proposeEdition } from '../../../core/import/review/edition-details.ts';
import { parseWork, serializeWork } from '../../../core/text/work-file.ts';
import { segmentText, type Unit, type Work } from '../../../core/text/work.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';
import { page, statement } from '../../resources/joint-statement-2016.ts';
import { textFile } from './write-files.ts';

const RUSSIAN = readFileSync(new URL('../../fixtures/joint-statement-2016.ru.md', import.meta.url), 'utf8');
const RUSSIAN_FILE = textFile('joint-statement-2016.ru.md', RUSSIAN);

let lexicon: BilingualLexicon;

beforeAll(async () => {
  lexicon = await readBundledLexicon();
});

/** The work with only some of its editions. */
function withEditions(languages: readonly string[]): Work {
  const pick = <Value>(all: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).filter(([language]) => languages.includes(language)));
  return {
    ...statement,
    titles: pick(statement.titles),
    editions: statement.editions.filter(({ language }) => languages.includes(language)),
    units: statement.units.map((unit) => ({ ...unit, segments: pick(unit.segments) })),
    links: [],
    remarks: [],
    terms: [],
  };
}

function compose(work: Work, result: AddedEdition): Work {
  const { added } = result;
  return composeEdition(work, result.units, {
    found: added,
    language: added,
    details: proposeEdition(result, added, '2026-02-03'),
  });
}

/** The work without an edition and the units that only it has. */
function withoutEdition(work: Work, language: string, before: readonly Unit[]): Work {
  const known = new Set(before.map(({ id }) => id));
  const { [language]: _title, ...titles } = work.titles;
  return {
    ...work,
    titles,
    editions: work.editions.filter((edition) => edition.language !== language),
    units: work.units
      .filter(({ id }) => known.has(id))
      .map((unit) => {
        const { [language]: _text, ...segments } = unit.segments;
        return { ...unit, segments };
      }),
  };
}

function letters(text: string): string {
  return Array.from(text.normalize('NFKC').replace(/\s/gu, '')).toSorted().join('');
}

/** What the text of each unit begins with; of the units of the work by their ids, of the others in brackets. */
function outline(result: AddedEdition, work: Work): readonly (readonly [string, string])[] {
  const known = new Set(work.units.map(({ id }) => id));
  return result.units.map((unit) => [
    known.has(unit.id) ? unit.id : `[${unit.kind}]`,
    segmentText(unit, result.added).slice(0, 18),
  ]);
}

const LANDED = [
  ['title', 'Совместное заявлен'],
  ['[heading]', 'Преамбула'],
  ['opening', 'Мы, Председатель К'],
  ['recital-recognize', 'признаём, что инфо'],
  ['recital-uphold', 'неизменно придержи'],
  ['recital-advocate', 'выступаем за равны'],
  // The translation leaves this clause out.
  ['recital-believe', ''],
  ['recalling', 'ссылаясь на Совмес'],
  ['in-the-hope', 'желая укрепить вза'],
  ['have-reached', 'достигли следующих'],
  ['item-1', '1. Совместно высту'],
  ['item-2', '2. Совместно добив'],
  ['item-3', '3. Расширять научн'],
  ['item-4', '4. Укреплять эконо'],
  ['item-5', '5. Надёжно защищат'],
  ['item-6', '6. Активнее предуп'],
  ['item-7', '7. Развивать сотру'],
  // A paragraph that stands in no other edition.
  ['[paragraph]', 'Школы и библиотеки'],
  // Two clauses that are one paragraph in Russian.
  ['implementation-representatives', 'Для выполнения эти'],
  ['implementation-authorities', 'Компетентные орган'],
  ['signature-china', 'Председатель Китай'],
  ['signature-russia', 'Президент Российск'],
  ['date', '25 июня 2016 года'],
  ['place', 'Пекин'],
];

describe('a Russian text beside the joint statement', () => {
  test('lands clause by clause where it belongs', async () => {
    const result = await addEdition(statement, [RUSSIAN_FILE], { lexicon });
    expect(result.added).toBe('ru');
    expect(result.languages).toEqual(['zh-Hans', 'en', 'ru']);
    expect(outline(result, statement)).toEqual(LANDED);
  });

  test('without the lexicon, which has no Russian, lands the same', async () => {
    expect(outline(await addEdition(statement, [RUSSIAN_FILE]), statement)).toEqual(LANDED);
  });

  test('beside the English text alone lands the same', async () => {
    const english = withEditions(['en']);
    expect(outline(await addEdition(english, [RUSSIAN_FILE], { lexicon }), english)).toEqual(LANDED);
  });

  test('is a work that can be read back, and taking it away gives the work as it was', async () => {
    const result = await addEdition(statement, [RUSSIAN_FILE], { lexicon });
    const work = compose(statement, result);
    expect(parseWork(JSON.parse(JSON.stringify(serializeWork(work))))).toEqual(work);
    expect(work.titles['ru']).toMatch(/^Совместное заявление Президента/);
    expect(work.editions.at(-1)).toMatchObject({ language: 'ru', source: { name: RUSSIAN_FILE.name } });
    expect(withoutEdition(work, 'ru', statement.units)).toEqual(statement);
  });

  test('loses no letter', async () => {
    const { units, setAside } = await addEdition(statement, [RUSSIAN_FILE], { lexicon });
    const kept = [...units.map((unit) => segmentText(unit, 'ru')), ...setAside.map(({ text }) => text)];
    expect(letters(kept.join(''))).toBe(letters(RUSSIAN.replaceAll('#', '')));
  });
});

describe('an edition that the lexicon knows', () => {
  test('the English text comes to the units of the Chinese one', async () => {
    const chinese = withEditions(['zh-Hans']);
    const english = statement.units.map((unit) => segmentText(unit, 'en')).join('\n\n');
    const result = await addEdition(chinese, [textFile('en.txt', english)], { lexicon });
    expect(result.units.map(({ id, segments }) => [id, segments['en']])).toEqual(
      statement.units.map(({ id, segments }) => [id, segments['en']]),
    );
  });

  test('and the other way round', async () => {
    const english = withEditions(['en']);
    const chinese = statement.units.map((unit) => segmentText(unit, 'zh-Hans')).join('\n\n');
    const result = await addEdition(english, [textFile('zh.txt', chinese)], { lexicon });
    expect(result.units.map(({ id, segments }) => [id, segments['zh-Hans']])).toEqual(
      statement.units.map(({ id, segments }) => [id, segments['zh-Hans']]),
    );
  });

  test('a text in one paragraph is cut where the units end', async () => {
    const chinese = withEditions(['zh-Hans']);
    const items = { ...chinese, units: chinese.units.filter(({ kind }) => kind === 'item') };
    const english = items.units.map(({ id }) => segmentText(unitOf(id), 'en').replace(/;$/u, '.'));
    const result = await addEdition(items, [textFile('en.txt', english.join(' '))], { lexicon });
    expect(result.units.map((unit) => segmentText(unit, 'en'))).toEqual(english);
  });

  test('of a table that holds it beside an edition of the work only the new language is taken', async () => {
    const items = { ...statement, units: statement.units.filter(({ kind }) => kind === 'item').slice(0, 3) };
    const russian = RUSSIAN.split('\n').filter((line) => /^[123]\. /u.test(line));
    const rows = items.units.map(
      (unit, at) => `${segmentText(unit, 'en').replaceAll(',', ' ')}\t${russian[at]}`,
    );
    const table = textFile('table.tsv', ['en\tru', ...rows].join('\n'));
    const result = await addEdition(items, [table]);
    expect(result.units.map((unit) => segmentText(unit, 'ru'))).toEqual(russian);
    // The names of the columns, and the English text.
    expect(result.setAside.map(({ reason }) => reason).toSorted()).toEqual([
      ...items.units.map(() => 'other-language'),
      'table-header',
      'table-header',
    ]);
  });

  test('a text with a line for each sentence comes to the paragraphs of the work', async () => {
    const paragraphs = [
      ['我们加强科技合作。', '我们保护公民的权利。', '我们打击恐怖主义。', '我们交流信息。'],
      ['学校教孩子们读书。', '医院照顾病人。', '农民种植水稻。', '工人修建铁路。'],
    ];
    const lines = [
      'We strengthen scientific cooperation.',
      'We protect the rights of citizens.',
      'We fight terrorism.',
      'We exchange information.',
      'The schools teach children to read.',
      'The hospitals take care of the sick.',
      'The farmers grow rice.',
      'The workers build railways.',
    ];
    const work = {
      ...withEditions(['zh-Hans']),
      units: paragraphs.map((sentences, at): Unit => ({
        id: `paragraph-${at}`,
        kind: 'paragraph',
        segments: { 'zh-Hans': sentences.join('') },
      })),
    };
    const result = await addEdition(work, [textFile('lines.txt', lines.join('\n\n'))], { lexicon });
    expect(result.units.map(({ id, segments }) => [id, segments['en']])).toEqual([
      ['paragraph-0', lines.slice(0, 4).join('\n')],
      ['paragraph-1', lines.slice(4).join('\n')],
    ]);
  });

  test('of a page that holds the text beside an edition of the work only the new language is taken', async () => {
    const chinese = withEditions(['zh-Hans']);
    const result = await addEdition(chinese, [textFile('page.txt', page)], { lexicon });
    expect(result.units.map(({ segments }) => segments)).toEqual(
      statement.units.map(({ segments }) => segments),
    );
    const others = result.setAside.filter(({ reason }) => reason === 'other-language');
    expect(others.map(({ language }) => language)).toEqual(others.map(() => 'zh-Hans'));
    expect(others.length).toBeGreaterThan(15);
  });
});

function unitOf(id: string): Unit {
  const unit = statement.units.find((one) => one.id === id);
  if (unit === undefined) throw new Error(id);
  return unit;
}

describe('what cannot be added', () => {
  async function problemOf(
    work: Work,
    files: readonly ImportFile[],
    options: ImportOptions = {},
  ): Promise<ImportProblem | undefined> {
    return addEdition(work, files, options).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof ImportError) return error.problem;
        throw error;
      },
    );
  }

  test('a language that the work has', async () => {
    const file = textFile('en.txt', 'The two sides agree on cooperation in the information space.');
    expect(await problemOf(statement, [file])).toEqual({ code: 'edition-exists', language: 'en' });
    expect(await problemOf(statement, [file], { files: { 'en.txt': { language: 'fr' } } })).toBeUndefined();
  });

  test('a seventh language', async () => {
    const languages = ['zh-Hans', 'en', 'ru', 'fr', 'es', 'ar'];
    const editions = languages.map((language) => ({
      ...statement.editions[0],
      language,
    })) as Work['editions'];
    expect(await problemOf({ ...statement, editions }, [textFile('de.txt', 'Wort.')])).toEqual({
      code: 'too-many-editions',
      most: 6,
    });
  });

  test('two new languages at once', async () => {
    const french = textFile(
      'fr.txt',
      'Les deux parties sont convenues de coopérer dans ce domaine essentiel.',
    );
    const problem = await problemOf(statement, [
      french,
      textFile('ru.txt', 'Стороны договорились сотрудничать в этой важной области.'),
    ]);
    expect(problem).toEqual({ code: 'several-languages', languages: expect.arrayContaining(['fr', 'ru']) });
  });

  test('nothing', async () => {
    expect(await problemOf(statement, [])).toEqual({ code: 'no-files' });
    expect(await problemOf(statement, [textFile('a.txt', '')])).toEqual({ code: 'empty-file' });
  });
});

const WORDS = ['соглашение', 'сторон', 'развитие', '2015', 'право', 'Интернет', 'безопасность', 'и'];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
  .chain((words) => fc.constantFrom('.', ';', '', '?', ':').map((end) => `${words.join(' ')}${end}`));
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

describe('whatever is added', () => {
  property.prop(
    [
      fc.array(paragraph, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: statement.units.length }),
      fc.constantFrom('\n', '\n\n'),
    ],
    { numRuns: 60 },
  )('no letter is lost, and taking it away gives the work as it was', async (paragraphs, count, gap) => {
    const text = paragraphs.join(gap);
    const work = { ...withEditions(['zh-Hans', 'en']), units: statement.units.slice(0, count), outline: [] };
    const options = { files: { 'a.txt': { language: 'ru' } } };
    const result = await addEdition(work, [textFile('a.txt', text)], options);
    const kept = result.units.map((unit) => segmentText(unit, 'ru'));
    const asides = result.setAside.map((aside) => aside.text);
    expect(letters([...kept, ...asides].join(''))).toBe(letters(text));
    // In the order in which it was read, but for what was set aside.
    if (asides.length === 0) expect(kept.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    expect(withoutEdition(compose(work, result), 'ru', work.units)).toEqual(work);
  });
});
