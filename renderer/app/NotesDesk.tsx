import { useState } from 'react';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { Failure } from '../../ipc/result.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { NoteSelection } from '../features/notes/note-selection.ts';
import type { NotesEdit } from '../features/notes/notes-edit.ts';
import { NotesScreen } from '../features/notes/NotesScreen.tsx';
import { editSelectedNotes } from './edit-notes.ts';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';
import { goToNote, type NotesPlace } from './use-notes-place.ts';

interface Props {
  readonly place: NotesPlace;
  readonly workId: string;
  readonly desk: DeskHandle;
  readonly requests: StudyBridge['requests'];
  readonly interfaceLanguage: InterfaceLanguage;
  readonly colorName: ColorNamer;
  readonly onRenameTag: (tag: string | undefined) => void;
}

/** After these the notes are no longer where they were selected. */
const MOVING: ReadonlySet<NotesEdit['type']> = new Set(['delete', 'restore', 'erase']);

/** The notes of the library with what they lead to: the text, other works, changes that can be undone. */
export function NotesDesk(props: Props) {
  const { place, workId, desk, requests, interfaceLanguage, colorName } = props;
  const { store } = place;
  const { session, works } = desk.session;
  const [failure, setFailure] = useState<Failure>();
  const edit = async (selection: NoteSelection, change: NotesEdit) => {
    const { findNoteIds } = requests;
    const now = new Date().toISOString();
    const context = { session, findNoteIds, list: store.getState(), locale: interfaceLanguage, now };
    const result = await editSelectedNotes(context, selection, change);
    // What was done but not saved is the status line's to say.
    const isDone = result.ok || session.getState().works !== works;
    setFailure(isDone || result.ok ? undefined : result.failure);
    if (isDone && MOVING.has(change.type)) store.dispatch({ type: 'selection-ended' });
  };
  return (
    <NotesScreen
      store={store}
      locale={interfaceLanguage}
      currentWorkId={workId}
      colorName={colorName}
      revision={works}
      editFailure={failure}
      onOpen={(note) => {
        if (note.workId === workId) goToNote(desk, note);
        else if (note.goal !== null) place.openWorkAt(note);
      }}
      onEdit={(selection, change) => void edit(selection, change)}
      onRenameTag={props.onRenameTag}
    />
  );
}
