import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseWork } from '../../core/text/work-file.ts';
import { runCore } from '../../tools/core-commands.ts';
import type { WorkFile } from '../../core/text/work-file.ts';
import { statement } from '../resources/joint-statement-2016.ts';

const PAGE = fileURLToPath(new URL('../fixtures/joint-statement-2016.page.txt', import.meta.url));

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-import-'));
  await writeFile(
    join(folder, 'zh.txt'),
    Uint8Array.of(0xcb, 0xab, 0xb7, 0xbd, 0xcd, 0xac, 0xd2, 0xe2, 0xa1, 0xa3),
  );
  await writeFile(join(folder, 'en.txt'), 'The two sides agree.');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('import', () => {
  test('prints units in the shape of work.json, with what was set aside', async () => {
    const { exitCode, stdout, stderr } = await runCore(['import', PAGE, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      languages: ['zh-Hans', 'en'],
      units: statement.units.map((unit) => ({ ...unit, id: expect.stringMatching(/^[a-z0-9][a-z0-9-]*$/) })),
      setAside: expect.arrayContaining([expect.objectContaining({ reason: 'share', text: '分享到:' })]),
      doubtful: [],
      files: [
        {
          name: 'joint-statement-2016.page.txt',
          format: 'text',
          encoding: 'utf-8',
          isDamaged: false,
          languages: ['zh-Hans', 'en'],
        },
      ],
      links: expect.arrayContaining([
        { unit: expect.any(String), spans: expect.any(Object), confidence: expect.any(Number) },
      ]),
    });
  });

  test('prints the links it proposes as they stand in a work.json', async () => {
    const files = [join(folder, 'zh.txt'), join(folder, 'en.txt')];
    const { stdout } = await runCore(['import', ...files, '--json', '--encoding', 'zh.txt=gb18030']);
    const { units, links } = JSON.parse(stdout) as Pick<WorkFile, 'units' | 'links'>;
    const words = links.map(({ spans }) =>
      Object.entries(spans).map(([language, list]) =>
        list.map(([start, end]) => units[0]?.segments[language]?.slice(start, end)).join(' '),
      ),
    );
    expect(words).toContainEqual([expect.stringContaining('同意'), expect.stringContaining('agree')]);
  });

  test('prints both languages for people', async () => {
    const { exitCode, stdout } = await runCore(['import', join(folder, 'zh.txt'), join(folder, 'en.txt')]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('zh-Hans  双方同意。\nen  The two sides agree.');
  });

  test('takes the encoding and the language from the reader', async () => {
    const files = [join(folder, 'zh.txt'), join(folder, 'en.txt')];
    const { stdout } = await runCore([
      'import',
      ...files,
      '--json',
      '--encoding',
      'zh.txt=gb18030',
      '--language',
      'en.txt=en-GB',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ languages: ['zh-Hans', 'en-GB'] });
  });

  test.each([
    ['one language', ['en.txt'], 1, /^All text is in one language \(en\)\./],
    ['a file that is not there', ['gone.txt'], 1, /gone\.txt/],
    ['no file', [], 2, /takes at least one FILE/],
  ])('says what is wrong with %s', async (_what, names, code, message) => {
    const { exitCode, stdout, stderr } = await runCore([
      'import',
      ...names.map((name) => join(folder, name)),
      '--json',
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('add-edition', () => {
  const RUSSIAN = fileURLToPath(new URL('../fixtures/joint-statement-2016.ru.md', import.meta.url));

  test('prints the work with the edition added, which can be read as a work', async () => {
    const { exitCode, stdout, stderr } = await runCore(['add-edition', statement.id, RUSSIAN, '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const work = parseWork(JSON.parse(stdout));
    expect(work.id).toBe(statement.id);
    expect(work.editions.map(({ language }) => language)).toEqual(['zh-Hans', 'en', 'ru']);
    expect(work.links).toEqual(statement.links);
    expect(work.units.find(({ id }) => id === 'item-3')?.segments['ru']).toMatch(/^3\. Расширять/);
  });

  test('calls the language what it is told', async () => {
    const { stdout } = await runCore(['add-edition', statement.id, RUSSIAN, '--language', 'uk', '--json']);
    expect(parseWork(JSON.parse(stdout)).editions.at(-1)?.language).toBe('uk');
  });

  test('refuses a language that the work has, and says what to do', async () => {
    const { exitCode, stdout, stderr } = await runCore(['add-edition', statement.id, join(folder, 'en.txt')]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('has a text in this language (en) already');
  });

  test('without a file says how it is used', async () => {
    const { exitCode, stderr } = await runCore(['add-edition', statement.id]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"add-edition" takes a WORK and at least one FILE.');
  });
});
