import { useState } from 'react';
import type { LibraryNote } from '../../core/annotation/library-note.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { createLibraryNotesStore, type LibraryNotesStore } from '../features/notes/library-notes-store.ts';
import type { DeskHandle } from './use-desk.ts';
import type { LibraryHandle } from './use-library.ts';
import { useArrivalAt } from './use-arrival-at.ts';

/** The list of notes over all works, which outlives the desk, and the way from it to a work that is not open yet. */
export interface NotesPlace {
  readonly store: LibraryNotesStore;
  /** Opens the note's work; its desk goes to the note once it is there. */
  readonly openWorkAt: (note: LibraryNote) => void;
  /** The note to go to. */
  readonly awaited: LibraryNote | undefined;
  readonly arrive: () => void;
}

export function useNotesPlace(api: StudyBridge, library: LibraryHandle): NotesPlace {
  const [store] = useState(() => createLibraryNotesStore(api.requests));
  const [awaited, setAwaited] = useState<LibraryNote>();
  return {
    store,
    awaited,
    openWorkAt: (note) => {
      setAwaited(note);
      library.openWork(note.workId);
    },
    arrive: () => setAwaited(undefined),
  };
}

/** Goes to the note that the work was opened for. */
export function useArrival({ awaited, arrive }: NotesPlace, desk: DeskHandle, workId: string): void {
  useArrivalAt(awaited?.workId === workId ? awaited : undefined, (note) => {
    arrive();
    goToNote(desk, note);
  });
}

/** Goes to the words of a note, or to its clause, and lights it up unless it was deleted. */
export function goToNote(desk: DeskHandle, { id, goal, deleted }: LibraryNote): void {
  if (goal === null) return;
  const { unit, words } = goal;
  desk.goToWords({ unit, language: words?.language ?? desk.reader.state.language, span: words?.span });
  if (deleted === null) desk.annotating.activate(id);
}
