import type { Annotation } from '../../../core/annotation/annotation.ts';
import { Toast } from '../../components/Toast.tsx';
import { useText } from '../../i18n/use-text.ts';

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
  const words =
    deleted === undefined || first === undefined
      ? undefined
      : deleted.length === 1
        ? text(`notes.deleted.${first.kind}`)
        : text('history.deleted', { count: deleted.length });
  return (
    <Toast
      words={words}
      action={{ label: text('notes.undo'), onPress: onUndo }}
      dismissLabel={text('notes.dismiss')}
      onDismiss={onDismiss}
    />
  );
}
