import type { AnnotationKind, HighlightColor } from '../../../core/annotation/annotation.ts';
import { NO_FILTER, type AnnotationFilter } from '../../../core/annotation/filter-annotations.ts';
import type { AnnotationOrder } from '../../../core/annotation/sort-annotations.ts';

/** What the list of notes shows, and in which order. */
export interface NotesScreenState {
  readonly filter: AnnotationFilter;
  readonly order: AnnotationOrder;
}

/** What a reader can do to the list. */
export type NotesScreenAction =
  | { readonly type: 'kinds-chosen'; readonly kinds: readonly AnnotationKind[] }
  | { readonly type: 'open-questions-chosen'; readonly isOpenQuestion: boolean }
  | { readonly type: 'colors-chosen'; readonly colors: readonly HighlightColor[] }
  | { readonly type: 'tags-chosen'; readonly tags: readonly string[] }
  | { readonly type: 'text-typed'; readonly text: string }
  | { readonly type: 'filter-cleared' }
  | { readonly type: 'order-chosen'; readonly order: AnnotationOrder };

export const INITIAL_NOTES_SCREEN: NotesScreenState = { filter: NO_FILTER, order: 'place' };

/** The list after an action. */
export function reduceNotesScreen(state: NotesScreenState, action: NotesScreenAction): NotesScreenState {
  const { filter } = state;
  switch (action.type) {
    case 'kinds-chosen':
      return { ...state, filter: { ...filter, kinds: action.kinds } };
    case 'open-questions-chosen':
      return { ...state, filter: { ...filter, isOpenQuestion: action.isOpenQuestion } };
    case 'colors-chosen':
      return { ...state, filter: { ...filter, colors: action.colors } };
    case 'tags-chosen':
      return { ...state, filter: { ...filter, tags: action.tags } };
    case 'text-typed':
      return { ...state, filter: { ...filter, text: action.text } };
    case 'filter-cleared':
      return { ...state, filter: NO_FILTER };
    case 'order-chosen':
      return { ...state, order: action.order };
  }
}
