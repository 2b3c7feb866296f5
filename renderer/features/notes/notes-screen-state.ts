import type { AnnotationKind, HighlightColor } from '../../../core/annotation/annotation.ts';
import { NO_FILTER, type AnnotationFilter } from '../../../core/annotation/filter-annotations.ts';
import type { AnnotationOrder } from '../../../core/annotation/sort-annotations.ts';

/** What the list of notes shows, and in which order. */
export interface NotesScreenState {
  readonly filter: AnnotationFilter;
  readonly order: AnnotationOrder;
}

/** What a reader can do to the list. Pressing a choice twice takes it back. */
export type NotesScreenAction =
  | { readonly type: 'kind-pressed'; readonly kind: AnnotationKind }
  | { readonly type: 'color-pressed'; readonly color: HighlightColor }
  | { readonly type: 'tag-pressed'; readonly tag: string }
  | { readonly type: 'open-questions-pressed' }
  | { readonly type: 'text-typed'; readonly text: string }
  | { readonly type: 'filter-cleared' }
  | { readonly type: 'order-chosen'; readonly order: AnnotationOrder };

export const INITIAL_NOTES_SCREEN: NotesScreenState = { filter: NO_FILTER, order: 'place' };

/** The list after an action. */
export function reduceNotesScreen(state: NotesScreenState, action: NotesScreenAction): NotesScreenState {
  const { filter } = state;
  switch (action.type) {
    case 'kind-pressed':
      return { ...state, filter: { ...filter, kinds: toggle(filter.kinds, action.kind) } };
    case 'color-pressed':
      return { ...state, filter: { ...filter, colors: toggle(filter.colors, action.color) } };
    case 'tag-pressed':
      return { ...state, filter: { ...filter, tags: toggle(filter.tags, action.tag) } };
    case 'open-questions-pressed':
      return { ...state, filter: { ...filter, isOpenQuestion: !filter.isOpenQuestion } };
    case 'text-typed':
      return { ...state, filter: { ...filter, text: action.text } };
    case 'filter-cleared':
      return { ...state, filter: NO_FILTER };
    case 'order-chosen':
      return { ...state, order: action.order };
  }
}

function toggle<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}
