import { ActionButton } from '../../components/ActionButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { LibraryNotesState } from './library-notes-state.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';
import styles from './NotesScreen.module.css';

/** What the screen says where there are no notes, or nothing is in the bin. */
export function NoNotes({ source }: Pick<LibraryNotesState, 'source'>) {
  const text = useText();
  return source === 'bin' ? (
    <EmptyState title={text('library-notes.bin.none')}>{text('library-notes.bin.none.text')}</EmptyState>
  ) : (
    <EmptyState title={text('notes.none')}>
      {text('notes.none.text', { highlight: 'H', note: 'N', question: 'Q', bookmark: 'B' })}
    </EmptyState>
  );
}

interface NoMatchProps {
  readonly store: LibraryNotesStore;
  /** How many notes there are without the filter. */
  readonly count: number;
}

/** What it says where the filter holds every note back. */
export function NoMatch({ store, count }: NoMatchProps) {
  const text = useText();
  return (
    <EmptyState title={text('notes.no-match')}>
      <p className={styles.noMatch}>{text('library-notes.no-match.text', { count })}</p>
      <ActionButton onPress={() => store.dispatch({ type: 'filter-cleared' })}>
        {text('notes.filter.clear')}
      </ActionButton>
    </EmptyState>
  );
}
