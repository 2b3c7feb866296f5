import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import styles from './Toast.module.css';

interface Props {
  /** What there is to say; undefined while there is nothing. */
  readonly words: string | undefined;
  /** Something that can be done about it. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}

/** Says something at the foot of the window until it is dismissed. Always mounted: only then do screen readers hear it come. */
export function Toast({ words, action, dismissLabel, onDismiss }: Props) {
  return (
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
