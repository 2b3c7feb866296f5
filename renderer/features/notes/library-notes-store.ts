import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import type { RequestCalls } from '../../../ipc/contract.ts';
import { MAX_LISTED_NOTES } from '../../../ipc/library-notes.ts';
import {
  INITIAL_LIBRARY_NOTES,
  reduceLibraryNotes,
  type LibraryNotesAction,
  type LibraryNotesState,
} from './library-notes-state.ts';

/** Notes are fetched in stretches that begin at its multiples: some ten windows full. */
const STRETCH = 100;

/** Where the reader is in the list; kept while the screen is away. */
export interface ListPlace {
  readonly scrollTop: number;
  /** The row that Tab leads to. */
  readonly row: number;
}

/** The list of notes over all works: it holds what is chosen and fetches what comes into view. */
export interface LibraryNotesStore {
  readonly getState: () => LibraryNotesState;
  /** Calls `listener` after every change of state until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly dispatch: (action: LibraryNotesAction) => void;
  /** The screen is there, in this language, until the returned function is called; only then anything is fetched. */
  readonly show: (locale: InterfaceLanguage) => () => void;
  /** Names the rows that are in view, by their places in the list; both are included. */
  readonly want: (first: number, last: number) => void;
  /** Answers once all these rows are there, or cannot be had. */
  readonly fetchRows: (first: number, last: number) => Promise<void>;
  readonly getPlace: () => ListPlace;
  readonly keepPlace: (place: Partial<ListPlace>) => void;
}

/** Makes a list that asks `queryNotes`, one stretch at a time. */
export function createLibraryNotesStore({ queryNotes }: Pick<RequestCalls, 'queryNotes'>): LibraryNotesStore {
  let state = INITIAL_LIBRARY_NOTES;
  let locale: InterfaceLanguage | undefined;
  let isAsking = false;
  let place: ListPlace = { scrollTop: 0, row: 0 };
  let wanted = { first: 0, last: STRETCH - 1 };
  const listeners = new Set<() => void>();

  const dispatch = (action: LibraryNotesAction): void => {
    const next = reduceLibraryNotes(state, action);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
    void fetchNext();
  };
  const ask = async (offset: number, limit: number, language: InterfaceLanguage): Promise<void> => {
    const { generation, source, filter, order } = state;
    const result = await queryNotes({ source, filter, order, locale: language, offset, limit });
    dispatch(
      result.ok
        ? { type: 'answered', generation, page: result.value }
        : { type: 'refused', generation, failure: result.failure },
    );
    // More has been read by the time it is asked for.
    if (result.ok && result.value.unread > 0 && generation === state.generation) {
      dispatch({ type: 'notes-changed' });
    }
  };
  const fetchNext = async (): Promise<void> => {
    if (locale === undefined || isAsking || state.failure !== undefined) return;
    const missing = findMissing(state, wanted);
    if (missing === undefined) return;
    isAsking = true;
    // What is in view may lie in two stretches.
    await ask(missing, STRETCH * 2, locale);
    isAsking = false;
    void fetchNext();
  };
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    show: (language) => {
      locale = language;
      // Whatever happened meanwhile, and the order of tags depends on the language.
      dispatch({ type: 'notes-changed' });
      return () => {
        locale = undefined;
      };
    },
    want: (first, last) => {
      wanted = { first, last };
      void fetchNext();
    },
    fetchRows: async (first, last) => {
      for (let from = findMissing(state, { first, last }); from !== undefined;) {
        if (locale === undefined) return;
        await ask(from, MAX_LISTED_NOTES, locale);
        const next = findMissing(state, { first, last });
        // No progress: it was refused, or the list has become another one.
        from = next === from ? undefined : next;
      }
    },
    getPlace: () => place,
    keepPlace: (changed) => {
      place = { ...place, ...changed };
    },
  };
}

/** The start of the first stretch that lacks rows which are wanted; undefined if all are there. */
function findMissing(
  { answered, generation, summary, rows }: LibraryNotesState,
  { first, last }: { readonly first: number; readonly last: number },
): number | undefined {
  const isTrue = answered === generation;
  const end = isTrue ? Math.min(last, (summary?.matching ?? 0) - 1) : last;
  for (let row = Math.max(0, first); row <= end; row += 1) {
    if (!isTrue || !rows.has(row)) return row - (row % STRETCH);
  }
  return undefined;
}
