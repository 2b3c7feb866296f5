import { REMEMBERED_QUERY_LENGTH } from '../settings/searches.ts';
import { workIdSchema } from '../text/work-id.ts';

/** A search that can be made again: what stands behind `duizhao://search?…` in a note. */
export interface SearchLink {
  /** As a reader would type it, without white space around it. */
  readonly query: string;
  /** The work to search; null for all of the library. */
  readonly workId: string | null;
}

/*
 * duizhao://search?q=<query>[&work=<work id>]
 *
 * Just this and in this order: whatever else an address could carry (a user, a port, a path, a fragment, other or repeated
 * parameters) makes it no search link. A link only ever puts its query into the search box, where the reader sees it.
 */
const SHAPE = /^duizhao:\/\/search\?q=([A-Za-z0-9\-._~%!*'()]+)(?:&work=([a-z0-9-]+))?$/;

/** Longer than any link that is built: each code unit of a query takes at most 9 characters. */
const MAX_LENGTH = REMEMBERED_QUERY_LENGTH * 9 + 400;

// What a single-line box cannot hold, and characters that turn the direction of what follows: they could make a query read
// as another one.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The address of a search; undefined for a query that a link cannot hold (empty, too long, not well-formed). */
export function buildSearchLink({ query, workId }: SearchLink): string | undefined {
  if (!isLinkable(query) || (workId !== null && !isWorkId(workId))) return undefined;
  const work = workId === null ? '' : `&work=${workId}`;
  return `duizhao://search?q=${encode(query)}${work}`;
}

/** Reads an address from a note, which may come from anywhere; undefined for all that is not exactly a search link. */
export function parseSearchLink(address: string): SearchLink | undefined {
  if (address.length > MAX_LENGTH) return undefined;
  const [, encodedQuery, workId = null] = SHAPE.exec(address) ?? [];
  const query = decode(encodedQuery);
  if (query === undefined || !isLinkable(query)) return undefined;
  return workId === null || isWorkId(workId) ? { query, workId } : undefined;
}

/** A search as a Markdown link, to be put into a note; undefined as in {@link buildSearchLink}. */
export function writeSearchLink(link: SearchLink): string | undefined {
  const address = buildSearchLink(link);
  // Every sign that could be markup; HTML entities and emphasis among them.
  const label = link.query.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
  return address === undefined ? undefined : `[${label}](${address})`;
}

function isLinkable(query: string): boolean {
  return (
    query !== '' &&
    query === query.trim() &&
    query.length <= REMEMBERED_QUERY_LENGTH &&
    !UNSEEN.test(query) &&
    !LONE_SURROGATE.test(query)
  );
}

function isWorkId(id: string): boolean {
  return workIdSchema.safeParse(id).success;
}

/** Parentheses and quotation marks too: in Markdown they could end an address. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!*'()~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
