import { beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../../core/annotation/notebook.ts';
import { fail, succeed, type Result } from '../../../../ipc/result.ts';
import {
  restoreBackup,
  type RestoredPart,
  type NotesSession,
} from '../../../../renderer/features/backups/restore-backup.ts';
import { makeUnitNote } from '../../../core/backup/notebooks.ts';

const NOW = '2026-11-25T10:00:00.000Z';
const one = makeUnitNote(1, 'one');
const two = makeUnitNote(2, 'two');

let steps: string[];
let performed: readonly RestoredPart[];
let backedUp: Record<string, Notebook>;
let current: Record<string, Notebook>;

function restore(
  workId: string | null,
  failing?: 'makeBackup' | 'readBackup' | 'perform' | 'currentNotebook',
): ReturnType<typeof restoreBackup> {
  const answer = <Value>(step: string, value: Value): Promise<Result<Value>> => {
    steps.push(step);
    return Promise.resolve(failing === step ? fail('disk-full', step) : succeed(value));
  };
  const requests: Parameters<typeof restoreBackup>[0] = {
    makeBackup: ({ reason }) => answer('makeBackup', { id: reason, made: null, isSound: true }),
    readBackup: (wanted) => {
      const found = Object.entries(backedUp).filter(([id]) => wanted.workId === null || id === wanted.workId);
      return answer('readBackup', Object.fromEntries(found));
    },
  };
  const session: NotesSession = {
    notes: undefined,
    currentNotebook: (id) => answer('currentNotebook', current[id] ?? EMPTY_NOTEBOOK),
    perform: (parts) => {
      performed = parts;
      return answer('perform', null);
    },
    undo: () => void steps.push('undo'),
    now: () => new Date(NOW),
  };
  return restoreBackup(requests, session, 'id', workId);
}

beforeEach(() => {
  steps = [];
  performed = [];
  backedUp = {
    a: { ...EMPTY_NOTEBOOK, annotations: [one] },
    b: { ...EMPTY_NOTEBOOK, annotations: [two] },
  };
  current = { a: { ...EMPTY_NOTEBOOK, annotations: [two] }, b: { ...EMPTY_NOTEBOOK, annotations: [two] } };
});

describe('restoring a backup', () => {
  test('backs up today’s notes first, then changes all works in one step', async () => {
    current['b'] = EMPTY_NOTEBOOK;
    expect(await restore(null)).toEqual({
      type: 'restored',
      savedCount: 2,
      binnedCount: 1,
    });
    expect(steps).toEqual(['readBackup', 'currentNotebook', 'currentNotebook', 'makeBackup', 'perform']);
    expect(performed).toEqual([
      {
        workId: 'a',
        changes: [
          { type: 'annotation-saved', annotation: one },
          { type: 'annotation-binned', annotation: two, deleted: NOW },
        ],
      },
      { workId: 'b', changes: [{ type: 'annotation-saved', annotation: two }] },
    ]);
  });

  test('leaves works alone that are as they were', async () => {
    await restore(null);
    expect(performed.map(({ workId }) => workId)).toEqual(['a']);
  });

  test('changes one work only, when one is asked for', async () => {
    current['b'] = EMPTY_NOTEBOOK;
    await restore('b');
    expect(performed.map(({ workId }) => workId)).toEqual(['b']);
  });

  test('does nothing where there is nothing to restore', async () => {
    expect(await restore('b')).toEqual({ type: 'nothing-to-restore' });
    expect(steps).toEqual(['readBackup', 'currentNotebook']);
  });

  test.each([
    ['readBackup', 'restore'],
    ['currentNotebook', 'restore'],
    ['makeBackup', 'prepare'],
  ] as const)('changes nothing when %s fails, and says so', async (failing, step) => {
    expect(await restore(null, failing)).toEqual({
      type: 'failed',
      step,
      failure: { code: 'disk-full', detail: failing },
    });
    expect(performed).toEqual([]);
  });

  test('says that what is restored could not be saved yet', async () => {
    expect(await restore(null, 'perform')).toMatchObject({
      type: 'failed',
      step: 'save',
    });
  });
});
