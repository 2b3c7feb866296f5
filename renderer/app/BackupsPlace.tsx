import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { WorkSummary } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { BackupsScreen } from '../features/backups/BackupsScreen.tsx';
import { BackupsToast } from '../features/backups/BackupsToast.tsx';
import type { NotesSession } from '../features/backups/restore-backup.ts';
import { useBackups } from '../features/backups/use-backups.ts';
import type { SessionHandle } from '../features/notes/use-session.ts';

interface Props {
  readonly isShown: boolean;
  readonly works: readonly WorkSummary[];
  readonly requests: StudyBridge['requests'];
  readonly session: SessionHandle;
}

/** The backups among the other features. Always mounted: what a restore did is said, and can be undone, on any screen. */
export function BackupsPlace({ isShown, works, requests, session: notes }: Props) {
  const { locale } = useIntl();
  const { session, undoStep } = notes;
  const around: NotesSession = {
    notes: notes.works,
    currentNotebook: session.loadNotebook,
    perform: (parts) => session.perform({ label: 'restore-backup', parts }),
    undo: session.undo,
    now: () => new Date(),
  };
  const backups = useBackups(requests, around, isShown);
  const titles = useMemo(
    () =>
      new Map(
        works.map(({ id, titles: all }) => [id, all[locale] ?? all['en'] ?? Object.values(all)[0] ?? id]),
      ),
    [works, locale],
  );
  return (
    <>
      {isShown ? <BackupsScreen backups={backups} workTitle={(id) => titles.get(id) ?? id} /> : null}
      <BackupsToast backups={backups} canUndo={undoStep?.label === 'restore-backup'} />
    </>
  );
}
