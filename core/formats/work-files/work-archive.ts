import { strFromU8, strToU8, Unzip, UnzipInflate, zipSync, type UnzipFile } from 'fflate';
import { z } from '../../schema.ts';
import { readWork } from '../../text/read-work.ts';
import { serializeWork } from '../../text/work-file.ts';
import { workIdSchema } from '../../text/work-id.ts';
import { workTitlesSchema, type WorkTitles } from '../../text/work-titles.ts';
import type { Work } from '../../text/work.ts';
import { MAX_WORK_ARCHIVE_BYTES } from './work-format.ts';
import { MAX_NOTE_FILE_BYTES } from '../note-files/note-file-problem.ts';

/** The version of the archive's own form; the text and the notes inside carry versions of their own. */
export const WORK_ARCHIVE_VERSION = 1;

const FORMAT = 'duizhao-work';
const MANIFEST = 'manifest.json';
const WORK = 'work.json';
const NOTES = 'notes.jsonld';

/** What may lie in an archive, and how large each may be once it is unpacked, in bytes. Nothing else is ever unpacked. */
const LIMITS: ReadonlyMap<string, number> = new Map([
  [MANIFEST, 1024 * 1024],
  [WORK, MAX_WORK_ARCHIVE_BYTES],
  [NOTES, MAX_NOTE_FILE_BYTES],
]);

/** The SHA-256 of bytes as 64 lower-case hexadecimal digits. Passed in: the core has none. */
export type HashBytes = (bytes: Uint8Array) => string;

/** A work as one file that another computer opens: a zip of work.json, its notes, and a manifest with their checksums. */
export interface WorkArchive {
  readonly work: Work;
  /** What the sender calls it, where that is not what the text says; by language. */
  readonly titles: WorkTitles;
  /** The notes as a note file (JSON-LD); null where none came along. */
  readonly notes: string | null;
  /** When it was written; ISO 8601, UTC. */
  readonly written: string;
}

/** Why a file cannot be read as a work archive. Nothing of such a file is taken over. */
export interface WorkArchiveProblem {
  /**
   * - 'too-large': the file, or what it would become, is larger than any text;
   * - 'not-an-archive': another sort of file;
   * - 'newer': written by a later version of the program;
   * - 'damaged': cut off, changed, or not what its checksums say;
   * - 'foreign-contents': holds files that no work archive has, or one of them twice;
   * - 'not-a-work': whole, but the text inside breaks the rules of work.json.
   */
  readonly code: 'too-large' | 'not-an-archive' | 'newer' | 'damaged' | 'foreign-contents' | 'not-a-work';
  /** What exactly, for the curious; in English. */
  readonly details: readonly string[];
}

/** What reading a work archive comes to. */
export type WorkArchiveReading =
  | { readonly ok: true; readonly archive: WorkArchive }
  | { readonly ok: false; readonly problem: WorkArchiveProblem };

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(WORK_ARCHIVE_VERSION),
  written: z.iso.datetime(),
  work: workIdSchema,
  titles: workTitlesSchema,
  files: z
    .array(
      z.strictObject({
        name: z.enum([WORK, NOTES]),
        size: z.int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(2),
});

const headSchema = z.object({ format: z.literal(FORMAT), formatVersion: z.int().min(1) });

type Manifest = z.output<typeof manifestSchema>;

/** Writes a work archive. The bytes of work.json in it hash to the name of the revision. */
export function writeWorkArchive({ work, titles, notes, written }: WorkArchive, hash: HashBytes): Uint8Array {
  const contents = [
    { name: WORK, bytes: strToU8(JSON.stringify(serializeWork(work))) } as const,
    ...(notes === null ? [] : [{ name: NOTES, bytes: strToU8(notes) } as const]),
  ];
  const manifest: Manifest = {
    format: FORMAT,
    formatVersion: WORK_ARCHIVE_VERSION,
    written,
    work: work.id,
    titles,
    files: contents.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: hash(bytes) })),
  };
  const entries = [{ name: MANIFEST, bytes: strToU8(`${JSON.stringify(manifest, null, 2)}\n`) }, ...contents];
  return zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { mtime: written });
}

