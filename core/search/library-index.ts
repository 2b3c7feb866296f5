import { z } from '../schema.ts';
import { revisionIdSchema } from '../text/revision-id.ts';
import { workIdSchema } from '../text/work-id.ts';
import { mergePackedIndexes, readPackedIndex, writePackedIndex, type PackedIndex } from './packed-index.ts';
import { TEXT_INDEX_SCHEMA } from './text-index.ts';

/** One text inside the index of a library. */
export interface IndexedText {
  readonly workId: string;
  readonly revision: string;
  readonly unitCount: number;
}

/** One index over the texts of a library: the units of the first text come first, then those of the second, and so on. */
export interface LibraryIndex {
  readonly texts: readonly IndexedText[];
  readonly index: PackedIndex;
}

/** What must be done to an index so that it covers exactly the texts wanted. */
export interface IndexPlan {
  /** What can be kept; null where the index has to be made anew. */
  readonly base: LibraryIndex | null;
  /** The texts that are still to be indexed, in the order in which they are appended. */
  readonly missing: readonly IndexedText[];
}

const headerSchema = z.strictObject({
  schema: z.literal(TEXT_INDEX_SCHEMA),
  texts: z.array(
    z.strictObject({
      workId: workIdSchema,
      revision: revisionIdSchema,
      unitCount: z.int().nonnegative(),
    }),
  ),
});

/** The header's length in bytes stands before it, little-endian; the index begins at the next multiple of 8. */
const LENGTH_BYTES = 4;

/** The index of a library as a file: a header in JSON (UTF-8) that names the texts, then the packed index. */
export function writeLibraryIndex({ texts, index }: LibraryIndex): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ schema: TEXT_INDEX_SCHEMA, texts }));
  const packed = writePackedIndex(index);
  const start = align(LENGTH_BYTES + header.length);
  const bytes = new Uint8Array(start + packed.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, LENGTH_BYTES);
  bytes.set(packed, start);
  return bytes;
}

/**
 * Takes back what {@link writeLibraryIndex} gave; undefined for whatever else it is given, such as a damaged file or one
 * of another version: then the index is made anew.
 */
export function readLibraryIndex(bytes: Uint8Array): LibraryIndex | undefined {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
    const header = headerSchema.safeParse(JSON.parse(text));
    if (!header.success) return undefined;
    const index = readPackedIndex(bytes.subarray(align(LENGTH_BYTES + length)));
    const unitCount = header.data.texts.reduce((sum, entry) => sum + entry.unitCount, 0);
    return index.unitCount === unitCount ? { texts: header.data.texts, index } : undefined;
  } catch {
    // Whatever is wrong with it, the remedy is the same.
    return undefined;
  }
}

/** Compares an index with the texts it should cover. Texts are only ever appended: where one has gone, all is made anew. */
export function planLibraryIndex(
  existing: LibraryIndex | undefined,
  wanted: readonly IndexedText[],
): IndexPlan {
  const wantedKeys = new Set(wanted.map(keyOf));
  if (existing?.texts.every((text) => wantedKeys.has(keyOf(text))) !== true) {
    return { base: null, missing: wanted };
  }
  const known = new Set(existing.texts.map(keyOf));
  return { base: existing, missing: wanted.filter((text) => !known.has(keyOf(text))) };
}

/** Carries a plan out, given the index of each missing text, in the plan's order. */
export function extendLibraryIndex(
  { base, missing }: IndexPlan,
  indexes: readonly PackedIndex[],
): LibraryIndex {
  if (base !== null && missing.length === 0) return base;
  return {
    texts: [...(base?.texts ?? []), ...missing],
    index: mergePackedIndexes([...(base === null ? [] : [base.index]), ...indexes]),
  };
}

function keyOf({ workId, revision, unitCount }: IndexedText): string {
  return `${workId} ${revision} ${unitCount}`;
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
