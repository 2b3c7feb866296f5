import type { BackupList, BackupSummary, WorkComparison } from '../../../ipc/backups.ts';
import type { Failure } from '../../../ipc/result.ts';

/** Something that was asked for, is there, or failed. */
export type Answer<Value> =
  | { readonly type: 'waiting' }
  | { readonly type: 'there'; readonly value: Value }
  | { readonly type: 'failed'; readonly failure: Failure };

/** What the program is doing for the reader; one thing at a time. */
export type Occupation = 'making' | 'restoring' | 'exporting' | 'bringing-in';

/** What failed. `prepare` is the backup before a restore, `save` the writing of what is restored already. */
export type Step = 'make' | 'prepare' | 'restore' | 'save' | 'export' | 'bring-in';

/** What came of the last step. */
export type Outcome =
  | { readonly type: 'made'; readonly noteCount: number }
  | { readonly type: 'exported'; readonly path: string }
  | { readonly type: 'restored'; readonly savedCount: number; readonly binnedCount: number }
  | { readonly type: 'nothing-to-restore' }
  | { readonly type: 'failed'; readonly step: Step; readonly failure: Failure };

/** What the backups screen shows. */
export interface BackupsState {
  readonly list: Answer<BackupList>;
  readonly chosenId: string | undefined;
  readonly comparison: Answer<readonly WorkComparison[]>;
  readonly occupation: Occupation | undefined;
  readonly outcome: Outcome | undefined;
  /** Counts the steps that may have changed what there is. */
  readonly round: number;
}

export type BackupsAction =
  | { readonly type: 'listed'; readonly answer: Answer<BackupList> }
  | { readonly type: 'chosen'; readonly id: string }
  /** A backup that is not yet in the list, which is asked for next. */
  | { readonly type: 'brought-in'; readonly id: string }
  | { readonly type: 'compared'; readonly id: string; readonly answer: Answer<readonly WorkComparison[]> }
  | { readonly type: 'begun'; readonly occupation: Occupation }
  /** Without an outcome: the reader thought better of it. */
  | { readonly type: 'ended'; readonly outcome: Outcome | undefined }
  | { readonly type: 'outcome-dismissed' };

const WAITING = { type: 'waiting' } as const;

export const INITIAL_BACKUPS: BackupsState = {
  list: WAITING,
  chosenId: undefined,
  comparison: WAITING,
  occupation: undefined,
  outcome: undefined,
  round: 0,
};

export function reduceBackups(state: BackupsState, action: BackupsAction): BackupsState {
  switch (action.type) {
    case 'listed': {
      const { answer } = action;
      const isGone =
        state.occupation === undefined &&
        answer.type === 'there' &&
        !answer.value.backups.some(({ id }) => id === state.chosenId);
      return { ...state, list: answer, ...(isGone ? { chosenId: undefined, comparison: WAITING } : {}) };
    }
    case 'chosen':
    case 'brought-in':
      return { ...state, chosenId: action.id, comparison: WAITING };
    case 'compared':
      // The reader may have gone on to another one meanwhile.
      return action.id === state.chosenId ? { ...state, comparison: action.answer } : state;
    case 'begun':
      return { ...state, occupation: action.occupation, outcome: undefined };
    case 'ended':
      return { ...state, occupation: undefined, outcome: action.outcome, round: state.round + 1 };
    case 'outcome-dismissed':
      return { ...state, outcome: undefined };
  }
}

/** The backup whose comparison is shown. */
export function chosenBackup({ list, chosenId }: BackupsState): BackupSummary | undefined {
  return list.type === 'there' ? list.value.backups.find(({ id }) => id === chosenId) : undefined;
}

/** When a backup was made; where it no longer says so, the name of its folder does. ISO 8601, UTC. */
export function backupTime({ id, made }: BackupSummary): string {
  return made?.created ?? id.slice(0, 24).replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');
}

/** Backups under one heading: those of a day, the one from a file, the damaged ones that do not say when they were made. */
export interface BackupGroup {
  readonly key: string;
  readonly heading:
    | { readonly type: 'file' }
    | { readonly type: 'damaged' }
    | { readonly type: 'day'; readonly time: string };
  readonly backups: readonly BackupSummary[];
}

/** The list as it is shown; `dayOf` gives the reader's calendar day of a time. */
export function groupBackups(
  backups: readonly BackupSummary[],
  dayOf: (time: string) => string,
): readonly BackupGroup[] {
  const groups = new Map<string, BackupGroup>();
  for (const backup of backups) {
    const heading =
      backup.made === null
        ? ({ type: 'damaged' } as const)
        : backup.id.startsWith('file-')
          ? ({ type: 'file' } as const)
          : ({ type: 'day', time: backup.made.created } as const);
    const key = heading.type === 'day' ? dayOf(heading.time) : heading.type;
    const group = groups.get(key) ?? { key, heading, backups: [] };
    groups.set(key, { ...group, backups: [...group.backups, backup] });
  }
  return [...groups.values()];
}

/** Whether the notes of a work are today as the backup has them. */
export function isUnchangedWork(comparison: WorkComparison): boolean {
  const { onlyInBackup, onlyNow, changed, progressCount, isOtherText } = comparison;
  return !isOtherText && onlyInBackup.count + onlyNow.count + changed.count + progressCount === 0;
}
