import { HIGHLIGHT_COLORS, type HighlightColor } from '../annotation/annotation.ts';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import { UNIT_KINDS } from '../text/work.ts';
import { foldText } from './fold-text.ts';
import type { FieldFilter, QueryNames, QueryProblem, TermNode, UnitFilter } from './query.ts';

/** The languages that are field names whether or not a work has them. */
const KNOWN_LANGUAGES: readonly LanguageTag[] = ['zh', 'en', 'ru'];

/** The fields beside languages, as they are offered; `color:` is read like `colour:`. */
export const FIELD_NAMES = ['note', 'tag', 'colour', 'unit', 'kind', 'has', 'linked', 'work'] as const;

/** What may follow `has:`. */
export const PROPERTIES = ['note'] as const;

/** What a name before a colon means for what follows it. */
export type QueryField =
  | FieldFilter
  /** What follows names units instead of words in them. */
  | { readonly kind: 'units'; readonly by: UnitFilter['by'] }
  | { readonly kind: 'linked' };

/** What a folded field name stands for; undefined where there is no such field. */
export function fieldNamed(name: string, languages: readonly LanguageTag[]): QueryField | undefined {
  switch (name) {
    case 'note':
    case 'tag':
    case 'linked':
      return { kind: name };
    case 'work':
    case 'unit':
    case 'kind':
      return { kind: 'units', by: name };
    case 'color':
    case 'colour':
      return { kind: 'units', by: 'color' };
    case 'has':
      return { kind: 'units', by: 'note' };
    default:
      return isLanguage(name, languages) ? { kind: 'text', language: name } : undefined;
  }
}

function isLanguage(name: string, languages: readonly LanguageTag[]): boolean {
  return (
    KNOWN_LANGUAGES.includes(name) ||
    [...KNOWN_LANGUAGES, ...languages].some((language) => isOfLanguage(language, name))
  );
}

/** A filter, or why there is none. */
export type FilterReading =
  { readonly filter: UnitFilter } | { readonly problem: Pick<QueryProblem, 'code' | 'values'> };

/**
 * Reads what stands behind a field that names units.
 * @param term its words.
 * @param typed the same as it was typed, for the words of a problem.
 */
export function readFilter(
  by: UnitFilter['by'],
  { form, text }: Pick<TermNode, 'form' | 'text'>,
  typed: string,
  names: QueryNames,
): FilterReading {
  const isPrefix = form === 'prefix';
  switch (by) {
    case 'unit':
      return { filter: { by, text: text.trim(), isPrefix } };
    case 'work':
      return { filter: { by, term: { form, text } } };
    case 'kind': {
      const unitKind = UNIT_KINDS.find((kind) => kind === text || (isPrefix && kind.startsWith(text)));
      if (unitKind !== undefined) return { filter: { by, unitKind } };
      return { problem: { code: 'unknown-kind', values: { kind: typed, kinds: UNIT_KINDS.join(', ') } } };
    }
    case 'note':
      if (PROPERTIES.some((property) => property === text)) return { filter: { by } };
      return { problem: { code: 'unknown-property', values: { property: typed } } };
    case 'color': {
      const colors = colorsNamed(text, names.colors);
      if (colors.length > 0) return { filter: { by, colors } };
      const known = HIGHLIGHT_COLORS.map((color) => names.colors[color] ?? color).join(', ');
      return { problem: { code: 'unknown-color', values: { color: typed, colors: known } } };
    }
  }
}

// Names are the reader's own ("key term"): their beginning is enough, and one of their words.
function colorsNamed(text: string, names: QueryNames['colors']): readonly HighlightColor[] {
  const wanted = text.trim();
  const named = HIGHLIGHT_COLORS.filter((color) => color === wanted || foldedName(color, names) === wanted);
  if (named.length > 0) return named;
  return HIGHLIGHT_COLORS.filter((color) => {
    const name = foldedName(color, names);
    return name.startsWith(wanted) || name.split(/\s+/u).includes(wanted);
  });
}

function foldedName(color: HighlightColor, names: QueryNames['colors']): string {
  return foldText(names[color] ?? color).text.trim();
}
