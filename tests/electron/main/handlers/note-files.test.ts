import '../../electron-in-node.ts';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import {
  chooseNoteFile,
  exportNotes,
  previewNotes,
  type NoteFileParts,
} from '../../../../electron/main/handlers/note-files.ts';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { openSettingsStore } from '../../../../electron/main/storage/settings-store.ts';
import { openWorkNames } from '../../../../electron/main/storage/work-names.ts';
import type { NoteExport } from '../../../../ipc/note-files.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';

let folder: string;
let asked: object[];
let chosen: string | undefined;
let parts: NoteFileParts;

const NOTE: Annotation = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'question',
  color: 'red',
  body: 'Why “moonlight”?',
  tags: ['月'],
  isAnswered: false,
  scope: { type: 'words' },
  targets: [
    {
      unit: 'u1',
      language: 'zh-Hans',
      selector: [
        { type: 'TextQuoteSelector', exact: '明月光', prefix: '床前', suffix: '' },
        { type: 'TextPositionSelector', start: 2, end: 5 },
      ],
    },
  ],
  created: '2026-01-02T03:04:05.000Z',
  modified: '2026-01-03T03:04:05.000Z',
};

const BINNED = { ...NOTE, id: '00000000-0000-4000-8000-000000000002', body: 'thrown away' };

const ALL: NoteExport = { format: 'jsonld', workIds: null, language: 'en', includeBin: true };

function openParts(name: string): NoteFileParts {
  return {
    library: openLibrary(path.join(folder, 'library')),
    notebooks: openNotebookStore(path.join(folder, name, 'notes')),
    settings: openSettingsStore(path.join(folder, name, 'settings.json'), () => new Date()),
    environment: { systemLocale: 'en-US' },
    dialogs: {
      askWhereToSave: (question) => {
        asked.push(question);
        return Promise.resolve(chosen);
      },
      askWhatToOpen: (question) => {
        asked.push(question);
        return Promise.resolve(chosen);
      },
    },
    names: openWorkNames(path.join(folder, name, 'library')),
    now: () => new Date('2026-02-01T00:00:00Z'),
  };
}

beforeEach(async () => {
  folder = makeFolder();
  asked = [];
  chosen = undefined;
  for (const id of ['poem', 'prose']) {
    mkdirSync(path.join(folder, 'library', id), { recursive: true });
    writeFileSync(path.join(folder, 'library', id, 'work.json'), JSON.stringify(makeWorkFile(id)));
  }
  parts = openParts('reader');
  await parts.notebooks.change('poem', [
    { type: 'annotation-saved', annotation: NOTE },
    { type: 'annotation-binned', annotation: BINNED, deleted: '2026-01-04T00:00:00.000Z' },
    { type: 'progress-set', unit: 'u1', progress: 'read' },
  ]);
});

