import type { BackupReason } from './backup.ts';

/** Of how many days with changes the last backup stays. */
export const KEPT_DAYS = 10;

/** Of how many weeks before those days the last backup stays. */
export const KEPT_WEEKS = 4;

/** Of how many months before those weeks the last backup stays. */
export const KEPT_MONTHS = 12;

/** How many of the newest backups made before a step on many notes stay whatever their day, and how many asked for. */
export const KEPT_FOR_A_REASON = 5;

/** What rotation looks at. */
export interface RotatingBackup {
  readonly id: string;
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** The reader's calendar day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly reason: BackupReason;
}

/**
 * The ids of the sound backups that stay when the others are cleared away: the last of each of the last ten days with
 * changes, of four weeks before them and of twelve months before those; the newest made for a reason; the newest of all;
 * and whatever a clock that has since jumped back calls the future. Damaged backups are none of its business: they stay.
 * The rule of days, weeks and months is that of borg prune (https://borgbackup.readthedocs.io/en/stable/usage/prune.html).
 */
export function chooseBackupsToKeep(backups: readonly RotatingBackup[], now: string): ReadonlySet<string> {
  const newestFirst = backups.toSorted((one, other) => other.sequence - one.sequence);
  const kept = new Set<string>();
  for (const backup of newestFirst) {
    if (Date.parse(backup.created) > Date.parse(now)) kept.add(backup.id);
  }
  const past = newestFirst.filter(({ id }) => !kept.has(id));
  const [newest] = newestFirst;
  if (newest !== undefined) kept.add(newest.id);

  const asked = past.filter(({ reason }) => reason === 'asked');
  const beforeSteps = past.filter(({ reason }) => reason !== 'asked' && reason !== 'daily');
  for (const { id } of [...asked.slice(0, KEPT_FOR_A_REASON), ...beforeSteps.slice(0, KEPT_FOR_A_REASON)]) {
    kept.add(id);
  }

  // Days come first: a week or a month whose last backup already stays is not counted again.
  const chosen = new Set<string>();
  for (const [periodOf, count] of RULES) {
    for (const id of lastOfEachPeriod(past, periodOf, chosen).slice(0, count)) {
      chosen.add(id);
      kept.add(id);
    }
  }
  return kept;
}

const RULES: readonly (readonly [(day: string) => string, number])[] = [
  [(day) => day, KEPT_DAYS],
  [weekOf, KEPT_WEEKS],
  [monthOf, KEPT_MONTHS],
];

/** The ids of the newest backup of each period, newest first, without those already chosen. */
function lastOfEachPeriod(
  newestFirst: readonly RotatingBackup[],
  periodOf: (day: string) => string,
  chosen: ReadonlySet<string>,
): readonly string[] {
  const periods = new Map<string, string>();
  for (const { id, day } of newestFirst) {
    const period = periodOf(day);
    if (!periods.has(period)) periods.set(period, id);
  }
  return [...periods.values()].filter((id) => !chosen.has(id));
}

/** The Monday a calendar day's week begins with. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}
