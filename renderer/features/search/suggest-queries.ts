/** A wider search to try where one found nothing. */
export interface QuerySuggestion {
  readonly kind: 'without-exclusions' | 'everywhere' | 'without-quotes' | 'beginnings';
  readonly query: string;
}

const EXCLUSION = /(^|\s)[-−](?:[a-z-]+:)?(?:["“”„][^"“”„]*["“”„]?|\S+)/giu;
const FIELD = /(^|\s)[a-z][a-z-]*:\s*(?=\S)/giu;
const QUOTES = /["“”„「」『』«»]/gu;
// Three letters narrow a vocabulary enough; a star inside quotation marks means nothing.
const LATIN_WORD_AT_END = /^[^"“”„]*\p{Script=Latin}{3}$/u;

/** Wider searches, each a step away from `query`; those that come to the same are listed once. */
export function suggestQueries(query: string): readonly QuerySuggestion[] {
  const all: readonly QuerySuggestion[] = [
    { kind: 'without-exclusions', query: query.replaceAll(EXCLUSION, '$1') },
    { kind: 'everywhere', query: query.replaceAll(FIELD, '$1') },
    { kind: 'without-quotes', query: query.replaceAll(QUOTES, '') },
    { kind: 'beginnings', query: LATIN_WORD_AT_END.test(query) ? `${query}*` : query },
  ];
  const seen = new Set([tidy(query), '']);
  return all.flatMap(({ kind, query: suggested }) => {
    const tidied = tidy(suggested);
    if (seen.has(tidied)) return [];
    seen.add(tidied);
    return [{ kind, query: tidied }];
  });
}

function tidy(query: string): string {
  return query.replaceAll(/\s+/gu, ' ').trim();
}

/** The query that looks for selected words just as they stand. */
export function quoteWords(words: string): string {
  const bare = tidy(words.replaceAll(QUOTES, ' '));
  return /^[\p{L}\p{N}]+$/u.test(bare) ? bare : `"${bare}"`;
}
