import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { NO_LIBRARY_FILTER } from '../../../core/annotation/library-filter.ts';
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts';
import { serveRequests } from '../../../electron/main/serve-requests.ts';
import { REQUEST_NAMES, type RequestHandlers, type RequestName } from '../../../ipc/contract.ts';
import { succeed } from '../../../ipc/result.ts';
import { makeNote, saveNote } from './storage/sample-notes.ts';

type Listener = Parameters<IpcMain['handle']>[1];

const TRUSTED = { frameId: 1 } as Partial<IpcMainInvokeEvent> as IpcMainInvokeEvent;
const STRANGER = { frameId: 2 } as Partial<IpcMainInvokeEvent> as IpcMainInvokeEvent;

const EXPORT = { format: 'markdown', workIds: ['joint-statement-2016'], language: 'en', includeBin: false };

const BAD_EXPORTS: readonly unknown[] = [
  undefined,
  {},
  { ...EXPORT, format: 'docx' },
  { ...EXPORT, workIds: ['../a'] },
  { ...EXPORT, workIds: [] },
  { ...EXPORT, workIds: 'joint-statement-2016' },
  { ...EXPORT, ids: ['x'] },
  { ...EXPORT, ids: undefined },
  { ...EXPORT, language: 'fr' },
  { ...EXPORT, includeBin: 1 },
  { ...EXPORT, path: '/tmp/x' },
];

const QUERY = {
  source: 'notes',
  filter: {
    ...NO_LIBRARY_FILTER,
    kinds: ['note'],
    tags: ['术语'],
    text: '主权',
    works: ['joint-statement-2016'],
    unit: { workId: 'joint-statement-2016', unit: 'item-1' },
  },
  order: 'tag',
  locale: 'zh-Hans',
};

const BAD_QUERIES = [
  undefined,
  {},
  { ...QUERY, source: 'backups' },
  { ...QUERY, order: 'size' },
  { ...QUERY, locale: 'xx-unheard' },
  { ...QUERY, filter: {} },
  { ...QUERY, filter: { ...QUERY.filter, kinds: ['secret'] } },
  {
    ...QUERY,
    filter: { ...QUERY.filter, colors: ['yellow', 'yellow', 'yellow', 'yellow', 'yellow', 'yellow'] },
  },
  { ...QUERY, filter: { ...QUERY.filter, text: 'x'.repeat(1001) } },
  { ...QUERY, filter: { ...QUERY.filter, unit: { workId: 'a' } } },
  { ...QUERY, filter: { ...QUERY.filter, works: [{ toString: 'a' }] } },
  { ...QUERY, filter: { ...QUERY.filter, script: '' } },
  { ...QUERY, extra: 1 },
];

const REVISION = { workId: 'joint-statement-2016', revision: '0a'.repeat(32) };

const WORK_EXPORT = {
  workId: 'joint-statement-2016',
  format: 'docx',
  languages: ['en', 'zh-Hans'],
  includeNotes: false,
  language: 'en',
};

const MOVE = { language: 'en', unit: 'item-1', start: 0, end: 2, newUnit: 'item-2', newStart: 5 };

const DRAFT_SENTENCE = { text: 'A.', correction: null, gap: null, origin: { unit: 'item-1', start: 0 } };

const DRAFT_ROW = {
  id: 'item-1',
  kind: 'item',
  sides: { en: [DRAFT_SENTENCE] },
  confidence: 0.5,
  status: 'open',
};

const DRAFT = { schema: 1, revision: '0a'.repeat(32), rows: [DRAFT_ROW] };

const BAD_DRAFT_ROWS = [
  {},
  { ...DRAFT_ROW, status: 'gone' },
  { ...DRAFT_ROW, confidence: 2 },
  { ...DRAFT_ROW, given: { above: 2, below: 0 } },
  { ...DRAFT_ROW, sides: { en: ['A.'] } },
  { ...DRAFT_ROW, sides: { en: [{ ...DRAFT_SENTENCE, origin: { unit: 'item-1', start: -1 } }] } },
  { ...DRAFT_ROW, path: '/etc/passwd' },
];

