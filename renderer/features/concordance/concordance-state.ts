import type { ConcordanceQuestion } from '../../../core/concordance/concordance-question.ts';
import type { Division } from '../../../core/concordance/divide-works.ts';
import { guessCounterpart, type RenderingKey } from '../../../core/concordance/find-lines.ts';
import type { LineSorting } from '../../../core/concordance/sort-lines.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';

/** The tables of a concordance. */
export const CONCORDANCE_VIEWS = ['lines', 'renderings', 'matrix', 'formulas', 'frequencies'] as const;

/** One of {@link CONCORDANCE_VIEWS}. */
export type ConcordanceView = (typeof CONCORDANCE_VIEWS)[number];

/** What the reader has chosen, table by table. It outlives leaving the screen. */
export interface ConcordanceState {
  readonly view: ConcordanceView;
  /** What stands in the box. */
  readonly text: string;
  /** What is looked up: `text` without what an input method is still composing. */
  readonly query: string;
  readonly isComposing: boolean;
  readonly language: LanguageTag;
  readonly sorting: LineSorting;
  /** Only lines with this rendering. */
  readonly rendering: ChosenRendering | null;
  readonly matrixRows: 'query' | 'terms';
  readonly division: Division;
  readonly isInconsistentOnly: boolean;
  readonly formulaLength: number;
  readonly minCount: number;
  readonly grain: 'word' | 'character';
  readonly size: number;
  /** The row the keyboard stands on. */
  readonly row: number;
}

/** A rendering whose lines are shown, with the words it is known by. */
export interface ChosenRendering {
  readonly key: RenderingKey;
  readonly label: string;
}

export type ConcordanceAction =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'composition-changed'; readonly isComposing: boolean }
  | { readonly type: 'view-chosen'; readonly view: ConcordanceView }
  | { readonly type: 'language-chosen'; readonly language: LanguageTag }
  /** The lines of some words, from a selection or another table. */
  | { readonly type: 'looked-up'; readonly text: string; readonly language: LanguageTag }
  | { readonly type: 'sorting-changed'; readonly sorting: Partial<LineSorting> }
  | { readonly type: 'rendering-chosen'; readonly rendering: ChosenRendering | null }
  | {
      readonly type: 'option-changed';
      readonly options: Partial<
        Pick<
          ConcordanceState,
          'matrixRows' | 'division' | 'isInconsistentOnly' | 'formulaLength' | 'minCount' | 'grain' | 'size'
        >
      >;
    }
  | { readonly type: 'row-focused'; readonly row: number };

/** How long a wording must be to be called a formula, unless the reader says otherwise. */
const FORMULA_LENGTHS = { chinese: 6, other: 4 } as const;

/** How many formulas and lines of the frequency list are asked for. */
const LIST_LIMITS = { formulas: 1_000, frequencies: 5_000 } as const;

/** Nothing is looked up yet. */
export function startConcordance(language: LanguageTag): ConcordanceState {
  return {
    view: 'lines',
    text: '',
    query: '',
    isComposing: false,
    language,
    sorting: { order: 'place', depth: 1, collation: 'pinyin' },
    rendering: null,
    matrixRows: 'query',
    division: 'section',
    isInconsistentOnly: false,
    formulaLength: formulaLengthOf(language),
    minCount: 2,
    grain: 'word',
    size: 1,
    row: 0,
  };
}

/** The state after an action. */
export function reduceConcordance(state: ConcordanceState, action: ConcordanceAction): ConcordanceState {
  switch (action.type) {
    case 'typed':
      return ask({ ...state, text: action.text });
    case 'composition-changed':
      return ask({ ...state, isComposing: action.isComposing });
    case 'view-chosen':
      return action.view === state.view ? state : { ...state, view: action.view, row: 0 };
    case 'language-chosen':
      return action.language === state.language
        ? state
        : {
            ...state,
            language: action.language,
            rendering: null,
            grain: isChinese(action.language) ? state.grain : 'word',
            formulaLength: formulaLengthOf(action.language),
            row: 0,
          };
    case 'looked-up':
      return ask({
        ...reduceConcordance(state, { type: 'language-chosen', language: action.language }),
        view: 'lines',
        text: action.text,
        isComposing: false,
      });
    case 'sorting-changed':
      return { ...state, sorting: { ...state.sorting, ...action.sorting }, row: 0 };
    case 'rendering-chosen':
      return { ...state, view: 'lines', rendering: action.rendering, row: 0 };
    case 'option-changed':
      return { ...state, ...action.options, row: 0 };
    case 'row-focused':
      return { ...state, row: action.row };
  }
}

function ask(state: ConcordanceState): ConcordanceState {
  const query = state.isComposing ? state.query : state.text.trim();
  return query === state.query ? state : { ...state, query, rendering: null, row: 0 };
}

function formulaLengthOf(language: LanguageTag): number {
  return isChinese(language) ? FORMULA_LENGTHS.chinese : FORMULA_LENGTHS.other;
}

/** What is to be asked; null where the table wants words that are not there. */
export function questionOf(
  state: ConcordanceState,
  languages: readonly LanguageTag[],
): ConcordanceQuestion | null {
  const { view, language } = state;
  const query = { text: state.query, language, counterpart: guessCounterpart(languages, language) };
  const isBlank = state.query === '';
  switch (view) {
    case 'lines':
      return isBlank
        ? null
        : { view, query, sorting: state.sorting, rendering: state.rendering?.key ?? null };
    case 'renderings':
      return isBlank ? null : { view, query };
    case 'matrix': {
      const { matrixRows: rows, division } = state;
      if (rows === 'terms') return { view, query: { ...query, text: '' }, rows, division };
      return isBlank ? null : { view, query, rows, division };
    }
    case 'formulas': {
      const { formulaLength: minLength, minCount } = state;
      return { view, search: { query, minLength, minCount, limit: LIST_LIMITS.formulas } };
    }
    case 'frequencies': {
      const { grain, size } = state;
      const contains = state.query;
      return {
        view,
        search: { language, grain, size, minCount: 1, contains, limit: LIST_LIMITS.frequencies },
      };
    }
  }
}
