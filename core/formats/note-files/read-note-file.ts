import type { Annotation } from '../../annotation/annotation.ts';
import type { BinnedAnnotation, Notebook, UnitProgress } from '../../annotation/notebook.ts';
import { z } from '../../schema.ts';
import type { Work } from '../../text/work.ts';
import { findAnnotations, type FoundWork } from './find-annotations.ts';
import { NoteFileError, type NoteFileProblem } from './note-file-problem.ts';
import { parseJsonSafely } from './parse-json-safely.ts';
import { placeQuote } from './place-quote.ts';
import { sourcesOf, type FoundAnnotation } from './raw-annotation.ts';
import { quotesOf, readForeignAnnotation } from './read-foreign-annotation.ts';
import { readOwnAnnotation } from './read-own-annotation.ts';
import { parseSource } from './source-iri.ts';

/** Notes on a work that is not in the library: they are left in the file. */
export interface MissingWork {
  readonly workId: string;
  /** What the file calls it; '' where it does not say. */
  readonly title: string;
  readonly count: number;
}

/** What became of the annotations of other programs. */
export interface ForeignCounts {
  /** On their words beyond doubt. */
  readonly placed: number;
  /** Kept as detached, since other words of the same source stand in a work of the library. */
  readonly detached: number;
  /** About another text than any of the library, as far as can be seen: left in the file. */
  readonly elsewhere: number;
  /** Without quoted words (of a picture, a page, a passage of time): left in the file. */
  readonly wordless: number;
}

/** The notes a file holds, per work of the library, as notebooks that can be merged. */
export interface NotesOfFile {
  readonly notebooks: ReadonlyMap<string, Notebook>;
  readonly missing: readonly MissingWork[];
  readonly foreign: ForeignCounts;
}

/** What reading a file of notes comes to. */
export type NoteFileReading =
  | { readonly ok: true; readonly notes: NotesOfFile }
  | { readonly ok: false; readonly problem: NoteFileProblem };

/** Each of them is looked for in the whole library. */
const MAX_FOREIGN = 10_000;

/** A notebook while it is gathered. */
interface Gathering {
  readonly annotations: Annotation[];
  readonly bin: BinnedAnnotation[];
  readonly progress: Record<string, UnitProgress>;
}

/**
 * Reads a file of notes (JSON-LD; docs/note-files.md) against the works of the library. Our own files come back
 * without loss; annotations of other programs that quote a text of the library are placed as far as beyond doubt.
 * All or nothing: one wrong value refuses the file. `fileTime` (ISO 8601, UTC) is for annotations that name no time.
 */
export function readNoteFile(text: string, works: readonly Work[], fileTime: string): NoteFileReading {
  try {
    return { ok: true, notes: gatherNotes(text, works, fileTime) };
  } catch (error) {
    if (error instanceof NoteFileError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function gatherNotes(text: string, works: readonly Work[], fileTime: string): NotesOfFile {
  const found = findAnnotations(parseJsonSafely(text));
  refuseDuplicates([...found.annotations, ...found.bin]);
  const library = new Map(works.map((work) => [work.id, work]));
  const gathered = new Map<string, Gathering>();
  const missing = new Map<string, number>();
  const foreign: FoundAnnotation[] = [];

  const take = (annotation: FoundAnnotation, store: (into: Gathering, read: Annotation) => void) => {
    const workId = findOwnWork(annotation);
    const work = workId === undefined ? undefined : library.get(workId);
    if (workId === undefined) foreign.push(annotation);
    else if (work === undefined) missing.set(workId, (missing.get(workId) ?? 0) + 1);
    else store(openGathering(gathered, work.id), readOwnAnnotation(work, annotation));
  };
  for (const annotation of found.annotations) take(annotation, (into, read) => into.annotations.push(read));
  for (const annotation of found.bin) {
    const deleted = readDeleted(annotation);
    take(annotation, (into, read) => into.bin.push({ annotation: read, deleted }));
  }
  takeProgress(found.works, library, gathered);
  return {
    foreign: takeForeign(foreign, { works, library, gathered, fileTime }),
    notebooks: gathered,
    missing: [...missing].map(([workId, count]) => ({ workId, count, title: titleOf(found.works, workId) })),
  };
}

function openGathering(gathered: Map<string, Gathering>, workId: string): Gathering {
  const known = gathered.get(workId);
  if (known !== undefined) return known;
  const opened: Gathering = { annotations: [], bin: [], progress: {} };
  gathered.set(workId, opened);
  return opened;
}

function findOwnWork({ raw }: FoundAnnotation): string | undefined {
  return parseSource(sourcesOf(raw)[0] ?? '')?.workId;
}

function refuseDuplicates(all: readonly FoundAnnotation[]): void {
  const seen = new Set<string>();
  for (const { raw, path } of all) {
    if (raw.id === undefined) continue;
    if (seen.has(raw.id)) throw new NoteFileError('wrong-value', [...path, 'id'], `"${raw.id}" stands twice`);
    seen.add(raw.id);
  }
}

function readDeleted({ raw, path }: FoundAnnotation): string {
  const parsed = z.iso.datetime().safeParse(raw.deleted);
  if (!parsed.success) throw new NoteFileError('wrong-value', [...path, 'deleted'], 'must be a time');
  return parsed.data;
}

function takeProgress(
  found: readonly FoundWork[],
  library: ReadonlyMap<string, Work>,
  gathered: Map<string, Gathering>,
): void {
  for (const { units } of found) {
    for (const { id, progress } of units) {
      const source = parseSource(id);
      if (source?.unit === undefined || !library.has(source.workId)) continue;
      if (source.unit === '__proto__') throw new NoteFileError('unsafe-key', ['works'], `the unit "${id}"`);
      openGathering(gathered, source.workId).progress[source.unit] = progress;
    }
  }
}

function titleOf(found: readonly FoundWork[], workId: string): string {
  return found.find(({ id }) => parseSource(id)?.workId === workId)?.label.join(' · ') ?? '';
}

interface Surroundings {
  readonly works: readonly Work[];
  readonly library: ReadonlyMap<string, Work>;
  readonly gathered: Map<string, Gathering>;
  readonly fileTime: string;
}

function takeForeign(foreign: readonly FoundAnnotation[], around: Surroundings): ForeignCounts {
  if (foreign.length > MAX_FOREIGN) {
    throw new NoteFileError('too-large', [], `more than ${MAX_FOREIGN} annotations of other programs`);
  }
  const quoted = foreign.map((annotation) => ({
    annotation,
    source: sourcesOf(annotation.raw)[0] ?? '',
    words: quotesOf(annotation).map((quote) => ({ quote, placed: placeQuote(around.works, quote) })),
  }));
  // A source with words in one of our works is that work, elsewhere published.
  const workOfSource = new Map<string, string>();
  for (const { source, words } of quoted) {
    const placed = words.find((one) => one.placed !== undefined)?.placed;
    if (placed !== undefined && !workOfSource.has(source)) workOfSource.set(source, placed.workId);
  }
  const counts = { placed: 0, detached: 0, elsewhere: 0, wordless: 0 };
  for (const { annotation, source, words } of quoted) {
    const own = words.find((one) => one.placed !== undefined)?.placed?.workId;
    const work = around.library.get(own ?? workOfSource.get(source) ?? '');
    if (words.length === 0) counts.wordless += 1;
    else if (work === undefined) counts.elsewhere += 1;
    else {
      counts[own === undefined ? 'detached' : 'placed'] += 1;
      const read = readForeignAnnotation(work, annotation, words, around.fileTime);
      openGathering(around.gathered, work.id).annotations.push(read);
    }
  }
  return counts;
}