/** An argument each request takes. */
const GOOD: Readonly<Record<RequestName, unknown>> = {
  getStartInfo: undefined,
  listWorks: undefined,
  addWork: { text: '{}', name: 'treaty.docx' },
  describeWork: { workId: 'joint-statement-2016' },
  renameWork: { workId: 'joint-statement-2016', titles: { en: 'Mine', 'zh-Hans': '联合声明' } },
  deleteWork: { workId: 'joint-statement-2016' },
  listDeletedWorks: undefined,
  restoreWork: { id: '2026-03-02T10-00-00.000Z-treaty' },
  eraseWorks: { ids: ['2026-03-02T10-00-00.000Z-treaty'] },
  exportWork: WORK_EXPORT,
  chooseWorkFile: undefined,
  readHandedWorkFile: undefined,
  readWorkFile: { name: 'a.duizhao', bytes: 'ZHVpemhhbw==' },
  takeWorkFile: { withNotes: true },
  planWorkFileNotes: undefined,
  openFirstWork: undefined,
  openWork: 'joint-statement-2016',
  loadNotebook: 'joint-statement-2016',
  queryNotes: { ...QUERY, offset: 100, limit: 100 },
  findNoteIds: QUERY,
  countNotes: undefined,
  changeNotebook: { workId: 'joint-statement-2016', changes: saveNote(1) },
  describeHistory: { undo: 'delete.note', redo: null },
  saveSettings: DEFAULT_SETTINGS,
  makeBackup: { reason: 'import' },
  listBackups: undefined,
  compareBackup: { id: '2026-03-02T10-00-00.000Z-daily' },
  readBackup: { id: '2026-03-02T10-00-00.000Z-asked-2', workId: null },
  exportBackup: { id: 'file-1' },
  chooseBackupFile: undefined,
  previewNotes: EXPORT,
  exportNotes: { ...EXPORT, workIds: null, ids: [makeNote(1).id] },
  chooseNoteFile: undefined,
  listRevisions: { workId: 'joint-statement-2016' },
  chooseRevision: { workId: 'joint-statement-2016' },
  proposeRevision: { workId: 'joint-statement-2016', text: '{}', moves: [MOVE] },
  previewRevision: REVISION,
  keepRevision: REVISION,
  loadRevision: REVISION,
  exportText: { workId: 'joint-statement-2016' },
  keepDraft: { workId: 'joint-statement-2016', draft: DRAFT },
  discardDraft: REVISION,
  loadDraft: REVISION,
  listTexts: undefined,
  keepLibraryIndex: { part: 'base', offset: 0, total: 7, bytes: 'ZHVpemhhbw==' },
  exportTable: {
    name: '主权',
    rows: [
      ['Rendering', 'Count'],
      ['=1+1', 2],
    ],
  },
  copyText: 'text',
};

const annotation = makeNote(1);
const note = { type: 'annotation-saved', annotation };

function markOrphan(orphanedFrom: unknown): object {
  return { ...annotation, targets: annotation.targets.map((target) => ({ ...target, orphanedFrom })) };
}

const BAD_BACKUP_IDS = [
  '',
  '..',
  '../2026-03-02T10-00-00.000Z-daily',
  '2026-03-02T10-00-00.000Z-daily/..',
  '2026-03-02T10-00-00.000Z-daily\n',
  '2026-03-02T10:00:00.000Z-daily',
  'file-../1',
  'file-1234567',
  7,
  null,
];

const BAD_WORKS = [undefined, null, 'a', {}, { workId: '../a' }, { workId: 'A' }, { workId: 'a', extra: 1 }];

const BAD_REVISIONS = [
  ...BAD_WORKS,
  { workId: 'a' },
  ...['', '..', '0a', '0A'.repeat(32), `${'0a'.repeat(32)}\n`, `../${'0a'.repeat(31)}`, null, 7].map(
    (revision) => ({
      workId: 'a',
      revision,
    }),
  ),
];

