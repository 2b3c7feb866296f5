import { ActionButton } from '../../components/ActionButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './SearchFailed.module.css';

interface Props {
  /** The program's own words, in English. */
  readonly detail: string;
  readonly onRetry: () => void;
}

/** Search itself broke down: reading and notes go on, and it can be started anew. */
export function SearchFailed({ detail, onRetry }: Props) {
  const text = useText();
  return (
    <div className={styles.failed} role="alert">
      <p className={styles.title}>{text('search.failed')}</p>
      <p>{text('search.failed.text')}</p>
      <p className={styles.detail} lang="en">
        {detail}
      </p>
      <ActionButton onPress={onRetry}>{text('search.retry')}</ActionButton>
    </div>
  );
}
