import { describe, expect, test } from 'vitest';
import type { BackupSummary, WorkComparison } from '../../../../ipc/backups.ts';
import {
  backupTime,
  chosenBackup,
  groupBackups,
  INITIAL_BACKUPS,
  isUnchangedWork,
  reduceBackups,
  type BackupsAction,
  type BackupsState,
} from '../../../../renderer/features/backups/backups-state.ts';

function makeBackup(id: string, created: string): BackupSummary {
  return { id, made: { created, reason: 'daily', noteCount: 1, works: [] }, isSound: true };
}

const morning = makeBackup('2026-03-02T08-00-00.000Z-daily', '2026-03-02T08:00:00.000Z');
const noon = makeBackup('2026-03-02T12-00-00.000Z-daily', '2026-03-02T12:00:00.000Z');
const damaged: BackupSummary = { id: '2026-03-01T08-00-00.000Z-daily', made: null, isSound: false };

function listed(...backups: BackupSummary[]): BackupsAction {
  return { type: 'listed', answer: { type: 'there', value: { backups, lastFailure: null } } };
}

function play(...actions: BackupsAction[]): BackupsState {
  return actions.reduce(reduceBackups, INITIAL_BACKUPS);
}

const NONE = { count: 0, examples: [] };
const work: WorkComparison = {
  workId: 'a',
  noteCount: 1,
  onlyInBackup: NONE,
  onlyNow: NONE,
  changed: NONE,
  progressCount: 0,
  isOtherText: false,
  isCarriedOver: false,
};
const compared = { type: 'there', value: [work] } as const;

describe('the backups screen', () => {
  test('shows the comparison of the chosen backup, not one that comes late', () => {
    const late = play(
      listed(noon, morning),
      { type: 'chosen', id: morning.id },
      { type: 'chosen', id: noon.id },
      { type: 'compared', id: morning.id, answer: compared },
    );
    expect(late.comparison).toEqual({ type: 'waiting' });
    expect(chosenBackup(late)).toBe(noon);
    expect(reduceBackups(late, { type: 'compared', id: noon.id, answer: compared }).comparison).toBe(
      compared,
    );
  });

  test('forgets a chosen backup that is gone', () => {
    const state = play(listed(noon, morning), { type: 'chosen', id: morning.id }, listed(noon));
    expect(state.chosenId).toBeUndefined();
  });

  test('keeps a backup chosen that is being brought in and not yet listed', () => {
    const state = play(
      listed(noon),
      { type: 'begun', occupation: 'bringing-in' },
      { type: 'brought-in', id: 'file-1' },
      listed(noon),
      { type: 'ended', outcome: undefined },
      listed(makeBackup('file-1', '2020-01-01T00:00:00.000Z'), noon),
    );
    expect(chosenBackup(state)?.id).toBe('file-1');
  });

  test('says what came of the last step until the next begins', () => {
    const made = play(
      { type: 'begun', occupation: 'making' },
      { type: 'ended', outcome: { type: 'made', noteCount: 3 } },
    );
    expect(made).toMatchObject({ occupation: undefined, outcome: { type: 'made' }, round: 1 });
    expect(reduceBackups(made, { type: 'begun', occupation: 'exporting' }).outcome).toBeUndefined();
    expect(reduceBackups(made, { type: 'outcome-dismissed' }).outcome).toBeUndefined();
  });
});

test('backups stand by day, the one from a file and damaged ones by themselves', () => {
  const file = makeBackup('file-1', '2026-03-02T09:00:00.000Z');
  const groups = groupBackups([file, noon, morning, damaged], (time) => time.slice(0, 10));
  expect(groups.map(({ key, backups }) => [key, backups])).toEqual([
    ['file', [file]],
    ['2026-03-02', [noon, morning]],
    ['damaged', [damaged]],
  ]);
});

test('a damaged backup is as old as the name of its folder says', () => {
  expect(backupTime(damaged)).toBe('2026-03-01T08:00:00.000Z');
  expect(backupTime(noon)).toBe('2026-03-02T12:00:00.000Z');
});

test('a work is unchanged when neither notes nor progress differ', () => {
  expect(isUnchangedWork(work)).toBe(true);
  expect(isUnchangedWork({ ...work, progressCount: 1 })).toBe(false);
  expect(isUnchangedWork({ ...work, isOtherText: true })).toBe(false);
  expect(isUnchangedWork({ ...work, changed: { count: 1, examples: [] } })).toBe(false);
});
