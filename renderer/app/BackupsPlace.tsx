import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { WorkSummary } from '../../ipc/contract.ts';
import { BackupsScreen } from '../features/backups/BackupsScreen.tsx';
import { BackupsToast } from '../features/backups/BackupsToast.tsx';
import { useBackups, type BackupsSurroundings } from '../features/backups/use-backups.ts';

interface Props extends BackupsSurroundings {
  readonly isShown: boolean;
  readonly works: readonly WorkSummary[];
}

/** The backups among the other features. Always mounted: what a restore did is said, and can be undone, on any screen. */
export function BackupsPlace({ isShown, works, ...surroundings }: Props) {
  const { locale } = useIntl();
  const backups = useBackups(surroundings, isShown);
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
      <BackupsToast backups={backups} />
    </>
  );
}
