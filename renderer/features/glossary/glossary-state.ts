import type { GlossaryOrder } from './glossary-entries.ts';

/** How the reader looks at the glossary. */
export interface GlossaryState {
  readonly filter: string;
  readonly order: GlossaryOrder;
  /** The entry whose occurrences are shown. */
  readonly openId: string | null;
}

export type GlossaryAction =
  | { readonly type: 'filter-typed'; readonly filter: string }
  | { readonly type: 'order-chosen'; readonly order: GlossaryOrder }
  | { readonly type: 'entry-toggled'; readonly id: string }
  | { readonly type: 'entry-closed' };

/** The whole glossary in the order of the text. */
export const INITIAL_GLOSSARY: GlossaryState = { filter: '', order: 'place', openId: null };

/** The state after an action. */
export function reduceGlossary(state: GlossaryState, action: GlossaryAction): GlossaryState {
  switch (action.type) {
    case 'filter-typed':
      return { ...state, filter: action.filter };
    case 'order-chosen':
      return { ...state, order: action.order };
    case 'entry-toggled':
      return { ...state, openId: state.openId === action.id ? null : action.id };
    case 'entry-closed':
      return { ...state, openId: null };
  }
}
