import { HIGHLIGHT_COLORS } from '../annotation/annotation.ts';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { UNIT_KINDS } from '../text/work.ts';
import { foldText } from './fold-text.ts';
import type { PackedIndex } from './packed-index.ts';
import { fieldNamed, FIELD_NAMES, PROPERTIES } from './query-fields.ts';
import type { QueryNames } from './query.ts';
import { hasUnspaced } from './word-runs.ts';

/** Something that could stand at the caret instead of what has been typed of it. */
export interface Completion {
  readonly kind: 'field' | 'operator' | 'value' | 'word';
  /** What it is, as it is shown: `note:`, `NEAR/5`, `heading`, `sovereignty`. */
  readonly name: string;
  /** What takes the place of the typed part, quotation marks included where they are needed. */
  readonly text: string;
}

/** What could stand at the caret of a query. */
export interface QueryCompletions {
  /** What a completion takes the place of, in UTF-16 code units of the query. */
  readonly span: TextSpan;
  /** Whether only these make sense here, as behind `kind:`. */
  readonly isClosedList: boolean;
  /** The likeliest first. */
  readonly items: readonly Completion[];
}

/** Where completions come from. */
export interface CompletionSources extends QueryNames {
  /** The reader's tags. */
  readonly tags: readonly string[];
  readonly completeTerm: PackedIndex['completeTerm'];
}

const OPERATORS = ['AND', 'OR', 'NOT', 'NEAR/5'] as const;

const MAX_WORDS = 6;

// The word at the caret, and the name of the field it belongs to. Letters on both sides of the caret are one word that is
// being mended, not completed.
const AT_CARET =
  /(?<=^|[\s(|&→>\uff08\uff5c\uff06])[-\uff0d]?(?:(?<field>[a-z][a-z-]*)[:\uff1a][-\uff0d]?)?(?<word>["“「]?[\p{L}\p{N}\p{M}'’_-]*)$/iu;
const QUOTE = /^["“「]/u;
const WORD_GOES_ON = /^[\p{L}\p{N}\p{M}]/u;

/**
 * What could stand at the caret of a query.
 * @param isAsked whether the reader has asked for it: then everything is named that can begin here.
 */
export function completeQuery(
  query: string,
  caret: number,
  isAsked: boolean,
  sources: CompletionSources,
): QueryCompletions {
  const nothing = { span: { start: caret, end: caret }, isClosedList: false, items: [] };
  const groups = AT_CARET.exec(query.slice(0, caret))?.groups;
  if (groups === undefined || WORD_GOES_ON.test(query.slice(caret))) return nothing;
  const typed = groups['word'] ?? '';
  const span = { start: caret - typed.length, end: caret };
  const field = groups['field'] === undefined ? null : foldText(groups['field']).text;
  const word = typed.replace(QUOTE, '');
  const values = field === null ? null : valuesOf(field, sources);
  if (values !== null) return { span, isClosedList: true, items: completeValues(word, values) };
  if (field === null && word === '' && !isAsked) return nothing;
  const isPhrase = QUOTE.test(typed);
  const names = field === null && !isPhrase ? completeNames(word, isAsked, sources) : [];
  const wordSpan = { start: caret - word.length, end: caret };
  return { span: wordSpan, isClosedList: false, items: [...names, ...completeWords(word, field, sources)] };
}

/** Everything that can stand behind a field; null where anything can. */
function valuesOf(field: string, { languages, colors, tags }: CompletionSources): readonly string[] | null {
  const named = fieldNamed(field, languages);
  if (named?.kind === 'tag') return [...new Set(tags)].toSorted();
  if (named?.kind !== 'units') return null;
  switch (named.by) {
    case 'kind':
      return UNIT_KINDS;
    case 'note':
      return PROPERTIES;
    case 'color':
      return HIGHLIGHT_COLORS.map((color) => colors[color] ?? color);
    case 'unit':
    case 'work':
      return null;
  }
}

function completeValues(word: string, values: readonly string[]): readonly Completion[] {
  return beginningWith(word, values).map((name) => {
    const text = /^[\p{L}\p{N}\p{M}]+$/u.test(name) ? name : `"${name}"`;
    return { kind: 'value', name, text };
  });
}

function completeNames(
  word: string,
  isAsked: boolean,
  { languages }: CompletionSources,
): readonly Completion[] {
  const shortTags = [...new Set(languages.map((language) => language.split('-')[0]?.toLowerCase() ?? ''))];
  const names = beginningWith(word, [...shortTags, ...FIELD_NAMES]);
  const fields = names.map((name): Completion => ({ kind: 'field', name: `${name}:`, text: `${name}:` }));
  // Operators are in capitals: "an" is on its way to a word.
  const isOperator = (name: string): boolean => name.startsWith(word) && (word !== '' || isAsked);
  const operators = OPERATORS.filter(isOperator).map((name): Completion => ({
    kind: 'operator',
    name,
    text: `${name} `,
  }));
  return [...operators, ...fields];
}

function completeWords(
  word: string,
  field: string | null,
  { languages, completeTerm }: CompletionSources,
): readonly Completion[] {
  const prefix = foldText(word).text;
  // One letter begins too many words to choose from, and any stretch of Chinese is found as it is.
  if (prefix.length < 2 || hasUnspaced(prefix)) return [];
  const searched = languages.filter((language) => isSearched(field, language, languages));
  const words = searched.flatMap((language) => completeTerm(language, prefix, MAX_WORDS));
  const others = [...new Set(words)].filter((term) => term !== prefix);
  return others.slice(0, MAX_WORDS).map((name) => ({ kind: 'word', name, text: name }));
}

function isSearched(field: string | null, language: LanguageTag, languages: readonly LanguageTag[]): boolean {
  if (field === null) return true;
  const named = fieldNamed(field, languages);
  if (named?.kind === 'linked') return true;
  return named?.kind === 'text' && isOfLanguage(language, named.language);
}

/** Those that begin as a word does and are not that word already. */
function beginningWith(word: string, names: readonly string[]): readonly string[] {
  const wanted = foldText(word).text;
  return names.filter((name) => {
    const folded = foldText(name).text;
    return folded.startsWith(wanted) && folded !== wanted;
  });
}
