import type { Failure } from '../../../ipc/result.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './BackupFailure.module.css';
import type { Step } from './backups-state.ts';
import { explainFailure } from './failure-words.ts';

interface Props {
  readonly step: Step | 'daily' | 'list' | 'compare';
  readonly failure: Failure;
}

/** What could not be done, why, and what the system said. */
export function BackupFailure({ step, failure }: Props) {
  const text = useText();
  return (
    <div role="alert" className={styles.failure}>
      <p>
        {text(`backups.failed.${step}`)} {explainFailure(text, failure)}
      </p>
      <p className={styles.detail}>{failure.detail}</p>
    </div>
  );
}
