import { useEffect, useState } from 'react';
import type { Failure } from '../../ipc/result.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { ActionButton } from '../components/ActionButton.tsx';
import { explainFailure } from '../features/backups/failure-words.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './StartNotices.module.css';

interface Props {
  readonly listen: StudyBridge['listen'];
  readonly onShow: () => void;
}

/** Says that the backup of the day could not be made, when that happens, until it is dismissed. */
export function BackupNotice({ listen, onShow }: Props) {
  const text = useText();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => listen('backupFailed', setFailure), [listen]);
  if (failure === undefined) return null;
  return (
    <div className={styles.notices} role="alert">
      <p>
        {text('backups.failed.daily')} {explainFailure(text, failure)}
      </p>
      <div className={styles.actions}>
        <ActionButton
          onPress={() => {
            setFailure(undefined);
            onShow();
          }}
        >
          {text('backups.show')}
        </ActionButton>
        <ActionButton onPress={() => setFailure(undefined)}>{text('shell.dismiss')}</ActionButton>
      </div>
    </div>
  );
}