/** Reads a work archive that came from anywhere; nothing of it is looked at before its checksum is found right. */
export function readWorkArchive(bytes: Uint8Array, hash: HashBytes): WorkArchiveReading {
  try {
    return { ok: true, archive: parseArchive(bytes, hash) };
  } catch (error) {
    if (error instanceof WorkArchiveError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Thrown while an archive is read; {@link readWorkArchive} turns it into its answer. */
class WorkArchiveError extends Error {
  readonly problem: WorkArchiveProblem;

  constructor(code: WorkArchiveProblem['code'], ...details: readonly string[]) {
    super(details.join('\n'));
    this.name = 'WorkArchiveError';
    this.problem = { code, details };
  }
}

function parseArchive(bytes: Uint8Array, hash: HashBytes): WorkArchive {
  if (bytes.length > MAX_WORK_ARCHIVE_BYTES) {
    throw new WorkArchiveError('too-large', `${bytes.length} bytes`);
  }
  if (strFromU8(bytes.subarray(0, 4), true) !== 'PK\u0003\u0004') {
    throw new WorkArchiveError('not-an-archive', 'does not begin as a zip does');
  }
  const { contents, strangers } = unpack(bytes);
  // The manifest first: a later version may bring files that this one does not know.
  const manifest = parseManifest(contents.get(MANIFEST));
  const [stranger] = strangers;
  if (stranger !== undefined) throw new WorkArchiveError('foreign-contents', `holds ${stranger}`);
  const work = takeFile(manifest, contents, WORK, hash);
  if (work === undefined) throw new WorkArchiveError('damaged', `there is no ${WORK}`);
  const notes = takeFile(manifest, contents, NOTES, hash);
  const { titles, written } = manifest;
  return { work: parseText(work, manifest.work), titles, notes: notes ?? null, written };
}

/** What lies in a zip. */
interface Unpacked {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** Names of files that have no business there, as they may be shown; and of those that lie there twice. */
  readonly strangers: readonly string[];
}

/**
 * The archive goes through the unpacker in pieces of so many bytes: a piece becomes at most a thousand times as much, so
 * that what swells beyond its limit is noticed long before it fills the memory. What a zip says of its sizes is not trusted.
 */
const PIECE_BYTES = 32 * 1024;

/** Unpacks what may lie in an archive, in memory: no name of the zip ever becomes a path. */
function unpack(bytes: Uint8Array): Unpacked {
  const parts = new Map<string, Uint8Array[]>();
  const strangers: string[] = [];
  const take = (file: UnzipFile): void => {
    const limit = LIMITS.get(file.name);
    if (limit === undefined || parts.has(file.name)) {
      strangers.push(JSON.stringify(file.name.slice(0, 200)));
      return;
    }
    const received: Uint8Array[] = [];
    parts.set(file.name, received);
    let size = 0;
    file.ondata = (error, part) => {
      if (error !== null) throw error;
      size += part.length;
      if (size > limit) throw new WorkArchiveError('too-large', `${file.name} has more than ${limit} bytes`);
      received.push(part);
    };
    file.start();
  };
  try {
    const unzip = new Unzip(take);
    unzip.register(UnzipInflate);
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      unzip.push(bytes.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= bytes.length);
    }
  } catch (error) {
    if (error instanceof WorkArchiveError) throw error;
    throw new WorkArchiveError('damaged', String(error));
  }
  return { contents: new Map(Array.from(parts, ([name, list]) => [name, join(list)])), strangers };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}

function parseManifest(bytes: Uint8Array | undefined): Manifest {
  if (bytes === undefined) throw new WorkArchiveError('not-an-archive', `there is no ${MANIFEST}`);
  let value: unknown;
  try {
    value = JSON.parse(strFromU8(bytes));
  } catch (error) {
    throw new WorkArchiveError('damaged', `${MANIFEST}: ${String(error)}`);
  }
  const head = headSchema.safeParse(value);
  if (!head.success) throw new WorkArchiveError('not-an-archive', `${MANIFEST} is of something else`);
  if (head.data.formatVersion > WORK_ARCHIVE_VERSION) {
    const known = `this program knows ${WORK_ARCHIVE_VERSION}`;
    throw new WorkArchiveError('newer', `has format version ${head.data.formatVersion}, ${known}`);
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = [MANIFEST, ...(issue?.path ?? [])].join('.');
  throw new WorkArchiveError('damaged', `${place}: ${issue?.message ?? ''}`);
}

/** The text of a file that is what the manifest says of it; undefined where neither knows of it. */
function takeFile(
  { files }: Manifest,
  contents: ReadonlyMap<string, Uint8Array>,
  name: Manifest['files'][number]['name'],
  hash: HashBytes,
): string | undefined {
  const listed = files.find((file) => file.name === name);
  const bytes = contents.get(name);
  if (listed === undefined && bytes === undefined) return undefined;
  if (listed?.size !== bytes?.length || bytes === undefined || listed?.sha256 !== hash(bytes)) {
    throw new WorkArchiveError('damaged', `${name} is not what the manifest says`);
  }
  return strFromU8(bytes);
}

function parseText(text: string, workId: string): Work {
  const reading = readWork(text);
  if (!reading.ok) {
    const { code, details } = reading.problem;
    throw new WorkArchiveError(code === 'not-json' ? 'not-a-work' : code, ...details);
  }
  if (reading.work.id !== workId) {
    throw new WorkArchiveError('damaged', `the manifest says "${workId}", the text "${reading.work.id}"`);
  }
  return reading.work;
}
