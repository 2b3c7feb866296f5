import { z } from '../schema.ts';
import { revisionIdSchema } from '../text/revision-id.ts';
import { workIdSchema } from '../text/work-id.ts';
import { hashTexts } from './content-hash.ts';
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
  /**
   * What was added last, once more by itself: it is kept in a file of its own, so that adding a work to a large library does
   * not write the whole index anew. Null where all is in one file.
   */
  readonly tail: LibraryTail | null;
}

/** See {@link LibraryIndex}. */
export interface LibraryTail {
  /** How many texts come before it. */
  readonly after: number;
  readonly index: PackedIndex;
}

/** The two files an index is kept in. */
export type LibraryIndexPart = 'base' | 'tail';

/** One of these files, whole. */
export interface LibraryIndexFile {
  readonly part: LibraryIndexPart;
  readonly bytes: Uint8Array;
}

/** What must be done to an index so that it covers exactly the texts wanted. */
export interface IndexPlan {
  /** What can be kept; null where the index has to be made anew. */
  readonly base: LibraryIndex | null;
  /** The texts that are still to be indexed, in the order in which they are appended. */
  readonly missing: readonly IndexedText[];
}

const textsSchema = z.array(
  z.strictObject({
    workId: workIdSchema,
    revision: revisionIdSchema,
    unitCount: z.int().nonnegative(),
  }),
);

const headerSchema = z.strictObject({
  schema: z.literal(TEXT_INDEX_SCHEMA),
  /** Of a tail, a hash of the texts before it. */
  after: z.string().optional(),
  texts: textsSchema,
});

/** What a file begins with. */
interface Header {
  readonly schema: typeof TEXT_INDEX_SCHEMA;
  readonly after?: string | undefined;
  readonly texts: readonly IndexedText[];
}

/** The header's length in bytes stands before it, little-endian; the index begins at the next multiple of 8. */
const LENGTH_BYTES = 4;

/** A tail with a larger share of the units before it becomes one with them. */
const LARGEST_TAIL = 1 / 8;

/** The file to be written after texts were added: a small one as long as few were. */
export function writeLibraryIndex({ texts, index, tail }: LibraryIndex): LibraryIndexFile {
  if (tail === null) return { part: 'base', bytes: writePart({ schema: TEXT_INDEX_SCHEMA, texts }, index) };
  const before = texts.slice(0, tail.after);
  const header = {
    schema: TEXT_INDEX_SCHEMA,
    after: hashOf(before),
    texts: texts.slice(tail.after),
  } as const;
  return { part: 'tail', bytes: writePart(header, tail.index) };
}

/**
 * Takes back what {@link writeLibraryIndex} gave; undefined for whatever else it is given, such as a damaged file or one
 * of another version: then the index is made anew. A tail that does not belong to the base is left out.
 */
export function readLibraryIndex(
  base: Uint8Array | undefined,
  tail: Uint8Array | undefined,
): LibraryIndex | undefined {
  const first = base === undefined ? undefined : readPart(base);
  if (first === undefined || first.after !== undefined) return undefined;
  const { texts, index } = first;
  const added = tail === undefined ? undefined : readPart(tail);
  if (added === undefined || added.after !== hashOf(texts)) return { texts, index, tail: null };
  return {
    texts: [...texts, ...added.texts],
    index: mergePackedIndexes([index, added.index]),
    tail: { after: texts.length, index: added.index },
  };
}

/** A part as a file: a header in JSON (UTF-8) that names the texts, then the packed index. */
function writePart(content: Header, index: PackedIndex): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify(content));
  const packed = writePackedIndex(index);
  const start = align(LENGTH_BYTES + header.length);
  const bytes = new Uint8Array(start + packed.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, LENGTH_BYTES);
  bytes.set(packed, start);
  return bytes;
}

function readPart(bytes: Uint8Array): (Omit<Header, 'schema'> & { readonly index: PackedIndex }) | undefined {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
    const { after, texts } = headerSchema.parse(JSON.parse(text));
    const index = readPackedIndex(bytes.subarray(align(LENGTH_BYTES + length)));
    return index.unitCount === countUnits(texts) ? { after, texts, index } : undefined;
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
  if (base === null) return { texts: missing, index: mergePackedIndexes(indexes), tail: null };
  if (missing.length === 0) return base;
  const texts = [...base.texts, ...missing];
  const index = mergePackedIndexes([base.index, ...indexes]);
  const after = base.tail?.after ?? base.texts.length;
  const isSmall = countUnits(texts.slice(after)) <= countUnits(texts.slice(0, after)) * LARGEST_TAIL;
  if (!isSmall) return { texts, index, tail: null };
  const tail = mergePackedIndexes([...(base.tail === null ? [] : [base.tail.index]), ...indexes]);
  return { texts, index, tail: { after, index: tail } };
}

function countUnits(texts: readonly IndexedText[]): number {
  return texts.reduce((sum, { unitCount }) => sum + unitCount, 0);
}

function hashOf(texts: readonly IndexedText[]): string {
  return hashTexts(texts.map(keyOf));
}

function keyOf({ workId, revision, unitCount }: IndexedText): string {
  return `${workId} ${revision} ${unitCount}`;
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