/** Arguments each request must refuse. */
const BAD: Readonly<Record<RequestName, readonly unknown[]>> = {
  describeHistory: [
    undefined,
    {},
    { undo: null },
    { undo: 'Undo', redo: null },
    { undo: '', redo: null },
    { undo: null, redo: 'delete' },
    { undo: null, redo: null, extra: 1 },
  ],
  getStartInfo: [null, 0, 'x', {}],
  listWorks: [null, [], 'x'],
  addWork: [undefined, {}, { text: {}, name: '' }, { text: '{}' }, { text: '{}', name: 'x'.repeat(1001) }],
  describeWork: [undefined, 'joint-statement-2016', { workId: '../settings' }, { workId: 'a', extra: 1 }],
  renameWork: [
    { workId: 'a' },
    { workId: '../a', titles: {} },
    { workId: 'a', titles: { en: '' } },
    { workId: 'a', titles: { en: '  ' } },
    { workId: 'a', titles: { en: 'x'.repeat(501) } },
    { workId: 'a', titles: { 'not a language': 'x' } },
    { workId: 'a', titles: ['x'] },
  ],
  deleteWork: [undefined, 'a', { workId: '..' }, { workId: 'a', forGood: true }],
  listDeletedWorks: [null, 'x', {}],
  restoreWork: [
    undefined,
    {},
    { id: 'treaty' },
    { id: '../../notes' },
    { id: '2026-03-02T10-00-00.000Z-../a' },
  ],
  eraseWorks: [
    { ids: [] },
    { ids: ['..'] },
    { ids: ['2026-03-02T10-00-00.000Z-a/../../notes'] },
    { ids: '2026-03-02T10-00-00.000Z-treaty' },
  ],
  exportWork: [
    undefined,
    { ...WORK_EXPORT, workId: '../a' },
    { ...WORK_EXPORT, format: 'exe' },
    { ...WORK_EXPORT, languages: [] },
    { ...WORK_EXPORT, languages: ['../en'] },
    { ...WORK_EXPORT, path: '/etc/passwd' },
  ],
  chooseWorkFile: [null, '/etc/passwd', {}],
  readHandedWorkFile: [null, '/etc/passwd', {}],
  readWorkFile: [
    { name: '', bytes: '' },
    { name: 'a', bytes: '*' },
    { name: 'a', path: '/etc/passwd' },
  ],
  takeWorkFile: [undefined, {}, { withNotes: 1 }, { withNotes: true, extra: 1 }],
  planWorkFileNotes: [null, 'x', {}],
  openFirstWork: [null, [], 'joint-statement-2016'],
  openWork: [undefined, null, '', '../settings', 'a/b', 'A', 'x'.repeat(201), 1, ['a'], { toString: 'a' }],
  loadNotebook: [undefined, null, '', '../settings', 'a/b', 'A', 'x'.repeat(201), 1, ['a'], {}],
  queryNotes: [
    QUERY,
    ...BAD_QUERIES.map((query) => ({ ...query, offset: 0, limit: 100 })),
    { ...QUERY, offset: -1, limit: 100 },
    { ...QUERY, offset: 0, limit: 401 },
    { ...QUERY, offset: 0.5, limit: 1 },
    { ...QUERY, offset: '0', limit: 1 },
  ],
  findNoteIds: [...BAD_QUERIES, { ...QUERY, offset: 0, limit: 1 }],
  countNotes: [null, 'x', {}],
  changeNotebook: [
    undefined,
    {},
    { workId: 'a' },
    { workId: 'a', changes: [] },
    { workId: '../a', changes: [note] },
    { workId: 'a', changes: [note], extra: 1 },
    { workId: 'a', changes: [{ type: 'notes-erased' }] },
    { workId: 'a', changes: [{ type: 'annotation-saved' }] },
    { workId: 'a', changes: [{ type: 'annotation-saved', annotation: { ...annotation, id: 'x' } }] },
    { workId: 'a', changes: [{ type: 'annotation-saved', annotation: { ...annotation, targets: [] } }] },
    {
      workId: 'a',
      changes: [{ type: 'annotation-saved', annotation: { ...annotation, body: 'x'.repeat(100_001) } }],
    },
    { workId: 'a', changes: [{ type: 'annotation-saved', annotation: { ...annotation, script: '' } }] },
    { workId: 'a', changes: [{ ...note, annotation: markOrphan('yesterday') }] },
    { workId: 'a', changes: [{ type: 'annotation-erased', id: '../../x' }] },
    { workId: 'a', changes: [{ type: 'progress-set', unit: 'u', progress: 'done' }] },
  ],
  saveSettings: [
    undefined,
    {},
    { ...DEFAULT_SETTINGS, theme: 'pink' },
    { ...DEFAULT_SETTINGS, extra: 1 },
    { ...DEFAULT_SETTINGS, reading: { ...DEFAULT_SETTINGS.reading, fontSize: 1e9 } },
  ],
  makeBackup: [
    undefined,
    {},
    'import',
    { reason: 'daily' },
    { reason: 'migration' },
    { reason: 'asked', path: '/' },
  ],
  listBackups: [null, 'x', {}],
  compareBackup: [undefined, {}, ...BAD_BACKUP_IDS.map((id) => ({ id }))],
  readBackup: [
    undefined,
    { id: 'file-1' },
    { id: 'file-1', workId: '../settings' },
    ...BAD_BACKUP_IDS.map((id) => ({ id, workId: null })),
  ],
  exportBackup: [undefined, { id: 'file-1', path: '/etc/passwd' }, ...BAD_BACKUP_IDS.map((id) => ({ id }))],
  chooseBackupFile: [null, '/etc/passwd', {}],
  previewNotes: BAD_EXPORTS,
  exportNotes: BAD_EXPORTS,
  chooseNoteFile: [null, '/etc/passwd', {}, 0],
  listRevisions: BAD_WORKS,
  chooseRevision: [...BAD_WORKS, { workId: 'a', path: '/etc/passwd' }],
  proposeRevision: [
    ...BAD_WORKS,
    { workId: 'a' },
    { workId: 'a', text: {} },
    { workId: 'a', text: '{}' },
    { workId: '../a', text: '{}', moves: [] },
    { workId: 'a', text: '{}', moves: [], extra: 1 },
    { workId: 'a', text: '{}', moves: [{ ...MOVE, start: -1 }] },
    { workId: 'a', text: '{}', moves: [{ ...MOVE, path: '/etc/passwd' }] },
  ],
  previewRevision: BAD_REVISIONS,
  keepRevision: BAD_REVISIONS,
  loadRevision: BAD_REVISIONS,
  exportText: [...BAD_WORKS, { workId: 'a', path: '/etc/passwd' }],
  keepDraft: [
    ...BAD_WORKS,
    { workId: 'a' },
    { workId: 'a', draft: null },
    { workId: '../a', draft: DRAFT },
    { workId: 'a', draft: { ...DRAFT, schema: 2 } },
    { workId: 'a', draft: { ...DRAFT, revision: '..' } },
    { workId: 'a', draft: { ...DRAFT, rows: [] } },
    ...BAD_DRAFT_ROWS.map((row) => ({ workId: 'a', draft: { ...DRAFT, rows: [row] } })),
  ],
  discardDraft: BAD_REVISIONS,
  loadDraft: BAD_REVISIONS,
  listTexts: [null, 'joint-statement-2016', {}],
  exportTable: [
    undefined,
    {},
    { name: 'x', rows: [] },
    { name: '', rows: [['x']] },
    { name: 'x'.repeat(201), rows: [['x']] },
    { name: 'x', rows: 'x' },
    { name: 'x', rows: [[{ toString: 'a' }]] },
    { name: 'x', rows: [['x'.repeat(20_001)]] },
    { name: 'x', rows: [['x']], path: '/etc/passwd' },
  ],
  keepLibraryIndex: [
    undefined,
    {},
    { part: 'base', bytes: 'AAAA' },
    { part: '../notes', offset: 0, total: 3, bytes: 'AAAA' },
    { part: 'base', offset: 0, total: 3, bytes: 'not base64!' },
    { part: 'base', offset: 0, total: 3, bytes: 'AAAA', path: '/etc/passwd' },
    { part: 'tail', offset: 0, total: 3, bytes: new Uint8Array(3) },
    { part: 'base', offset: -3, total: 3, bytes: 'AAAA' },
    { part: 'base', offset: 0.5, total: 3, bytes: 'AAAA' },
    { part: 'base', offset: 0, total: 0, bytes: '' },
    { part: 'base', offset: 0, total: 1_000_000_000, bytes: 'AAAA' },
    { part: 'base', offset: 0, total: 3, bytes: 'A'.repeat(1_000_000) },
  ],
  copyText: [undefined, null, 1, 'x'.repeat(1_000_001), ['a'], new Uint8Array(3)],
};

