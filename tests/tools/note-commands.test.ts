import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOTEBOOK_SCHEMA_VERSION } from '../../core/annotation/notebook-migrations.ts';
import { runCore } from '../../tools/core-commands.ts';
import { makeNote } from '../electron/main/storage/sample-notes.ts';

const WORK = 'joint-statement-2016.json';

let folder: string;

async function put(name: string, content: object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

const file = (annotations: readonly object[]): object => ({
  schemaVersion: NOTEBOOK_SCHEMA_VERSION,
  annotations,
  bin: [],
  progress: {},
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-note-commands-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('export-notes', () => {
  test.each([
    ['md', '# Notes: '],
    ['html', '<!doctype html>'],
    ['csv', 'Text,Number,Clause'],
    ['txt', 'Notes: '],
    ['jsonld', '"AnnotationCollection"'],
  ])('prints the notes of a notes file as %s', async (format, beginning) => {
    const path = await put(WORK, file([makeNote(1)]));
    const { exitCode, stdout, stderr } = await runCore(['export-notes', path, '--format', format]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(beginning);
    expect(stdout).toContain('note 1');
  });

  test('brings an older notes file up to date', async () => {
    const { scope: _scope, ...old } = makeNote(1);
    const path = await put(WORK, { schemaVersion: 1, annotations: [old], progress: {} });
    expect(await runCore(['export-notes', path])).toMatchObject({ exitCode: 0 });
  });

  test('speaks Chinese where it is asked to', async () => {
    const path = await put(WORK, file([makeNote(1)]));
    const { stdout } = await runCore(['export-notes', path, '--language', 'zh-Hans']);
    expect(stdout).toContain('# 笔记：');
  });

  test.each([
    ['a format there is not', ['--format', 'docx'], 'There is no format "docx"'],
    ['a language there is not', ['--language', 'fr'], 'There are no words in "fr"'],
  ])('says so for %s', async (_what, options, message) => {
    const path = await put(WORK, file([makeNote(1)]));
    const { exitCode, stderr } = await runCore(['export-notes', path, ...options]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });

  test('says what is wrong with a file', async () => {
    for (const [content, message] of [
      [file([{ ...makeNote(1), color: 'pink' }]), 'annotations.0.color'],
      [{ schemaVersion: 99 }, 'schema 99'],
      [{ x: 1 }, 'neither a notes file nor an export'],
    ] as const) {
      const path = await put(WORK, content);
      const { exitCode, stderr } = await runCore(['export-notes', path]);
      expect(exitCode).toBe(1);
      expect(stderr).toContain(message);
    }
  });
});

describe('merge-notes', () => {
  test('prints a notes file with the notes of both and says what it did', async () => {
    const ours = await put(WORK, file([makeNote(1)]));
    const exported = await runCore([
      'export-notes',
      await put('joint-statement-2016.json', file([makeNote(1), makeNote(2)])),
      '--format',
      'jsonld',
    ]);
    const theirs = join(folder, 'theirs.jsonld');
    await writeFile(theirs, exported.stdout);
    await put(WORK, file([makeNote(1)]));
    const { exitCode, stdout, stderr } = await runCore(['merge-notes', ours, theirs]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(file([makeNote(1), makeNote(2)]));
    expect(stderr).toContain('1 added, 0 updated, 1 unchanged, 0 kept in both versions');
    expect(JSON.parse(await readFile(ours, 'utf8'))).toEqual(file([makeNote(1)]));
  });

  test('takes two files', async () => {
    expect(await runCore(['merge-notes', 'a'])).toMatchObject({ exitCode: 2 });
    expect(await runCore(['export-notes'])).toMatchObject({ exitCode: 2 });
  });
});