describe('exporting', () => {
  test('asks where to, with a name and an ending, and writes nothing if that is cancelled', async () => {
    expect(await exportNotes(parts, { ...ALL, format: 'markdown' })).toEqual({ ok: true, value: null });
    expect(asked).toEqual([
      {
        title: 'Export notes',
        name: 'Notes - A poem.md',
        filters: [{ name: 'Markdown', extensions: ['md'] }],
      },
    ]);
    expect(await exportNotes(parts, { ...ALL, format: 'csv', language: 'zh-Hans' })).toMatchObject({
      ok: true,
    });
    expect(asked[1]).toMatchObject({ name: '笔记 - 诗一首.csv' });
  });

  test.each([
    ['jsonld', '"exact": "明月光"'],
    ['markdown', '> 明月光'],
    ['html', '<blockquote lang="zh-Hans">明月光</blockquote>'],
    ['csv', '明月光'],
    ['text', '“明月光”'],
  ] as const)('writes %s into the file that was chosen and nothing beside it', async (format, words) => {
    const target = path.join(folder, 'out');
    mkdirSync(target);
    chosen = path.join(target, 'notes.file');
    writeFileSync(chosen, 'an older export');
    expect(await exportNotes(parts, { ...ALL, format })).toEqual({
      ok: true,
      value: { path: chosen, noteCount: 2 },
    });
    const text = readFileSync(chosen, 'utf8');
    expect(text).toContain(words);
    expect(text).toContain('thrown away');
    expect(readdirSync(target)).toEqual(['notes.file']);
  });

  test('leaves out the bin, other works and other notes where they are not wanted', async () => {
    chosen = path.join(folder, 'out.txt');
    await exportNotes(parts, { ...ALL, format: 'text', includeBin: false });
    expect(readFileSync(chosen, 'utf8')).not.toContain('thrown away');
    expect(await exportNotes(parts, { ...ALL, workIds: ['prose'] })).toMatchObject({
      value: { noteCount: 0 },
    });
    expect(await exportNotes(parts, { ...ALL, ids: [BINNED.id] })).toMatchObject({ value: { noteCount: 1 } });
  });

  test('says why a file cannot be written, and leaves nothing behind', async () => {
    chosen = path.join(folder, 'gone', 'notes.md');
    expect(await exportNotes(parts, { ...ALL, format: 'markdown' })).toMatchObject({
      ok: false,
      failure: { code: 'unexpected' },
    });
    writeFileSync(path.join(folder, 'file'), '');
    chosen = path.join(folder, 'file', 'notes.md');
    expect(await exportNotes(parts, ALL)).toMatchObject({ failure: { code: 'no-folder' } });
    chosen = path.join(folder, 'library');
    expect(await exportNotes(parts, ALL)).toMatchObject({ ok: false });
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'library', 'reader']);
  });

  test('shows how the file will begin', () => {
    expect(previewNotes(parts, { ...ALL, format: 'text' })).toMatchObject({
      value: { noteCount: 2, head: expect.stringMatching(/^Notes: 诗一首 \/ A poem\n/) as string },
    });
    expect(previewNotes(parts, { ...ALL, format: 'html' })).toMatchObject({
      value: { head: expect.stringMatching(/^<main>/) as string },
    });
    expect(previewNotes(parts, { ...ALL, workIds: ['prose'] })).toMatchObject({ value: { noteCount: 0 } });
  });

  test('says that a work is not there', async () => {
    expect(await exportNotes(parts, { ...ALL, workIds: ['novel'] })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

describe('choosing a file to import', () => {
  async function exportAll(): Promise<string> {
    const file = path.join(folder, 'notes.jsonld');
    chosen = file;
    await exportNotes(parts, ALL);
    asked = [];
    return file;
  }

  test('plans what an empty program would take in, which is everything', async () => {
    chosen = await exportAll();
    const other = openParts('other');
    const answer = await chooseNoteFile(other);
    expect(asked).toMatchObject([{ title: 'Import notes' }]);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        type: 'readable',
        name: 'notes.jsonld',
        works: [{ workId: 'poem', added: 2, updated: 0, unchanged: 0, conflicts: 0, progress: 1 }],
        missing: [],
      },
    });
    const planned = answer.ok && answer.value?.type === 'readable' ? answer.value.works[0] : undefined;
    await other.notebooks.change('poem', planned?.changes ?? []);
    expect(other.notebooks.load('poem')).toEqual(parts.notebooks.load('poem'));
  });

  test('plans nothing where everything is there, and shows conflicts', async () => {
    chosen = await exportAll();
    expect(await chooseNoteFile(parts)).toMatchObject({ value: { works: [{ unchanged: 2, changes: [] }] } });
    const here = { ...NOTE, body: 'changed here', modified: '2026-01-05T00:00:00.000Z' };
    await parts.notebooks.change('poem', [{ type: 'annotation-saved', annotation: here }]);
    expect(await chooseNoteFile(parts)).toMatchObject({
      value: {
        works: [
          {
            conflicts: 1,
            examples: [{ quote: '明月光', now: 'changed here', incoming: 'Why “moonlight”?' }],
          },
        ],
      },
    });
  });

  test.each([
    ['cut off', '{ "first": { "items": [', 'not-json'],
    ['not text', Buffer.from([0xff, 0xfe, 0x00, 0x01]), 'not-json'],
    ['of another kind', '{}', 'not-notes'],
    ['too large', Buffer.alloc(50 * 1024 * 1024 + 1, 32), 'too-large'],
  ])('refuses a file that is %s, by name', async (_what, content, code) => {
    chosen = path.join(folder, 'bad.jsonld');
    writeFileSync(chosen, content);
    expect(await chooseNoteFile(parts)).toMatchObject({
      ok: true,
      value: { type: 'refused', name: 'bad.jsonld', problem: { code } },
    });
  });

  test('says that a file is not there or is none', async () => {
    chosen = path.join(folder, 'nowhere.jsonld');
    expect(await chooseNoteFile(parts)).toMatchObject({ ok: false });
    chosen = folder;
    expect(await chooseNoteFile(parts)).toMatchObject({ ok: false });
  });

  test('does nothing if it is cancelled', async () => {
    expect(await chooseNoteFile(parts)).toEqual({ ok: true, value: null });
  });
});
