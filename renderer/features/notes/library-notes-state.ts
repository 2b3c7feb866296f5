import type { AnnotationKind, HighlightColor } from '../../../core/annotation/annotation.ts';
import { NO_LIBRARY_FILTER, type LibraryFilter } from '../../../core/annotation/library-filter.ts';
import type { LibraryNote } from '../../../core/annotation/library-note.ts';
import type { LibraryQuery } from '../../../core/annotation/library-query.ts';
import type { AnnotationOrder } from '../../../core/annotation/sort-annotations.ts';
import type { NotesPage } from '../../../ipc/library-notes.ts';
import type { Failure } from '../../../ipc/result.ts';
import {
  NOTHING_SELECTED,
  reduceSelection,
  type NoteSelection,
  type SelectionAction,
} from './note-selection.ts';

/** What is true of all notes of an answer, without the notes themselves. */
export type NotesSummary = Omit<NotesPage, 'offset' | 'notes'>;

/** The list of notes: what is asked for, what is known of the answer, what is selected. */
export interface LibraryNotesState {
  readonly source: LibraryQuery['source'];
  readonly filter: LibraryFilter;
  readonly order: AnnotationOrder;
  /** Goes up with everything that makes the last answer untrue; answers of an earlier one are not looked at. */
  readonly generation: number;
  /** The generation that `summary` and `rows` answer; they stay on screen until the next answer is there. */
  readonly answered: number;
  /** Of the newest answer; undefined before the first. */
  readonly summary: NotesSummary | undefined;
  /** The notes fetched so far, by their place in the list. */
  readonly rows: ReadonlyMap<number, LibraryNote>;
  readonly failure: Failure | undefined;
  readonly selection: NoteSelection;
}

/** What can happen to the list. */
export type LibraryNotesAction =
  | { readonly type: 'kinds-chosen'; readonly kinds: readonly AnnotationKind[] }
  | { readonly type: 'open-questions-chosen'; readonly isOpenQuestion: boolean }
  | { readonly type: 'detached-chosen'; readonly isDetached: boolean }
  | { readonly type: 'colors-chosen'; readonly colors: readonly HighlightColor[] }
  | { readonly type: 'tags-chosen'; readonly tags: readonly string[] }
  /** Every note has the tag under another name now; undefined: no note has it any more. */
  | { readonly type: 'tag-renamed'; readonly from: string; readonly to: string | undefined }
  | { readonly type: 'works-chosen'; readonly works: readonly string[] }
  | { readonly type: 'unit-chosen'; readonly unit: LibraryFilter['unit'] }
  | { readonly type: 'text-typed'; readonly text: string }
  | { readonly type: 'filter-cleared' }
  | { readonly type: 'order-chosen'; readonly order: AnnotationOrder }
  | { readonly type: 'source-chosen'; readonly source: LibraryQuery['source'] }
  /** Notes were changed somewhere: what is shown must be asked for again. */
  | { readonly type: 'notes-changed' }
  | { readonly type: 'answered'; readonly generation: number; readonly page: NotesPage }
  | { readonly type: 'refused'; readonly generation: number; readonly failure: Failure }
  | SelectionAction;

export const INITIAL_LIBRARY_NOTES: LibraryNotesState = {
  source: 'notes',
  filter: NO_LIBRARY_FILTER,
  order: 'place',
  generation: 0,
  answered: -1,
  summary: undefined,
  rows: new Map(),
  failure: undefined,
  selection: NOTHING_SELECTED,
};

/** The list after an action. */
export function reduceLibraryNotes(state: LibraryNotesState, action: LibraryNotesAction): LibraryNotesState {
  switch (action.type) {
    case 'kinds-chosen':
      return narrow(state, { kinds: action.kinds });
    case 'open-questions-chosen':
      return narrow(state, { isOpenQuestion: action.isOpenQuestion });
    case 'detached-chosen':
      return narrow(state, { isDetached: action.isDetached });
    case 'colors-chosen':
      return narrow(state, { colors: action.colors });
    case 'tags-chosen':
      return narrow(state, { tags: action.tags });
    case 'tag-renamed':
      return state.filter.tags.includes(action.from)
        ? narrow(state, { tags: followTag(state, action) })
        : state;
    case 'works-chosen':
      return narrow(state, { works: action.works });
    case 'unit-chosen':
      // Where this is asked, a clause and all its notes are meant.
      return narrow({ ...state, source: 'notes' }, { ...NO_LIBRARY_FILTER, unit: action.unit });
    case 'text-typed':
      return narrow(state, { text: action.text });
    case 'filter-cleared':
      return narrow(state, NO_LIBRARY_FILTER);
    case 'order-chosen':
      return ask({ ...state, order: action.order });
    case 'source-chosen':
      return narrow({ ...state, source: action.source }, NO_LIBRARY_FILTER);
    case 'notes-changed':
      return ask(state);
    case 'answered':
      return action.generation === state.generation ? takeAnswer(state, action.page) : state;
    case 'refused':
      return action.generation === state.generation ? { ...state, failure: action.failure } : state;
    case 'note-toggled':
    case 'notes-added':
    case 'all-selected':
    case 'selection-ended':
      return { ...state, selection: reduceSelection(state.selection, action) };
  }
}

/** Another filter ends the selection: nobody should change notes that are out of sight. */
function narrow(state: LibraryNotesState, part: Partial<LibraryFilter>): LibraryNotesState {
  return ask({ ...state, filter: { ...state.filter, ...part }, selection: NOTHING_SELECTED });
}

function followTag(
  { filter }: LibraryNotesState,
  { from, to }: Extract<LibraryNotesAction, { readonly type: 'tag-renamed' }>,
): readonly string[] {
  const tags = filter.tags.flatMap((tag) => (tag !== from ? [tag] : to === undefined ? [] : [to]));
  return [...new Set(tags)];
}

function ask(state: LibraryNotesState): LibraryNotesState {
  return { ...state, generation: state.generation + 1, failure: undefined };
}

function takeAnswer(state: LibraryNotesState, page: NotesPage): LibraryNotesState {
  const { offset, notes, ...summary } = page;
  const kept = state.answered === state.generation ? state.rows : [];
  const rows = new Map([
    ...kept,
    ...notes.map((note, index): [number, LibraryNote] => [offset + index, note]),
  ]);
  return { ...state, answered: state.generation, summary, rows };
}
