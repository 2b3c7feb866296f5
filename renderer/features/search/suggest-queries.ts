/** A wider search to try where one found nothing. */
export interface QuerySuggestion {
  readonly kind:
    | 'without-exclusions'
    | 'other-language'
    | 'everywhere'
    | 'without-quotes'
    | 'any-word'
    | 'beginnings'
    | 'similar';
  readonly query: string;
}

const EXCLUSION = /(^|\s)[-−](?:[a-z-]+:)?(?:["“”„][^"“”„]*["“”„]?|\S+)/giu;
const FIELD = /(^|\s)[a-z][a-z-]*:\s*(?=\S)/giu;
const QUOTES = /["“”„「」『』«»]/gu;
// Three letters narrow a vocabulary enough; a star inside quotation marks means nothing.
const LATIN_WORD_AT_END = /^[^"“”„]*\p{Script=Latin}{3}$/u;

// The field of a language and the first sign of what is looked for in it.
const LANGUAGE_FIELD = /(^|[\s(-])(zh|en|ru)(?:-[a-z]+)?:(\s*["“”„]?)(\p{L})/giu;
// Words and nothing else: no quotation marks, fields, brackets or operators.
const PLAIN_WORDS = /^[\p{L}\p{N}\p{M}]+(?:\s+[\p{L}\p{N}\p{M}]+)+$/u;
const OPERATOR_WORD = /(?:^|\s)(?:AND|OR|NOT|NEAR)(?:\s|$)/u;
// In a shorter word two letters make another one.
const LONG_LATIN_WORD = /^\p{Script=Latin}{5,}$/u;

/** Wider searches, each a step away from `query`; those that come to the same are listed once. */
export function suggestQueries(query: string): readonly QuerySuggestion[] {
  const all: readonly QuerySuggestion[] = [
    { kind: 'without-exclusions', query: query.replaceAll(EXCLUSION, '$1') },
    { kind: 'other-language', query: query.replaceAll(LANGUAGE_FIELD, toLanguageOf) },
    { kind: 'everywhere', query: query.replaceAll(FIELD, '$1') },
    { kind: 'without-quotes', query: query.replaceAll(QUOTES, '') },
    { kind: 'any-word', query: toAnyWord(tidy(query)) },
    { kind: 'beginnings', query: LATIN_WORD_AT_END.test(query) ? `${query}*` : query },
    { kind: 'similar', query: LONG_LATIN_WORD.test(tidy(query)) ? `${tidy(query)}~` : query },
  ];
  const seen = new Set([tidy(query), '']);
  return all.flatMap(({ kind, query: suggested }) => {
    const tidied = tidy(suggested);
    if (seen.has(tidied)) return [];
    seen.add(tidied);
    return [{ kind, query: tidied }];
  });
}

/** Words are looked for in the language they are written in. */
function toLanguageOf(
  _match: string,
  before: string,
  field: string,
  between: string,
  letter: string,
): string {
  const language = /\p{Script=Han}/u.test(letter)
    ? 'zh'
    : /\p{Script=Cyrillic}/u.test(letter)
      ? 'ru'
      : field.toLowerCase() === 'zh'
        ? 'en'
        : field;
  return `${before}${language}:${between}${letter}`;
}

function toAnyWord(query: string): string {
  return PLAIN_WORDS.test(query) && !OPERATOR_WORD.test(query) ? query.split(' ').join(' OR ') : query;
}

function tidy(query: string): string {
  return query.replaceAll(/\s+/gu, ' ').trim();
}
