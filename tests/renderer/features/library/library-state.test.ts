import { describe, expect, test } from 'vitest';
import type { BinnedWork, WorkDetails } from '../../../../ipc/works.ts';
import {
  QUIET_LIBRARY,
  reduceLibrary,
  type LibraryAction,
  type LibraryState,
} from '../../../../renderer/features/library/library-state.ts';

const DETAILS: WorkDetails = {
  workId: 'treaty',
  titlesOfText: { en: 'A treaty' },
  titlesOfReader: {},
  editions: [],
  lengths: {},
  unitCount: 1,
  linkCount: 0,
  isBundled: false,
  revision: '0a'.repeat(32),
  revisions: [],
};

const BINNED: BinnedWork = {
  id: '2026-03-02T10-00-00.000Z-treaty',
  workId: 'treaty',
  titles: { en: 'A treaty' },
  languages: ['en'],
  unitCount: 1,
  noteCount: 0,
  deleted: '2026-03-02T10:00:00.000Z',
};

const FAILURE = { code: 'disk-full', detail: '' } as const;

function reduce(...actions: readonly LibraryAction[]): LibraryState {
  return actions.reduce(reduceLibrary, QUIET_LIBRARY);
}

const renaming = {
  type: 'dialog-opened',
  dialog: { type: 'renaming', details: DETAILS, failure: undefined },
} as const;
const bin = { type: 'dialog-opened', dialog: { type: 'bin', works: [BINNED] } } as const;

describe('dialogs about works', () => {
  test('one that is opened takes back what was said before', () => {
    const news = { type: 'deleted', binned: BINNED } as const;
    expect(reduce({ type: 'done', news }, renaming)).toEqual({ dialog: renaming.dialog, news: undefined });
  });

  test('a name that could not be written stays in its dialog, and so does why', () => {
    expect(reduce(renaming, { type: 'renaming-failed', failure: FAILURE }).dialog).toMatchObject({
      failure: FAILURE,
    });
    expect(reduce({ type: 'renaming-failed', failure: FAILURE }).news).toEqual({
      type: 'failed',
      failure: FAILURE,
    });
  });

  test('the bin stays open while it is worked in, the others close when they are done', () => {
    const erased = { type: 'done', news: { type: 'erased', count: 1 } } as const;
    expect(reduce(bin, erased, { type: 'bin-changed', works: [] })).toEqual({
      dialog: { type: 'bin', works: [] },
      news: { type: 'erased', count: 1 },
    });
    expect(reduce(renaming, erased).dialog).toBeUndefined();
    expect(reduce({ type: 'bin-changed', works: [BINNED] }).dialog).toBeUndefined();
  });

  test('are closed, and what was said is dismissed', () => {
    expect(reduce(bin, { type: 'closed' })).toEqual(QUIET_LIBRARY);
    expect(reduce({ type: 'done', news: { type: 'erased', count: 1 } }, { type: 'news-dismissed' })).toEqual(
      QUIET_LIBRARY,
    );
  });
});
