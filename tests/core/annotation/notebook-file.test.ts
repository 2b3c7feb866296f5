import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  parseNotebookFile,
  prepareLines,
  serializeNotebookFile,
} from '../../../core/annotation/notebook-file.ts';
import type { Notebook } from '../../../core/annotation/notebook.ts';
import { annotate, makeUnit } from './sample.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../../core/annotation/notebook-migrations.ts';

const UNIT = makeUnit('item-1', '文本', 'a text');

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('')).digest('hex');

function serialize(notebook: Notebook, sequence: number): string {
  return serializeNotebookFile(notebook, sequence, hash).join('');
}

const NOTEBOOK: Notebook = {
  annotations: [
    annotate(UNIT, 'en', 'text', { body: `网络主权 ${'0'.repeat(64)} "checksum":"${'a'.repeat(64)}" $& $1` }),
  ],
  bin: [],
  progress: { 'item-1': 'read' },
};

describe('a notes file', () => {
  test('reads back as it was written, with the record it contains', () => {
    const text = serialize(NOTEBOOK, 17);
    expect(parseNotebookFile(text, hash)).toEqual({
      type: 'notebook',
      notebook: NOTEBOOK,
      sequence: 17,
      isMigrated: false,
      isSealBroken: false,
    });
    expect(JSON.parse(text)).toMatchObject({ schemaVersion: NOTEBOOK_SCHEMA_VERSION, sequence: 17 });
  });

  test('of more notes than a part holds is a note a line, however many lines were prepared', () => {
    const [binned, ...annotations] = Array.from({ length: 121 }, (_, index) =>
      annotate(UNIT, 'zh-Hans', '文本', { body: `${index}` }),
    );
    const bin = binned === undefined ? [] : [{ annotation: binned, deleted: '2026-01-01T00:00:00Z' }];
    const notebook: Notebook = { ...NOTEBOOK, annotations, bin };
    const text = serialize(notebook, 3);
    expect(text.split('\n').filter((line) => line.startsWith('{"id"'))).toHaveLength(120);
    expect(parseNotebookFile(text, hash)).toMatchObject({ notebook, isSealBroken: false });
    const copy = structuredClone(notebook);
    expect(prepareLines(copy, 0)).toBe(50);
    expect(prepareLines(copy, 50)).toBe(100);
    expect(prepareLines(copy, 100)).toBeUndefined();
    expect(serialize(copy, 3)).toBe(text);
  });

  test('of this program is taken at its word; any other is looked at note by note', () => {
    const odd = { ...NOTEBOOK, progress: { 'item-1': 'done' } } as unknown as Notebook;
    const text = serialize(odd, 1);
    expect(parseNotebookFile(text, hash)).toMatchObject({ type: 'notebook' });
    expect(parseNotebookFile(text.replace('item-1', 'item-2'), hash)).toMatchObject({ type: 'damaged' });
  });

  test('that was changed by another hand is taken if it is in order, and its seal is said to be broken', () => {
    const text = serialize(NOTEBOOK, 17).replace('"read"', '"understood"');
    expect(parseNotebookFile(text, hash)).toMatchObject({
      type: 'notebook',
      notebook: { progress: { 'item-1': 'understood' } },
      sequence: 17,
      isSealBroken: true,
    });
    const unsealed = text.replace(/"checksum":"[0-9a-f]{64}",\n/u, '');
    expect(parseNotebookFile(unsealed, hash)).toMatchObject({ type: 'notebook', isSealBroken: false });
  });

  test.each([
    ['nothing', ''],
    ['half a file', serialize(NOTEBOOK, 1).slice(0, -20)],
    ['zeros', '\0'.repeat(100)],
    ['a list', '[]'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['no version', '{"annotations":[],"progress":{}}'],
    ['a half version', '{"schemaVersion":1.5,"annotations":[],"progress":{}}'],
    ['an annotation of another shape', '{"schemaVersion":1,"annotations":[{"id":"x"}],"progress":{}}'],
    [
      'an unknown member',
      `{"schemaVersion":${NOTEBOOK_SCHEMA_VERSION},"annotations":[],"progress":{},"bin":[],"box":[]}`,
    ],
    [
      'a seal and no notes',
      seal(`{"schemaVersion":${NOTEBOOK_SCHEMA_VERSION},"checksum":"SUM","sequence":1}`),
    ],
  ])('with %s is damaged', (_name, text) => {
    expect(parseNotebookFile(text, hash)).toMatchObject({ type: 'damaged' });
  });

  test('of a later schema is newer, sealed or not', () => {
    expect(parseNotebookFile(`{"schemaVersion":${NOTEBOOK_SCHEMA_VERSION + 1}}`, hash)).toMatchObject({
      type: 'newer',
    });
    const sealed = seal(`{"schemaVersion":${NOTEBOOK_SCHEMA_VERSION + 1},"checksum":"SUM","sequence":1}`);
    expect(parseNotebookFile(sealed, hash)).toMatchObject({ type: 'newer' });
  });
});

describe('a notes file of schema', () => {
  const folder = path.resolve(import.meta.dirname, '../../fixtures/notes');

  test('1, as version 0.1 of the program wrote it, is brought up to date', () => {
    const text = fs.readFileSync(path.join(folder, 'schema-1.json'), 'utf8');
    const old = JSON.parse(text) as { readonly annotations: readonly object[]; readonly progress: object };
    expect(parseNotebookFile(text, hash)).toEqual({
      type: 'notebook',
      notebook: {
        annotations: old.annotations.map((annotation) => ({ ...annotation, scope: { type: 'words' } })),
        bin: [],
        progress: old.progress,
      },
      sequence: undefined,
      isMigrated: true,
      isSealBroken: false,
    });
    expect(old.annotations.length).toBeGreaterThan(3);
  });

  test('2, as it was before there were checksums, is brought up to date', () => {
    const text = fs.readFileSync(path.join(folder, 'schema-2.json'), 'utf8');
    const { schemaVersion: _version, ...notebook } = JSON.parse(text) as Record<string, unknown>;
    expect(parseNotebookFile(text, hash)).toEqual({
      type: 'notebook',
      notebook,
      sequence: undefined,
      isMigrated: true,
      isSealBroken: false,
    });
  });

  test('3, as this version writes it, is read as it is', () => {
    const text = fs.readFileSync(path.join(folder, 'schema-3.json'), 'utf8');
    const {
      schemaVersion: _version,
      checksum: _sum,
      sequence,
      ...notebook
    } = JSON.parse(text) as Record<string, unknown>;
    expect(parseNotebookFile(text, hash)).toEqual({
      type: 'notebook',
      notebook,
      sequence,
      isMigrated: false,
      isSealBroken: false,
    });
    expect(notebook['revision']).toMatch(/^[0-9a-f]{64}$/);
  });
});

function seal(text: string): string {
  return text.replace('SUM', hash([text.replace('SUM', '0'.repeat(64))]));
}