let calls: [RequestName, unknown][];
let listeners: Map<string, Listener>;

function ask(event: IpcMainInvokeEvent, name: RequestName, ...args: unknown[]): Promise<unknown> {
  return Promise.resolve(listeners.get(`request:${name}`)?.(event, ...args));
}

beforeEach(() => {
  calls = [];
  listeners = new Map();
  const record = (name: RequestName) => (argument: unknown) => {
    calls.push([name, argument]);
    return succeed(name);
  };
  const handlers = Object.fromEntries(REQUEST_NAMES.map((name) => [name, record(name)]));
  serveRequests(
    { handle: (channel, listener) => void listeners.set(channel, listener) },
    handlers as unknown as RequestHandlers,
    (event) => event === TRUSTED,
  );
});

test('every request of the contract is served, and nothing else', () => {
  expect([...listeners.keys()]).toEqual(REQUEST_NAMES.map((name) => `request:${name}`));
});

describe.each(REQUEST_NAMES)('the request %s', (name) => {
  test('reaches its handler with a good argument', async () => {
    expect(await ask(TRUSTED, name, GOOD[name])).toEqual({ ok: true, value: name });
    expect(calls).toEqual([[name, GOOD[name]]]);
  });

  test('is refused from a stranger', async () => {
    expect(await ask(STRANGER, name, GOOD[name])).toMatchObject({ failure: { code: 'invalid-request' } });
    expect(calls).toEqual([]);
  });

  test('is refused with a second argument', async () => {
    expect(await ask(TRUSTED, name, GOOD[name], 1)).toMatchObject({ failure: { code: 'invalid-request' } });
    expect(await ask(TRUSTED, name, GOOD[name], undefined)).toMatchObject({ ok: false });
    expect(calls).toEqual([]);
  });

  test('is refused with arguments of another shape', async () => {
    for (const argument of BAD[name]) {
      expect(await ask(TRUSTED, name, argument)).toMatchObject({
        ok: false,
        failure: { code: 'invalid-request', detail: expect.stringContaining(name) as string },
      });
    }
    expect(calls).toEqual([]);
  });
});

test('whatever a handler throws becomes a failure', async () => {
  const thrown: unknown[] = [new Error('boom'), 'boom', undefined, Promise.reject(new Error('boom'))];
  for (const reason of thrown) {
    const handlers = {
      copyText: () => (reason instanceof Promise ? reason : Promise.reject(reason)),
    };
    const found = new Map<string, Listener>();
    serveRequests(
      { handle: (channel, listener) => void found.set(channel, listener) },
      handlers as unknown as RequestHandlers,
      () => true,
    );
    expect(await found.get('request:copyText')?.(TRUSTED, 'text')).toMatchObject({
      ok: false,
      failure: { code: 'unexpected' },
    });
  }
});
