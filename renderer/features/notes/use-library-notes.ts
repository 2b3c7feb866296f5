import { useSyncExternalStore } from 'react';
import type { LibraryNotesState } from './library-notes-state.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';

/** Follows the list of notes over all works. */
export function useLibraryNotes(store: LibraryNotesStore): LibraryNotesState {
  return useSyncExternalStore(store.subscribe, store.getState);
}
