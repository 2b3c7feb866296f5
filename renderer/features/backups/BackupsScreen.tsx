import { ActionButton } from '../../components/ActionButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../i18n/use-text.ts';
import { BackupDetail } from './BackupDetail.tsx';
import { BackupFailure } from './BackupFailure.tsx';
import { chosenBackup } from './backups-state.ts';
import { BackupsList } from './BackupsList.tsx';
import styles from './BackupsScreen.module.css';
import type { BackupsHandle } from './use-backups.ts';

interface Props {
  readonly backups: BackupsHandle;
  /** The title of a work in the interface's language, or whatever names it best. */
  readonly workTitle: (workId: string) => string;
}

/** The backups there are, one of them compared with today, and the way back to it. */
export function BackupsScreen({ backups, workTitle }: Props) {
  const text = useText();
  const { list, occupation, outcome } = backups.state;
  const listed = list.type === 'there' ? list.value : undefined;
  const count = listed?.backups.length ?? 0;
  const isBusy = occupation !== undefined;
  return (
    <Screen
      title={text('backups.title')}
      width="wide"
      {...(count === 0 ? {} : { subtitle: text('backups.count', { count }) })}
    >
      <p className={styles.intro}>{text('backups.intro')}</p>
      <div className={styles.bar}>
        <ActionButton tone="primary" isDisabled={isBusy} onPress={backups.make}>
          {text(occupation === 'making' ? 'backups.making' : 'backups.make')}
        </ActionButton>
        <ActionButton isDisabled={isBusy} onPress={backups.bringIn}>
          {text('backups.bring-in')}
        </ActionButton>
      </div>
      {outcome?.type === 'failed' ? (
        <BackupFailure step={outcome.step} failure={outcome.failure} />
      ) : listed === undefined || listed.lastFailure === null ? null : (
        <BackupFailure step="daily" failure={listed.lastFailure} />
      )}
      {list.type === 'failed' ? (
        <>
          <BackupFailure step="list" failure={list.failure} />
          <ActionButton onPress={backups.retry}>{text('backups.retry')}</ActionButton>
        </>
      ) : list.type === 'waiting' ? (
        <p className={styles.hint} role="status">
          {text('backups.loading')}
        </p>
      ) : count === 0 ? (
        <EmptyState title={text('backups.empty')}>{text('backups.empty.text')}</EmptyState>
      ) : (
        <Panes backups={backups} workTitle={workTitle} isBusy={isBusy} />
      )}
    </Screen>
  );
}

function Panes({ backups, workTitle, isBusy }: Props & { readonly isBusy: boolean }) {
  const text = useText();
  const { list, chosenId, comparison } = backups.state;
  const chosen = chosenBackup(backups.state);
  return (
    <div className={styles.panes}>
      <BackupsList
        backups={list.type === 'there' ? list.value.backups : []}
        chosenId={chosenId}
        onChoose={backups.choose}
      />
      <div>
        {chosen === undefined ? (
          <p className={styles.hint}>{text('backups.choose')}</p>
        ) : (
          <BackupDetail
            backup={chosen}
            comparison={comparison}
            isBusy={isBusy}
            workTitle={workTitle}
            onRestore={(workId) => backups.restore(chosen.id, workId)}
            onExport={() => backups.exportOne(chosen.id)}
          />
        )}
      </div>
    </div>
  );
}
