import { describe, expect, test } from 'vitest';
import type { WorkSummary } from '../../../../ipc/contract.ts';
import {
  NO_WORK_FILES,
  reduceWorkFiles,
  type ReadableFile,
  type WorkFilesAction,
  type WorkFilesState,
} from '../../../../renderer/features/work-files/work-files-state.ts';

const WORK: WorkSummary = {
  id: 'treaty',
  titles: { en: 'A treaty' },
  languages: ['en'],
  unitCount: 1,
  lengths: { en: 2 },
  isBundled: false,
};

const FILE: ReadableFile = {
  type: 'readable',
  name: 'treaty.duizhao',
  titles: { en: 'A treaty' },
  languages: ['en'],
  lengths: { en: 2 },
  unitCount: 1,
  noteCount: null,
  written: '2026-03-02T10:00:00.000Z',
  standing: { type: 'new' },
};

const REFUSED = { type: 'refused', name: 'a.pdf', problem: { code: 'not-an-archive', details: [] } } as const;

const FAILURE = { code: 'disk-full', detail: '' } as const;

function reduce(...actions: readonly WorkFilesAction[]): WorkFilesState {
  return actions.reduce(reduceWorkFiles, NO_WORK_FILES);
}

describe('dialogs about files of works', () => {
  test('show what was chosen, or why it cannot be read', () => {
    expect(reduce({ type: 'file-chosen', file: FILE }).dialog).toMatchObject({
      type: 'chosen',
      step: 'asking',
    });
    expect(reduce({ type: 'file-chosen', file: REFUSED }).dialog).toEqual(REFUSED);
  });

  test('what is under way is not closed; what has failed can be tried again', () => {
    const working = reduce({ type: 'export-asked', work: WORK }, { type: 'working' });
    expect(reduceWorkFiles(working, { type: 'closed' })).toBe(working);
    const failed = reduceWorkFiles(working, { type: 'failed', failure: FAILURE });
    expect(failed.dialog).toMatchObject({ step: 'asking', failure: FAILURE });
    expect(reduceWorkFiles(failed, { type: 'working' }).dialog).toMatchObject({ failure: undefined });
    expect(reduceWorkFiles(failed, { type: 'closed' }).dialog).toBeUndefined();
  });

  test('a reader who thinks better of where to write can go on choosing', () => {
    const state = reduce({ type: 'export-asked', work: WORK }, { type: 'working' }, { type: 'withdrawn' });
    expect(state).toEqual(reduce({ type: 'export-asked', work: WORK }));
  });

  test('a failure without a dialog is said all the same, and dismissed', () => {
    const failed = reduce({ type: 'failed', failure: FAILURE });
    expect(failed.news).toEqual({ type: 'failed', failure: FAILURE });
    expect(reduceWorkFiles(failed, { type: 'news-dismissed' })).toEqual(NO_WORK_FILES);
  });

  test('say what came of it when they close', () => {
    const news = { type: 'exported', path: '/tmp/a.tmx' } as const;
    expect(reduce({ type: 'export-asked', work: WORK }, { type: 'ended', news })).toEqual({
      dialog: undefined,
      news,
    });
  });
});
