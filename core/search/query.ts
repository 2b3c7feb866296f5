import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';

/** What a reader asked for, as a tree. The root is always an {@link AllNode}. */
export type QueryNode = AllNode | NotNode | TermNode;

/** Every one of `nodes` must hold in the same unit; at least one of them is not a {@link NotNode}. */
export interface AllNode {
  readonly type: 'all';
  readonly nodes: readonly QueryNode[];
}

/** `node` must not hold. */
interface NotNode {
  readonly type: 'not';
  readonly node: QueryNode;
}

/** Words to be found: whole words in any inflection, a phrase in exactly this form, or the beginning of a word. */
export interface TermNode {
  readonly type: 'term';
  readonly form: 'word' | 'phrase' | 'prefix';
  /** Folded (`fold-text.ts`); holds at least one letter or digit. */
  readonly text: string;
  /** Where to look; null for everywhere. */
  readonly field: FieldFilter | null;
}

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
