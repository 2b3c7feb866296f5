import { z } from '../core/schema.ts';
import type { LibraryIndexPart } from '../core/search/library-index.ts';
import { revisionIdSchema, type RevisionId } from '../core/text/revision-id.ts';
import { workIdSchema } from '../core/text/work-id.ts';
import type { Work } from '../core/text/work.ts';

/** A text of the library as it is read now, to be fetched for searching. */
export interface LibraryText {
  readonly workId: string;
  readonly revision: RevisionId;
  readonly titles: Work['titles'];
  readonly unitCount: number;
}

/** Where under `app://` the two files of the search index of the whole library lie. */
export const LIBRARY_INDEX_PATHS: Readonly<Record<LibraryIndexPart, string>> = {
  base: '/library/search-index.bin',
  tail: '/library/search-index-tail.bin',
};

/** The most bytes the index of the whole library may have: about 500,000 units. */
export const MAX_LIBRARY_INDEX_BYTES = 64 * 1024 * 1024;

/** The most bytes that cross to main at a time: a few milliseconds of the page's. A multiple of three, for base64. */
export const LIBRARY_INDEX_PIECE_BYTES = 96 * 1024;

/**
 * A piece of a file of the search index of the whole library: `bytes` (base64, since bytes do not cross every bridge) from
 * `offset` on, of `total` bytes. The pieces of a file come in order; the first one begins it anew.
 */
export const libraryIndexPieceSchema = z.strictObject({
  part: z.enum(['base', 'tail']),
  offset: z.number().int().nonnegative(),
  total: z.number().int().positive().max(MAX_LIBRARY_INDEX_BYTES),
  bytes: z
    .string()
    .max((LIBRARY_INDEX_PIECE_BYTES / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/u),
});

/** See {@link libraryIndexPieceSchema}. */
export type LibraryIndexPiece = z.output<typeof libraryIndexPieceSchema>;

const TEXT_PATH = /^\/library\/(?<workId>[^/]+)\/(?<revision>[^/]+)\/(?<file>text|search-index)\.json$/u;

/** What a path under `app://` asks for of one text. */
export interface TextPath {
  readonly workId: string;
  readonly revision: RevisionId;
  readonly file: 'text' | 'search-index';
}

/** Where under `app://` a text, or its own search index, is fetched from. */
export function textPath({ workId, revision, file }: TextPath): string {
  return `/library/${workId}/${revision}/${file}.json`;
}

/** Reads what {@link textPath} wrote; undefined for any other path. */
export function parseTextPath(pathname: string): TextPath | undefined {
  const parts = TEXT_PATH.exec(pathname)?.groups;
  const workId = workIdSchema.safeParse(parts?.['workId']);
  const revision = revisionIdSchema.safeParse(parts?.['revision']);
  if (!workId.success || !revision.success) return undefined;
  return {
    workId: workId.data,
    revision: revision.data,
    file: parts?.['file'] === 'text' ? 'text' : 'search-index',
  };
}
