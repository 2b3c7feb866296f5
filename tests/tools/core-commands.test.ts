import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseWork } from '../../core/text/work-file.ts';
import { runCore } from '../../tools/core-commands.ts';
import { BUNDLED_LIBRARY, workFilePath } from '../../tools/library-files.ts';

const STATEMENT = workFilePath(BUNDLED_LIBRARY, 'joint-statement-2016');

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-cli-'));
  await mkdir(join(folder, 'mixed', 'not-a-work'), { recursive: true });
  await writeFile(join(folder, 'mixed', 'not-a-work', 'work.json'), '{ "schema": 1, "id": "x" }');
  await writeFile(join(folder, 'not-json.json'), '{');
  await cp(STATEMENT, join(folder, 'copy.json'));
  await mkdir(join(folder, 'empty'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('show', () => {
  test.each([
    ['an id of the library', () => 'joint-statement-2016'],
    ['the path of a work.json', () => join(folder, 'copy.json')],
  ])('prints the very content of work.json for %s', async (_what, name) => {
    const { exitCode, stdout, stderr } = await runCore(['show', name(), '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(STATEMENT, 'utf8')));
    expect(parseWork(JSON.parse(stdout)).id).toBe('joint-statement-2016');
  });

  test('prints both languages for people', async () => {
    const { exitCode, stdout } = await runCore(['show', 'joint-statement-2016']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('zh-Hans  达成以下共识');
    expect(stdout).toContain('en  Have reached the following consensus:');
  });
});

describe('search', () => {
  test('prints one row per unit and language, best first', async () => {
    const { exitCode, stdout, stderr } = await runCore(['search', 'zh:主权 en:sovereignty', '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const rows: unknown = JSON.parse(stdout);
    const row = (unit: string, language: string): object => ({
      work: 'joint-statement-2016',
      unit,
      language,
      score: expect.any(Number),
    });
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        row('item-1', 'zh-Hans'),
        row('item-1', 'en'),
        row('recital-uphold', 'zh-Hans'),
        row('recital-uphold', 'en'),
      ]),
    );
    const scores = (rows as readonly { readonly score: number }[]).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('takes several operands as one query, also where they begin with a dash', async () => {
    const { stdout } = await runCore(['search', '主权', '-national', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([{ unit: 'item-1', language: 'zh-Hans' }]);
    const afterDashes = await runCore(['search', '--json', '--', '主权', '-national']);
    expect(afterDashes.stdout).toBe(stdout);
  });

  test('marks the hits for people', async () => {
    const { stdout } = await runCore(['search', '网络主权']);
    expect(stdout).toMatch(/^joint-statement-2016 {2}item-1 {2}zh-Hans .*\[网络主权\]/);
  });

  test('explains a query it cannot read beside the JSON, not in it', async () => {
    const { exitCode, stdout, stderr } = await runCore(['search', 'zz:', '"', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(expect.any(Array));
    expect(stderr).toContain('quotation mark is not closed');
    const unknown = await runCore(['search', 'title:consensus', '--json']);
    expect(unknown.stderr).toContain('There is no field “title:”');
    expect(JSON.parse(unknown.stdout)).toMatchObject([{ unit: 'have-reached', language: 'en' }]);
  });

  test('finds nothing in an empty library', async () => {
    const { exitCode, stdout } = await runCore([
      'search',
      '主权',
      '--json',
      '--library',
      join(folder, 'empty'),
    ]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

describe('what goes wrong is said in words', () => {
  test.each([
    ['no command', [], 'No command is given.'],
    ['an unknown command', ['frobnicate'], 'There is no command "frobnicate".'],
    ['an unknown option', ['search', '主权', '--jsn'], '--jsn'],
    ['an option without its value', ['search', '主权', '--library'], '--library'],
    ['nothing to show', ['show'], '"show" takes one WORK.'],
    ['too much to show', ['show', 'a', 'b'], '"show" takes one WORK.'],
    ['nothing to search for', ['search', '--json'], '"search" takes a QUERY.'],
  ])('wrong usage ends with 2: %s', async (_what, argv, message) => {
    const { exitCode, stdout, stderr } = await runCore(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage:');
  });

  test.each([
    ['a work that is not there', () => ['show', 'no-such-work'], 'The library has: joint-statement-2016'],
    ['a file that is not there', () => ['show', join(folder, 'none.json')], 'There is no work'],
    ['a file that is not JSON', () => ['show', join(folder, 'not-json.json')], 'not JSON'],
    ['a file that is no work', () => ['show', 'not-a-work', '--library', join(folder, 'mixed')], 'units:'],
    ['a broken work in the library', () => ['search', 'x', '--library', join(folder, 'mixed')], 'units:'],
    ['a library that is not there', () => ['search', 'x', '--library', join(folder, 'nowhere')], 'nowhere'],
  ])('anything else ends with 1: %s', async (_what, argv, message) => {
    const { exitCode, stdout, stderr } = await runCore(argv());
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('help is no failure', async () => {
    const { exitCode, stdout } = await runCore(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('search QUERY');
  });
});
