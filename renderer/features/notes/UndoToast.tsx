import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './UndoToast.module.css';

interface Props {
  /** What was deleted last; undefined while there is nothing to offer. */
  readonly deleted: readonly Annotation[] | undefined;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says that something was deleted and offers it back, until it is dismissed or something else is done. Always mounted. */
export function UndoToast({ deleted, onUndo, onDismiss }: Props) {
  const text = useText();
  const [first] = deleted ?? [];
  return (
    // The region stands before it has words: only then do screen readers hear them come.
    <div role="status" className={styles.place}>
      {deleted === undefined || first === undefined ? null : (
        <div className={styles.toast}>
          <span className={styles.words}>
            {deleted.length === 1
              ? text(`notes.deleted.${first.kind}`)
              : text('history.deleted', { count: deleted.length })}
          </span>
          <Button className={styles.undo ?? ''} onPress={onUndo}>
            {text('notes.undo')}
          </Button>
          <Button className={styles.dismiss ?? ''} aria-label={text('notes.dismiss')} onPress={onDismiss}>
            <X size={16} strokeWidth={1.6} />
          </Button>
        </div>
      )}
    </div>
  );
}
