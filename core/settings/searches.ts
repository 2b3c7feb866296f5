import { z } from '../schema.ts';

/** The longest query that is remembered, saved or linked to, in UTF-16 code units. Longer ones are searched all the same. */
export const REMEMBERED_QUERY_LENGTH = 500;

/** The longest name of a saved search, in UTF-16 code units. */
export const SEARCH_NAME_LENGTH = 80;

/** How many recent searches are kept: more than that nobody looks through. */
export const RECENT_SEARCHES = 12;

/** How many searches can be saved. */
export const SAVED_SEARCHES = 100;

/** What is remembered as a query: one line, without white space around it. */
const querySchema = z
  .string()
  .min(1)
  .max(REMEMBERED_QUERY_LENGTH)
  .refine((query) => query === query.trim());

/** Validates {@link Searches} that come from a file or another process. */
export const searchesSchema = z.strictObject({
  /** The latest first. */
  recent: z.array(querySchema).max(RECENT_SEARCHES).readonly(),
  /** In the order in which they were saved. */
  saved: z
    .array(z.strictObject({ name: z.string().min(1).max(SEARCH_NAME_LENGTH), query: querySchema }))
    .max(SAVED_SEARCHES)
    .readonly(),
});

/** The searches a reader may want to make again. */
export type Searches = z.output<typeof searchesSchema>;

/** A search under a name of the reader's. A query is saved at most once. */
export type SavedSearch = Searches['saved'][number];

/** Nothing is remembered. */
export const NO_SEARCHES: Searches = { recent: [], saved: [] };

/** The query as it is remembered; undefined where it is none, or too long to be. */
export function toRememberedQuery(query: string): string | undefined {
  const trimmed = query.trim();
  return trimmed === '' || trimmed.length > REMEMBERED_QUERY_LENGTH ? undefined : trimmed;
}

/** Puts a search at the head of the recent ones; the oldest falls off. The same object where nothing changes. */
export function rememberSearch(searches: Searches, query: string): Searches {
  const remembered = toRememberedQuery(query);
  if (remembered === undefined || searches.recent[0] === remembered) return searches;
  const others = searches.recent.filter((other) => other !== remembered);
  return { ...searches, recent: [remembered, ...others].slice(0, RECENT_SEARCHES) };
}

/** Forgets the recent searches; what was saved stays. */
export function forgetRecentSearches(searches: Searches): Searches {
  return { ...searches, recent: [] };
}

/** The saved search of a query. */
export function findSavedSearch({ saved }: Searches, query: string): SavedSearch | undefined {
  return saved.find((search) => search.query === query);
}

/**
 * Saves a query under a name, or gives a saved one another name. Without a name it is called as it reads. The same object
 * where the query cannot be saved, or no more can be.
 */
export function saveSearch(searches: Searches, { name, query }: SavedSearch): Searches {
  const remembered = toRememberedQuery(query);
  if (remembered === undefined) return searches;
  const search = { name: shorten(name.trim() || remembered), query: remembered };
  const isKnown = findSavedSearch(searches, remembered) !== undefined;
  if (isKnown)
    return { ...searches, saved: searches.saved.map((old) => (old.query === remembered ? search : old)) };
  if (searches.saved.length >= SAVED_SEARCHES) return searches;
  return { ...searches, saved: [...searches.saved, search] };
}

/** Takes a saved search away. */
export function removeSavedSearch(searches: Searches, query: string): Searches {
  return { ...searches, saved: searches.saved.filter((search) => search.query !== query) };
}

/** No longer than a name may be, and no half of a surrogate pair at its end. */
function shorten(name: string): string {
  return name.slice(0, SEARCH_NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}
