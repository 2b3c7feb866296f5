import type { SearchOutcome } from '../../../core/search/search-result.ts';

/** How results can be ordered: best first, or as they stand in the text. */
export const RESULT_ORDERS = ['rank', 'text'] as const;

/** One of {@link RESULT_ORDERS}. */
export type ResultOrder = (typeof RESULT_ORDERS)[number];

/** What is known about the query. */
export type SearchPhase =
  | { readonly type: 'idle' }
  /** The answer is on its way; meanwhile the previous outcome stays, so that nothing flickers while typing. */
  | { readonly type: 'searching'; readonly previous: SearchOutcome | null }
  | { readonly type: 'ready'; readonly outcome: SearchOutcome }
  /** Search itself does not work. `detail` is for the curious, in English. */
  | { readonly type: 'failed'; readonly detail: string };

/** The search of one work. */
export interface SearchState {
  /** What stands in the box. */
  readonly text: string;
  /** What is looked for: `text` without what an input method is still composing. */
  readonly query: string;
  readonly phase: SearchPhase;
  readonly order: ResultOrder;
  /** The line the arrow keys stand on; its key is stable through new answers. */
  readonly activeKey: string | null;
  /** Which hit of that line the reader stands on, from 0. */
  readonly activeNth: number;
  /** The latest step from hit to hit went past the last one, or past the first. */
  readonly wrapped: 'end' | 'start' | null;
  /** Whether the arrow keys have moved the text away from where the reader was. */
  readonly isAway: boolean;
}

export type SearchAction =
  | { readonly type: 'typed'; readonly text: string; readonly isComposing: boolean }
  | { readonly type: 'answered'; readonly query: string; readonly outcome: SearchOutcome }
  | { readonly type: 'broken'; readonly detail: string }
  | { readonly type: 'retried' }
  | { readonly type: 'order-chosen'; readonly order: ResultOrder }
  | ({ readonly type: 'previewed' } & Place)
  | ({ readonly type: 'gone-to' } & Place)
  /** The reader took another place in the text: the next step goes on from there. */
  | { readonly type: 'left' }
  /** The reader went on in the text by other means. */
  | { readonly type: 'settled' }
  | { readonly type: 'closed' };

/** Where among the results the reader stands. */
interface Place {
  readonly key: string;
  readonly nth?: number;
  readonly wrapped?: SearchState['wrapped'];
}

/** Nothing is searched for. */
export const INITIAL_SEARCH: SearchState = {
  text: '',
  query: '',
  phase: { type: 'idle' },
  order: 'rank',
  activeKey: null,
  activeNth: 0,
  wrapped: null,
  isAway: false,
};

/** The state after an action. */
export function reduceSearch(state: SearchState, action: SearchAction): SearchState {
  switch (action.type) {
    case 'typed':
      return type(state, action.text, action.isComposing);
    case 'answered':
      // Answers to what is no longer asked are outdated.
      if (action.query !== state.query || state.phase.type === 'idle') return state;
      return { ...state, phase: { type: 'ready', outcome: action.outcome } };
    case 'broken':
      return state.phase.type === 'idle'
        ? state
        : { ...state, phase: { type: 'failed', detail: action.detail } };
    case 'retried':
      return state.phase.type === 'failed'
        ? { ...state, phase: { type: 'searching', previous: null } }
        : state;
    case 'order-chosen':
      return { ...state, order: action.order };
    case 'previewed':
      return { ...stand(state, action), isAway: true };
    case 'gone-to':
      return { ...stand(state, action), isAway: false };
    case 'left':
      return { ...state, activeKey: null, activeNth: 0, wrapped: null, isAway: false };
    case 'settled':
      return state.isAway ? { ...state, isAway: false } : state;
    case 'closed':
      return { ...INITIAL_SEARCH, order: state.order };
  }
}

function type(state: SearchState, text: string, isComposing: boolean): SearchState {
  if (isComposing) return { ...state, text };
  const query = text.trim();
  if (query === state.query) return { ...state, text };
  const phase: SearchPhase =
    query === '' ? { type: 'idle' } : { type: 'searching', previous: currentOutcome(state) };
  return { ...state, text, query, phase, activeKey: null, activeNth: 0, wrapped: null };
}

function stand(state: SearchState, { key, nth = 0, wrapped = null }: Place): SearchState {
  return { ...state, activeKey: key, activeNth: nth, wrapped };
}

/** The outcome to show: the latest there is. */
export function currentOutcome(state: SearchState): SearchOutcome | null {
  switch (state.phase.type) {
    case 'ready':
      return state.phase.outcome;
    case 'searching':
      return state.phase.previous;
    case 'idle':
    case 'failed':
      return null;
  }
}
