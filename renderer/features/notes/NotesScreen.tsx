import { useEffect } from 'react';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import { isFilteringLibrary } from '../../../core/annotation/library-filter.ts';
import type { LibraryNote } from '../../../core/annotation/library-note.ts';
import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import type { Failure } from '../../../ipc/result.ts';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';
import { NoMatch, NoNotes } from './NoNotes.tsx';
import { countSelected, isSelected, type NoteSelection } from './note-selection.ts';
import type { NotesEdit } from './notes-edit.ts';
import { NotesFailed } from './NotesFailed.tsx';
import { NotesFilter } from './NotesFilter.tsx';
import { NotesGrid } from './NotesGrid.tsx';
import { NotesTools } from './NotesTools.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SourceSwitch } from './SourceSwitch.tsx';
import { useErasing } from './use-erasing.tsx';
import { useLibraryNotes } from './use-library-notes.ts';
import { useRowContext } from './use-row-context.ts';
import styles from './NotesScreen.module.css';

interface Props {
  readonly store: LibraryNotesStore;
  readonly locale: InterfaceLanguage;
  /** The work on the desk, for "This text". */
  readonly currentWorkId: string;
  readonly colorName: (color: HighlightColor) => string;
  /** Changes with every change of notes, wherever it was made: the list is then asked for again. */
  readonly revision: unknown;
  /** Why the last edit was not done; undefined if it was. */
  readonly editFailure: Failure | undefined;
  readonly onOpen: (note: LibraryNote) => void;
  /** Does one thing to notes as one step that can be undone. */
  readonly onEdit: (selection: NoteSelection, edit: NotesEdit) => void;
  /** Asks for another name of a tag; undefined for no tag in particular. */
  readonly onRenameTag: (tag: string | undefined) => void;
}

/** All notes of the library, and those in the bin: filtered, ordered, each with its clause and the words it stands on. */
export function NotesScreen(props: Props) {
  const { store, locale, currentWorkId, colorName, revision, editFailure, onOpen, onEdit } = props;
  const text = useText();
  const state = useLibraryNotes(store);
  const { summary, source, filter, failure } = state;
  useEffect(() => store.show(locale), [store, locale]);
  useEffect(() => store.dispatch({ type: 'notes-changed' }), [store, revision]);
  const erasing = useErasing((selection) => onEdit(selection, { type: 'erase' }));
  const context = useRowContext(summary, colorName, (note) => onEdit(one(note), { type: 'restore' }));
  const remove = (selection: NoteSelection) => {
    const count = countSelected(selection, summary?.matching ?? 0);
    if (source === 'bin') erasing.ask(selection, count);
    else onEdit(selection, { type: 'delete' });
  };

  const failed = failure === undefined ? null : <NotesFailed store={store} failure={failure} />;
  if (summary === undefined) {
    return (
      <Screen title={text('notes.title')} width="wide">
        {failed}
      </Screen>
    );
  }
  const isFiltering = isFilteringLibrary(filter);
  const count = { count: summary.total, shown: summary.matching };
  // What is not listed yet cannot be counted, selected or said to be missing.
  const isReading = summary.unread > 0;
  return (
    <Screen
      title={text('notes.title')}
      width="wide"
      isFixed
      subtitle={
        <span role="status">
          {isReading
            ? text('library-notes.reading')
            : text(isFiltering ? 'notes.count.filtered' : 'library-notes.count', count)}
        </span>
      }
      actions={<SourceSwitch store={store} source={source} binned={summary.binned} />}
    >
      {failed}
      {editFailure === undefined ? null : (
        <p role="alert" className={styles.unreadable}>
          {text('library-notes.edit-failed', { detail: editFailure.detail })}
        </p>
      )}
      {summary.unreadable.map(({ workId, failure: { detail } }) => (
        <p key={workId} role="alert" className={styles.unreadable}>
          {text('library-notes.unreadable', { id: workId, detail })}
        </p>
      ))}
      {summary.total === 0 && !isReading ? (
        <NoNotes source={source} />
      ) : (
        <div className={styles.columns}>
          <NotesFilter
            filter={filter}
            summary={summary}
            currentWorkId={currentWorkId}
            workTitle={context.workTitle}
            colorName={colorName}
            dispatch={store.dispatch}
            onRenameTag={props.onRenameTag}
          />
          <div className={styles.main}>
            <NotesTools
              store={store}
              state={state}
              isFiltering={isFiltering}
              onErase={() => remove({ type: 'all-but', ids: new Set() })}
            />
            {isReading ? null : (
              <SelectionBar
                store={store}
                state={state}
                summary={summary}
                colorName={colorName}
                onEdit={(edit) => onEdit(state.selection, edit)}
                onRemove={() => remove(state.selection)}
              />
            )}
            {summary.matching === 0 && !isReading ? (
              <NoMatch store={store} count={summary.total} />
            ) : (
              <NotesGrid
                key={source}
                label={text(source === 'bin' ? 'library-notes.bin' : 'library-notes.list')}
                store={store}
                state={state}
                context={context}
                onOpen={onOpen}
                onDelete={(note) =>
                  remove(isSelected(state.selection, note.id) ? state.selection : one(note))
                }
              />
            )}
          </div>
        </div>
      )}
      {erasing.dialog}
    </Screen>
  );
}

function one({ id, workId }: LibraryNote): NoteSelection {
  return { type: 'some', notes: new Map([[id, workId]]) };
}
