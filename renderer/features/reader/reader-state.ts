import type { LanguageTag } from '../../../core/text/language.ts';

/** Where the reader is in a work, and the way there. */
export interface ReaderState {
  /** The current clause: what keys act on and the gutter marks. */
  readonly unit: string;
  /** The language the caret or the last press was in. */
  readonly language: LanguageTag;
  /** Places left by a jump, the latest last. */
  readonly back: readonly string[];
  /** Places left by going back, the latest last. */
  readonly forward: readonly string[];
  /** The unit whose remarks stand open beside the text. */
  readonly remarksOf: string | undefined;
  /** Single view: the unit whose counterpart is shown. */
  readonly peeked: string | undefined;
}

export type ReaderAction =
  | { readonly type: 'moved'; readonly unit: string }
  | { readonly type: 'language-chosen'; readonly language: LanguageTag }
  | { readonly type: 'jumped'; readonly unit: string }
  | { readonly type: 'went-back' }
  | { readonly type: 'went-forward' }
  | { readonly type: 'remarks-toggled'; readonly unit: string }
  | { readonly type: 'peek-toggled'; readonly unit: string }
  | { readonly type: 'peeked'; readonly unit: string | undefined };

/** More places than anybody goes back through; the oldest fall off. */
const HISTORY_LENGTH = 100;

export function openReader(unit: string, language: LanguageTag): ReaderState {
  return { unit, language, back: [], forward: [], remarksOf: undefined, peeked: undefined };
}

export function reduceReader(state: ReaderState, action: ReaderAction): ReaderState {
  switch (action.type) {
    case 'moved':
      return state.unit === action.unit ? state : { ...state, unit: action.unit };
    case 'language-chosen':
      return state.language === action.language ? state : { ...state, language: action.language };
    case 'jumped':
      if (state.unit === action.unit) return state;
      return {
        ...state,
        unit: action.unit,
        back: [...state.back, state.unit].slice(-HISTORY_LENGTH),
        forward: [],
      };
    case 'went-back': {
      const unit = state.back.at(-1);
      if (unit === undefined) return state;
      return { ...state, unit, back: state.back.slice(0, -1), forward: [...state.forward, state.unit] };
    }
    case 'went-forward': {
      const unit = state.forward.at(-1);
      if (unit === undefined) return state;
      return { ...state, unit, forward: state.forward.slice(0, -1), back: [...state.back, state.unit] };
    }
    case 'remarks-toggled':
      return { ...state, remarksOf: state.remarksOf === action.unit ? undefined : action.unit };
    case 'peek-toggled':
      return { ...state, peeked: state.peeked === action.unit ? undefined : action.unit };
    case 'peeked':
      return { ...state, peeked: action.unit };
  }
}

export function canGoBack(state: ReaderState): boolean {
  return state.back.length > 0;
}

export function canGoForward(state: ReaderState): boolean {
  return state.forward.length > 0;
}
