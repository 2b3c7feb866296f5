import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { LibraryNotesState } from './library-notes-state.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';

interface Props extends Pick<LibraryNotesState, 'source'> {
  readonly store: LibraryNotesStore;
  /** How many notes are in the bin. */
  readonly binned: number;
}

/** Between the notes and those that were deleted. */
export function SourceSwitch({ store, source, binned }: Props) {
  const text = useText();
  return (
    <SegmentedControl
      label={text('library-notes.source')}
      value={source}
      options={[
        { value: 'notes', label: text('notes.title') },
        { value: 'bin', label: text('library-notes.source.bin', { count: binned }) },
      ]}
      onChange={(chosen) => {
        store.keepPlace({ row: 0, scrollTop: 0 });
        store.dispatch({ type: 'source-chosen', source: chosen });
      }}
    />
  );
}
