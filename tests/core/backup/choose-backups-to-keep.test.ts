import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { BACKUP_REASONS, type BackupReason } from '../../../core/backup/backup.ts';
import {
  chooseBackupsToKeep,
  KEPT_DAYS,
  KEPT_FOR_A_REASON,
  KEPT_MONTHS,
  KEPT_WEEKS,
  type RotatingBackup,
} from '../../../core/backup/choose-backups-to-keep.ts';

const DAY_MS = 86_400_000;
const NOW = '2026-11-25T20:00:00.000Z';

type Entry = string | readonly [string, BackupReason];

/** Backups in the order they were made; each is named after its day, a second one of a day gets a letter. */
function makeBackups(...entries: readonly Entry[]): RotatingBackup[] {
  return entries.map((entry, index) => {
    const [id, reason] = typeof entry === 'string' ? [entry, 'daily' as const] : entry;
    const day = id.slice(0, 10);
    return { id, sequence: index + 1, created: `${day}T10:00:00.000Z`, day, reason };
  });
}

/** One backup on each of the days before and with `last`. */
function makeDays(last: string, count: number): string[] {
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

function keep(...entries: readonly Entry[]): string[] {
  return [...chooseBackupsToKeep(makeBackups(...entries), NOW)].toSorted();
}

describe('rotation keeps', () => {
  test('nothing of nothing', () => {
    expect(keep()).toEqual([]);
  });

  test('the last backup of a day', () => {
    expect(keep('2026-11-24', '2026-11-24b', '2026-11-25', '2026-11-25b', '2026-11-25c')).toEqual([
      '2026-11-24b',
      '2026-11-25c',
    ]);
  });

  test('ten days with changes, however far they lie apart', () => {
    const days = Array.from(
      { length: 10 },
      (_, index) => `2026-0${Math.floor(index / 2) + 1}-0${(index % 2) + 1}`,
    );
    expect(keep(...days)).toEqual(days);
  });

  test('of two years of daily work ten days, four weeks and twelve months', () => {
    expect(keep(...makeDays('2026-11-25', 730))).toEqual([
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-25',
      '2026-10-31',
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      ...makeDays('2026-11-25', 10),
    ]);
  });

  test('the five newest made before a step, and the five newest asked for, whatever their day', () => {
    const steps = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => [`2026-11-20${letter}`, 'import'] as const);
    const asked = ['g', 'h', 'i', 'j', 'k', 'l'].map((letter) => [`2026-11-20${letter}`, 'asked'] as const);
    expect(keep(...steps, ...asked, '2026-11-20m')).toEqual([
      ...steps.slice(1).map(([id]) => id),
      ...asked.slice(1).map(([id]) => id),
      '2026-11-20m',
    ]);
  });

  test('what a clock that jumped back calls the future, and counts it for nothing', () => {
    const future = makeDays('2031-06-30', 20);
    const days = makeDays('2026-11-25', 10);
    expect(keep(...future, ...days)).toEqual([...days, ...future]);
  });

  test('the newest by the order of making, where the clock stood still or ran backwards', () => {
    expect(keep('2026-11-25', '2026-11-20', '2026-11-20b')).toEqual(['2026-11-20b', '2026-11-25']);
  });
});

const anyBackups: fc.Arbitrary<RotatingBackup[]> = fc
  .array(
    fc.record({
      time: fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2027-06-01') }),
      reason: fc.oneof(
        { weight: 6, arbitrary: fc.constant('daily' as const) },
        fc.constantFrom(...BACKUP_REASONS),
      ),
    }),
    { maxLength: 150 },
  )
  .map((entries) =>
    entries.map(({ time, reason }, index) => {
      const created = new Date(time).toISOString();
      return { id: `${index}`, sequence: index + 1, created, day: created.slice(0, 10), reason };
    }),
  );

const MOST = KEPT_DAYS + KEPT_WEEKS + KEPT_MONTHS + 2 * KEPT_FOR_A_REASON + 1;

describe('whatever backups there are, made by whatever clock', () => {
  propertyTest.prop([anyBackups])('the newest stays', (backups) => {
    const newest = backups.at(-1);
    const kept = chooseBackupsToKeep(backups, NOW);
    expect(newest === undefined || kept.has(newest.id)).toBe(true);
  });

  propertyTest.prop([anyBackups])(
    'nothing from after now goes, and of the rest no more stay than promised',
    (backups) => {
      const kept = chooseBackupsToKeep(backups, NOW);
      const isPast = ({ created }: RotatingBackup): boolean => created <= NOW;
      expect(backups.filter((backup) => !isPast(backup)).every(({ id }) => kept.has(id))).toBe(true);
      expect(backups.filter((backup) => isPast(backup) && kept.has(backup.id)).length).toBeLessThanOrEqual(
        MOST,
      );
    },
  );

  propertyTest.prop([anyBackups])('clearing away twice is clearing away once', (backups) => {
    const kept = chooseBackupsToKeep(backups, NOW);
    const left = backups.filter(({ id }) => kept.has(id));
    expect(chooseBackupsToKeep(left, NOW)).toEqual(kept);
  });

  propertyTest.prop([anyBackups, fc.integer({ min: 0, max: 3000 })])(
    'a clock that jumps back clears away nothing that would have stayed',
    (backups, days) => {
      const earlier = new Date(Date.parse(NOW) - days * DAY_MS).toISOString();
      const kept = chooseBackupsToKeep(backups, earlier);
      const future = backups.filter(({ created }) => created > earlier);
      expect(future.every(({ id }) => kept.has(id))).toBe(true);
    },
  );
});

test('a backup a day, cleared away each day, still leaves a year to go back to', () => {
  let left: RotatingBackup[] = [];
  for (const [index, backup] of makeBackups(...makeDays('2026-11-25', 500)).entries()) {
    const all = [...left, { ...backup, sequence: index + 1 }];
    const kept = chooseBackupsToKeep(all, `${backup.day}T20:00:00.000Z`);
    left = all.filter(({ id }) => kept.has(id));
  }
  expect(left).toHaveLength(KEPT_DAYS + KEPT_WEEKS + KEPT_MONTHS);
  expect(left[0]?.day).toBe('2025-11-30');
});
