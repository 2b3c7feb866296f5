import { useIntl } from 'react-intl';
import type { BackupSummary, WorkComparison } from '../../../ipc/backups.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './BackupDetail.module.css';
import { BackupFailure } from './BackupFailure.tsx';
import { backupTime, isUnchangedWork, type Answer } from './backups-state.ts';
import { ComparedWork } from './ComparedWork.tsx';

interface Props {
  readonly backup: BackupSummary;
  readonly comparison: Answer<readonly WorkComparison[]>;
  /** Whether something is being done that must be over first. */
  readonly isBusy: boolean;
  readonly workTitle: (workId: string) => string;
  /** `null` restores all works. */
  readonly onRestore: (workId: string | null) => void;
  readonly onExport: () => void;
}

/** One backup: how it differs from the notes of today, and what can be done with it. */
export function BackupDetail({ backup, comparison, isBusy, workTitle, onRestore, onExport }: Props) {
  const text = useText();
  const intl = useIntl();
  const { isSound } = backup;
  const when = intl.formatDate(backupTime(backup), WHEN);
  const title = <h3 className={styles.title}>{text('backups.of', { when })}</h3>;
  if (!isSound) {
    return (
      <>
        {title}
        <p className={`${styles.text} ${styles.damaged}`}>{text('backups.damaged.text')}</p>
      </>
    );
  }
  const works = comparison.type === 'there' ? comparison.value : [];
  const isSame = works.every(isUnchangedWork);
  return (
    <>
      {title}
      <div className={styles.actions}>
        <ActionButton isDisabled={isBusy || isSame} onPress={() => onRestore(null)}>
          {text('backups.restore-all')}
        </ActionButton>
        <ActionButton isDisabled={isBusy} onPress={onExport}>
          {text('backups.export')}
        </ActionButton>
      </div>
      {comparison.type === 'waiting' ? (
        <p className={styles.text} role="status">
          {text('backups.comparing')}
        </p>
      ) : comparison.type === 'failed' ? (
        <BackupFailure step="compare" failure={comparison.failure} />
      ) : (
        <>
          {isSame ? <p className={styles.text}>{text('backups.same')}</p> : null}
          {works.map((work) => (
            <ComparedWork
              key={work.workId}
              work={work}
              title={workTitle(work.workId)}
              isBusy={isBusy}
              onRestore={() => onRestore(work.workId)}
            />
          ))}
        </>
      )}
    </>
  );
}

const WHEN = { dateStyle: 'long', timeStyle: 'short' } as const;
