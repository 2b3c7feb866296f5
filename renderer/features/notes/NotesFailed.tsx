import type { Failure } from '../../../ipc/result.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';

interface Props {
  readonly store: LibraryNotesStore;
  readonly failure: Failure;
}

/** Says that the notes could not be listed, and offers to try again. */
export function NotesFailed({ store, failure }: Props) {
  const text = useText();
  return (
    <div role="alert">
      <EmptyState title={text('library-notes.failed')}>
        <p>{text('library-notes.failed.detail', { detail: failure.detail })}</p>
        <ActionButton onPress={() => store.dispatch({ type: 'notes-changed' })}>
          {text('library-notes.retry')}
        </ActionButton>
      </EmptyState>
    </div>
  );
}
