import type { OutlinePlace } from '../text/outline-place.ts';
import { runToEnd, type Steps } from '../steps.ts';
import { indexOutline } from '../text/outline-index.ts';
import type { Unit, Work } from '../text/work.ts';
import type { Annotation } from './annotation.ts';
import type { Notebook } from './notebook.ts';
import { placeAnnotations, type PlacedAnnotation, type PlacedAnnotations } from './place-annotations.ts';

/** The notes of one work, and the work where the library has it. */
export interface WorkNotes {
  readonly workId: string;
  /** Undefined for a work that is no longer in the library: its notes are listed all the same. */
  readonly work: Work | undefined;
  readonly notebook: Notebook;
}

/** One note of the library. */
export interface LibraryEntry {
  readonly workId: string;
  readonly placed: PlacedAnnotation;
  /** Some of its words, or its unit, cannot be found in the work. False where there is no work to look in. */
  readonly isDetached: boolean;
  /** When it was changed last, in ms since 1970. */
  readonly modified: number;
  /** When it was deleted; ISO 8601, UTC. Undefined outside of the bin. */
  readonly deleted: string | undefined;
}

/** The notes of one work, ready to be queried. */
export interface IndexedNotes extends WorkNotes {
  /** By place in the text, detached ones last, oldest first; without a work, by the order of making. */
  readonly entries: readonly LibraryEntry[];
  /** What was deleted, the latest first. */
  readonly binned: readonly LibraryEntry[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly outline: ReadonlyMap<string, OutlinePlace>;
  /** What the next indexing of the same notebook starts from. */
  readonly placedAnnotations: PlacedAnnotations | undefined;
}

/**
 * Indexes the notes of a work. Given the `previous` index of it, what has not changed keeps its objects; the same index
 * if nothing has.
 */
export function indexNotes(notes: WorkNotes, previous?: IndexedNotes): IndexedNotes {
  return runToEnd(indexNotesInSteps(notes, previous));
}

/** So many annotations are placed in one step. */
const STEP_LENGTH = 2000;

/** {@link indexNotes} in small steps. */
export function* indexNotesInSteps(notes: WorkNotes, previous?: IndexedNotes): Steps<IndexedNotes> {
  const { workId, work, notebook } = notes;
  const before = previous?.work === work ? previous : undefined;
  if (before?.notebook === notebook) return before;
  let placedAnnotations = before?.placedAnnotations;
  if (work !== undefined) {
    const first = placedAnnotations?.byId.size ?? 0;
    for (let end = first + STEP_LENGTH; end < notebook.annotations.length; end += STEP_LENGTH) {
      placedAnnotations = placeAnnotations(work, notebook.annotations.slice(0, end), placedAnnotations);
      yield;
    }
    placedAnnotations = placeAnnotations(work, notebook.annotations, placedAnnotations);
  }
  const units = before?.units ?? new Map(work?.units.map((unit) => [unit.id, unit]));
  const known = new Map(before?.entries.map((entry) => [entry.placed, entry]));
  const all =
    placedAnnotations === undefined
      ? notebook.annotations.map(standAlone)
      : [...placedAnnotations.placed, ...placedAnnotations.orphans];
  const entries = all.map((placed) => known.get(placed) ?? createEntry(workId, placed, units, undefined));
  return {
    workId,
    work,
    notebook,
    entries,
    binned: indexBin(notes, units, before),
    units,
    outline: before?.outline ?? (work === undefined ? new Map() : indexOutline(work)),
    placedAnnotations,
  };
}

function indexBin(
  { workId, work, notebook }: WorkNotes,
  units: ReadonlyMap<string, Unit>,
  before: IndexedNotes | undefined,
): readonly LibraryEntry[] {
  if (before?.notebook.bin === notebook.bin) return before.binned;
  const annotations = notebook.bin.map(({ annotation }) => annotation);
  const placed = work === undefined ? undefined : placeAnnotations(work, annotations);
  return notebook.bin
    .map(({ annotation, deleted }) =>
      createEntry(workId, placed?.byId.get(annotation.id) ?? standAlone(annotation), units, deleted),
    )
    .toReversed();
}

/** A note whose work is not there: nothing can be said of its words but what they were. */
function standAlone(annotation: Annotation): PlacedAnnotation {
  return { annotation, placements: [], orphanedTargets: [], place: undefined };
}

function createEntry(
  workId: string,
  placed: PlacedAnnotation,
  units: ReadonlyMap<string, Unit>,
  deleted: string | undefined,
): LibraryEntry {
  const isDetached = units.size > 0 && isOffItsPlace(placed);
  return { workId, placed, isDetached, modified: Date.parse(placed.annotation.modified), deleted };
}

function isOffItsPlace({ orphanedTargets, place }: PlacedAnnotation): boolean {
  return orphanedTargets.length > 0 || place === undefined;
}
