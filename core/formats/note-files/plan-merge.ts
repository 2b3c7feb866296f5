import type { Annotation } from '../../annotation/annotation.ts';
import type { Notebook, NotebookChange } from '../../annotation/notebook.ts';
import { deriveId } from './derive-id.ts';

/** A note that both sides have changed: ours stays, theirs comes beside it under an id of its own. */
export interface MergeConflict {
  readonly now: Annotation;
  readonly incoming: Annotation;
  /** The id under which the incoming one is kept. */
  readonly keptAs: string;
}

/** What merging a notebook into another would do. Nothing of either side is lost by it. */
export interface MergePlan {
  /** To be applied to the notebook as it is now; empty if it holds everything already. */
  readonly changes: readonly NotebookChange[];
  /** Not known here before, deleted ones included. */
  readonly added: readonly Annotation[];
  /** Known here, unchanged here since they were written, and changed there; or changed there after being deleted here. */
  readonly updated: readonly Annotation[];
  /** The same on both sides, or changed only here. */
  readonly unchanged: readonly Annotation[];
  readonly conflicts: readonly MergeConflict[];
  /** Deleted on one side only. They stay as they are here: in the notebook, or in the bin. */
  readonly deletedElsewhere: readonly Annotation[];
}

interface Lists {
  readonly changes: NotebookChange[];
  readonly added: Annotation[];
  readonly updated: Annotation[];
  readonly unchanged: Annotation[];
  readonly conflicts: MergeConflict[];
  readonly deletedElsewhere: Annotation[];
}

/** What is known here of one annotation: alive, or in the bin since a time. */
interface Known {
  readonly annotation: Annotation;
  readonly deleted: string | undefined;
}

/**
 * Plans how a notebook takes in another one of the same work, by id and time. The two have no common ancestor on
 * record, so the only change that is certain is one of a note that the other side still has as it was first written;
 * anything else that differs is a conflict, and both are kept. `newId` must give the same id for the same annotation,
 * or merging twice would add twice.
 */
export function planMerge(
  now: Notebook,
  incoming: Notebook,
  newId: (annotation: Annotation) => string = deriveConflictId,
): MergePlan {
  const known = indexNotebook(now);
  const lists: Lists = {
    changes: [],
    added: [],
    updated: [],
    unchanged: [],
    conflicts: [],
    deletedElsewhere: [],
  };
  for (const annotation of incoming.annotations) {
    mergeOne(known, { annotation, deleted: undefined }, newId, lists);
  }
  for (const { annotation, deleted } of incoming.bin) {
    mergeOne(known, { annotation, deleted }, newId, lists);
  }
  for (const [unit, progress] of Object.entries(incoming.progress)) {
    // What the reader has said here of a clause stays said.
    if (now.progress[unit] === undefined) lists.changes.push({ type: 'progress-set', unit, progress });
  }
  return lists;
}

/** An id for the incoming side of a conflict, made of its content. */
export function deriveConflictId(annotation: Annotation): string {
  return deriveId(['conflict', annotation.id, ...describeContent(annotation)]);
}

function indexNotebook({ annotations, bin }: Notebook): ReadonlyMap<string, Known> {
  return new Map<string, Known>([
    ...annotations.map((annotation) => [annotation.id, { annotation, deleted: undefined }] as const),
    ...bin.map(({ annotation, deleted }) => [annotation.id, { annotation, deleted }] as const),
  ]);
}

function mergeOne(
  known: ReadonlyMap<string, Known>,
  theirs: Known,
  newId: (annotation: Annotation) => string,
  lists: Lists,
): void {
  const { annotation } = theirs;
  const ours = known.get(annotation.id);
  if (ours === undefined) {
    lists.added.push(annotation);
    lists.changes.push(putAs(theirs));
    return;
  }
  const relation = relate(ours.annotation, annotation);
  const isDeletedOnce = (ours.deleted === undefined) !== (theirs.deleted === undefined);
  if (relation === 'conflict') keepBoth(known, ours.annotation, theirs, newId, lists);
  else if (relation === 'incoming-newer' && !isDeletedOnce) {
    lists.updated.push(annotation);
    lists.changes.push(putAs(theirs));
  } else if (relation === 'incoming-newer') takeNewer(known, ours, theirs, newId, lists);
  else if (isDeletedOnce) lists.deletedElsewhere.push(ours.annotation);
  else lists.unchanged.push(ours.annotation);
}

/** Theirs is newer, and one of the two sides has deleted it. */
function takeNewer(
  known: ReadonlyMap<string, Known>,
  ours: Known,
  theirs: Known,
  newId: (annotation: Annotation) => string,
  lists: Lists,
): void {
  const { annotation } = theirs;
  if (ours.deleted !== undefined && Date.parse(annotation.modified) > Date.parse(ours.deleted)) {
    // Written on after it was deleted here: somebody wants it.
    lists.updated.push(annotation);
    lists.changes.push(putAs(theirs));
  } else keepBoth(known, ours.annotation, theirs, newId, lists);
}

function keepBoth(
  known: ReadonlyMap<string, Known>,
  now: Annotation,
  theirs: Known,
  newId: (annotation: Annotation) => string,
  lists: Lists,
): void {
  const keptAs = newId(theirs.annotation);
  const conflict = { now, incoming: theirs.annotation, keptAs };
  if (known.has(keptAs)) {
    lists.unchanged.push(theirs.annotation);
    return;
  }
  lists.conflicts.push(conflict);
  lists.changes.push(putAs({ ...theirs, annotation: { ...theirs.annotation, id: keptAs } }));
}

function putAs({ annotation, deleted }: Known): NotebookChange {
  return deleted === undefined
    ? { type: 'annotation-saved', annotation }
    : { type: 'annotation-binned', annotation, deleted };
}

type Relation = 'same' | 'incoming-newer' | 'now-newer' | 'conflict';

function relate(now: Annotation, incoming: Annotation): Relation {
  if (hasSameContent(now, incoming)) return 'same';
  if (now.created !== incoming.created) return 'conflict';
  const difference = Date.parse(incoming.modified) - Date.parse(now.modified);
  if (isAsWritten(now) && difference > 0) return 'incoming-newer';
  if (isAsWritten(incoming) && difference < 0) return 'now-newer';
  return 'conflict';
}

/** Whether a note was never changed since it was made. */
function isAsWritten({ created, modified }: Annotation): boolean {
  return created === modified;
}

function hasSameContent(a: Annotation, b: Annotation): boolean {
  if (a === b) return true;
  const [first, second] = [describeContent(a), describeContent(b)];
  return first.length === second.length && first.every((text, index) => text === second[index]);
}

/**
 * Everything a reader would miss. Not the offsets of the words: a text that was corrected on one side only has moved the
 * same note there.
 */
function describeContent({ kind, color, body, tags, isAnswered, scope, targets }: Annotation): string[] {
  return [
    kind,
    color,
    body,
    String(isAnswered),
    scope.type === 'unit' ? `unit ${scope.unit}` : scope.type,
    String(tags.length),
    ...tags,
    ...targets.flatMap(({ unit, language, selector }) => [unit, language, selector[0].exact]),
  ];
}
