import type { HighlightColor } from '../annotation/annotation.ts';
import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import type { UnitKind } from '../text/work.ts';

/**
 * What a reader asked for, as a tree whose every part is answered by the units it holds in. The root is always an
 * {@link AllNode}. The grammar is in docs/decisions/0016-query-language.md.
 */
export type QueryNode = AllNode | AnyNode | NotNode | TermNode | NearNode | LinkedNode | FilterNode;

/** Every one of `nodes` must hold in the same unit; at least one of them is not a {@link NotNode}. */
export interface AllNode {
  readonly type: 'all';
  readonly nodes: readonly QueryNode[];
}

/** At least one of `nodes` must hold; none of them is a {@link NotNode}. */
export interface AnyNode {
  readonly type: 'any';
  readonly nodes: readonly QueryNode[];
}

/** `node`, which is not a NotNode itself, must not hold. Stands only in an {@link AllNode}. */
export interface NotNode {
  readonly type: 'not';
  readonly node: QueryNode;
}

/** Words to be found; see {@link TermForm}. */
export interface TermNode {
  readonly type: 'term';
  readonly form: TermForm;
  /** Folded (`fold-text.ts`); holds at least one letter or digit. */
  readonly text: string;
  /** Where to look; null for everywhere. */
  readonly field: FieldFilter | null;
}

/**
 * How words must agree with those of the text: whole words in any inflection, a phrase in exactly this form, the
 * beginning of a word, or words at most one or two typing errors away. Chinese is always found just as it stands.
 */
export type TermForm = 'word' | 'phrase' | 'prefix' | 'fuzzy-1' | 'fuzzy-2';

/**
 * Terms that stand close to each other in one text, note or tag, in any order: each pair of neighbours in `terms` with
 * no more than the given number of words between them, and without overlapping. A Chinese character counts as a word.
 */
export interface NearNode {
  readonly type: 'near';
  /** At least two; a term of several wordings is found in any of them. */
  readonly terms: readonly (readonly TermNode[])[];
  /** One fewer than `terms`. */
  readonly distances: readonly number[];
}

/**
 * Words that answer each other: in one language `from`, in another `to`, each sharing characters with the same link of
 * the unit. Only the terms' languages are looked at, never notes or tags.
 */
export interface LinkedNode {
  readonly type: 'linked';
  readonly from: TermNode;
  readonly to: TermNode;
}

/** Units of a certain sort, whatever they say. */
export interface FilterNode {
  readonly type: 'filter';
  readonly filter: UnitFilter;
}

/** See {@link FilterNode}. `text` is folded. */
export type UnitFilter =
  /** The number or the id of a unit. */
  | { readonly by: 'unit'; readonly text: string; readonly isPrefix: boolean }
  | { readonly by: 'kind'; readonly unitKind: UnitKind }
  /** Words of the work's title, or its id. */
  | { readonly by: 'work'; readonly term: Pick<TermNode, 'form' | 'text'> }
  /** Units with words highlighted in one of these colours. */
  | { readonly by: 'color'; readonly colors: readonly HighlightColor[] }
  /** Units with a note that says something. */
  | { readonly by: 'note' };

/** The one kind of field a term is looked for in. A language stands for its variants too: 'zh' for 'zh-Hans'. */
export type FieldFilter =
  | { readonly kind: 'text'; readonly language: LanguageTag }
  | { readonly kind: 'note' }
  | { readonly kind: 'tag' };

/** Everything that can be wrong with a query. The catalogues put each into words as `search.problem.<code>`. */
export const QUERY_PROBLEM_CODES = [
  'unclosed-quote',
  'empty-phrase',
  'lone-dash',
  'field-without-term',
  'unknown-field',
  'only-negations',
  'lone-star',
  'misplaced-star',
  'nothing-to-find',
  'operator-without-term',
  'unclosed-parenthesis',
  'unopened-parenthesis',
  'near-without-words',
  'fuzzy-too-far',
  'fuzzy-chinese',
  'linked-incomplete',
  'unknown-kind',
  'unknown-color',
  'unknown-property',
] as const;

/** One of {@link QUERY_PROBLEM_CODES}. */
export type QueryProblemCode = (typeof QUERY_PROBLEM_CODES)[number];

/** Something the reader should know about how the query was read. */
export interface QueryProblem {
  readonly code: QueryProblemCode;
  /** The part of the query it is about, in UTF-16 code units of the query as typed. */
  readonly span: TextSpan;
  /** What fills the message's placeholders, such as `field` or `word`; as typed. */
  readonly values: Readonly<Record<string, string>>;
}

/** How a query was read. There may be both a query and problems: then the query is the sensible reading. */
export interface ParsedQuery {
  /** Null where there is nothing to search for. */
  readonly query: AllNode | null;
  readonly problems: readonly QueryProblem[];
}

/** What a query may name that only its reader knows. */
export interface QueryNames {
  /** The editions' languages, which are field names beside those that are always known. */
  readonly languages: readonly LanguageTag[];
  /** What the reader calls the highlight colours; their ids are always known. */
  readonly colors: Readonly<Partial<Record<HighlightColor, string>>>;
}
