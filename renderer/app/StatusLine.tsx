import { Button } from 'react-aria-components';
import type { Failure } from '../../ipc/result.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './StatusLine.module.css';

/** Whether what the reader wrote is on disk. */
export type SaveState =
  | { readonly type: 'saved' }
  | { readonly type: 'saving' }
  | {
      readonly type: 'failed';
      readonly failure: Failure;
      /** It is about the settings, not about notes. */
      readonly isSettings?: boolean;
    };

interface Props {
  readonly place: string;
  readonly summary: string;
  /** What the program waits for, instead of the summary. */
  readonly prompt: string | undefined;
  readonly saveState: SaveState;
  readonly onRetry: () => void;
}

/** The line at the bottom: place, notes, saved, offline. It says "saved" only of what is on disk. */
export function StatusLine({ place, summary, prompt, saveState, onRetry }: Props) {
  const text = useText();
  return (
    <footer className={styles.line} aria-label={text('shell.status')}>
      <span>{place}</span>
      <span role="status" className={prompt === undefined ? undefined : styles.prompt}>
        {prompt ?? summary}
      </span>
      <span className={styles.space} />
      {saveState.type === 'failed' ? (
        <span role="alert" className={styles.failed} title={saveState.failure.detail}>
          {text(saveState.isSettings === true ? 'shell.status.failed.settings' : 'shell.status.failed')} ·{' '}
          {text(`errors.${saveState.failure.code}`)}
          <Button className={styles.retry ?? ''} onPress={onRetry}>
            {text('shell.retry')}
          </Button>
        </span>
      ) : (
        <span className={styles.saved} data-save-state={saveState.type}>
          {text(`shell.status.${saveState.type}`)}
        </span>
      )}
      <span title={text('shell.status.offline.detail')}>{text('shell.status.offline')}</span>
    </footer>
  );
}
