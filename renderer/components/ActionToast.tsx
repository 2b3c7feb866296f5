import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import styles from './ActionToast.module.css';

interface Props {
  /** What has happened; undefined while there is nothing to say. */
  readonly words: string | undefined;
  /** What can be done about it. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

/** Says that something has happened, and offers one thing to do about it, until it is dismissed. Always mounted. */
export function ActionToast({ words, action, dismissLabel, onDismiss }: Props) {
  return (
    // The region stands before it has words: only then do screen readers hear them come.
    <div role="status" className={styles.place}>
      {words === undefined ? null : (
        <div className={styles.toast}>
          <span className={styles.words}>{words}</span>
          {action === undefined ? null : (
            <Button className={styles.action ?? ''} onPress={action.onPress}>
              {action.label}
            </Button>
          )}
          <Button className={styles.dismiss ?? ''} aria-label={dismissLabel} onPress={onDismiss}>
            <X size={16} strokeWidth={1.6} />
          </Button>
        </div>
      )}
    </div>
  );
}
