import { ANNOTATION_ORDERS } from '../../../core/annotation/sort-annotations.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { LibraryNotesState } from './library-notes-state.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';
import styles from './NotesScreen.module.css';

interface Props {
  readonly store: LibraryNotesStore;
  readonly state: LibraryNotesState;
  readonly isFiltering: boolean;
  /** Asks whether everything listed in the bin should go for good. */
  readonly onErase: () => void;
}

/** Above the list: its order, and in the bin how long it keeps and the way to empty it. */
export function NotesTools({ store, state, isFiltering, onErase }: Props) {
  const text = useText();
  const isBin = state.source === 'bin';
  return (
    <>
      {isBin ? <p className={styles.explanation}>{text('library-notes.bin.text')}</p> : null}
      <div className={styles.tools}>
        <SegmentedControl
          label={text('notes.order')}
          value={state.order}
          options={ANNOTATION_ORDERS.map((order) => ({
            value: order,
            label: text(isBin && order === 'place' ? 'library-notes.order.deleted' : `notes.order.${order}`),
          }))}
          onChange={(order) => store.dispatch({ type: 'order-chosen', order })}
        />
        {isBin ? (
          <ActionButton
            onPress={onErase}
            isDisabled={state.summary?.matching === 0 || state.summary?.unread !== 0}
          >
            {text(isFiltering ? 'library-notes.erase-shown' : 'library-notes.empty-bin')}
          </ActionButton>
        ) : null}
      </div>
    </>
  );
}
