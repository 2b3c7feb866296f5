import type { Annotation, AnnotationKind, HighlightColor } from './annotation.ts';
import { foldTag } from './collect-tags.ts';
import type { Notebook, NotebookChange } from './notebook.ts';

/** Changes of the notes of one work, as one step of the history has them. */
export interface WorkChanges {
  readonly workId: string;
  readonly changes: readonly NotebookChange[];
}

/** An annotation with the work it stands on. */
export interface WorkAnnotation {
  readonly workId: string;
  readonly annotation: Annotation;
}

/** The most tags an annotation may carry; the boundary refuses more. */
export const MAX_TAGS = 100;

/** What can be done to many annotations at once. Those it would leave as they are get no change. */
export type BulkEdit =
  | { readonly type: 'set-color'; readonly color: HighlightColor }
  | { readonly type: 'set-kind'; readonly kind: AnnotationKind }
  /** Questions only; others are left alone. */
  | { readonly type: 'set-answered'; readonly isAnswered: boolean }
  /** Each tag is added after those there are, as far as {@link MAX_TAGS} allows. */
  | { readonly type: 'add-tags'; readonly tags: readonly string[] }
  | { readonly type: 'remove-tags'; readonly tags: readonly string[] };

/**
 * Edits annotations: the changes, by work, in the order given. Nothing if all are so already, so that doing it twice is
 * doing it once. `now` is ISO 8601, UTC.
 */
export function bulkEdit(
  annotations: readonly WorkAnnotation[],
  edit: BulkEdit,
  now: string,
): readonly WorkChanges[] {
  return gather(annotations, ({ annotation }) => {
    const after = editAnnotation(annotation, edit);
    return after === annotation ? undefined : { type: 'annotation-saved', annotation: stamp(after, now) };
  });
}

/** Puts annotations into the bin. `now` is ISO 8601, UTC. */
export function bulkDelete(annotations: readonly WorkAnnotation[], now: string): readonly WorkChanges[] {
  return gather(annotations, ({ annotation }) => ({ type: 'annotation-binned', annotation, deleted: now }));
}

/** Brings annotations back from the bin, as they were. */
export function bulkRestore(annotations: readonly WorkAnnotation[]): readonly WorkChanges[] {
  return gather(annotations, ({ annotation }) => ({ type: 'annotation-saved', annotation }));
}

/** Takes annotations out of notebook and bin for good. */
export function bulkErase(annotations: readonly WorkAnnotation[]): readonly WorkChanges[] {
  return gather(annotations, ({ annotation }) => ({ type: 'annotation-erased', id: annotation.id }));
}

/**
 * Gives a tag another name wherever it stands, in the bin too. A note that carries the other one already keeps one of
 * them. The old name is taken as it is written; of the new one, a spelling that differs only in letter case or width is
 * the same tag on a note. `now` is ISO 8601, UTC.
 */
export function renameTag(
  notebooks: ReadonlyMap<string, Notebook>,
  from: string,
  to: string,
  now: string,
): readonly WorkChanges[] {
  return retagEverywhere(notebooks, from, now, (tags) => {
    const isThere = tags.some((tag) => tag !== from && foldTag(tag) === foldTag(to));
    return isThere ? tags.filter((tag) => tag !== from) : tags.map((tag) => (tag === from ? to : tag));
  });
}

/** Takes a tag off every note that carries it, in the bin too. `now` is ISO 8601, UTC. */
export function deleteTag(
  notebooks: ReadonlyMap<string, Notebook>,
  tag: string,
  now: string,
): readonly WorkChanges[] {
  return retagEverywhere(notebooks, tag, now, (tags) => tags.filter((each) => each !== tag));
}

function retagEverywhere(
  notebooks: ReadonlyMap<string, Notebook>,
  tag: string,
  now: string,
  retag: (tags: readonly string[]) => readonly string[],
): readonly WorkChanges[] {
  return Array.from(notebooks, ([workId, { annotations, bin }]): WorkChanges => {
    const changed = ({ tags }: Annotation) => tags.includes(tag) && !hasSameItems(tags, retag(tags));
    return {
      workId,
      changes: [
        ...annotations.filter(changed).map((annotation): NotebookChange => {
          const after = { ...annotation, tags: retag(annotation.tags) };
          return { type: 'annotation-saved', annotation: stamp(after, now) };
        }),
        ...bin
          .filter(({ annotation }) => changed(annotation))
          .map(({ annotation, deleted }): NotebookChange => {
            const after = { ...annotation, tags: retag(annotation.tags) };
            return { type: 'annotation-binned', annotation: after, deleted };
          }),
      ],
    };
  }).filter(({ changes }) => changes.length > 0);
}

function editAnnotation(annotation: Annotation, edit: BulkEdit): Annotation {
  switch (edit.type) {
    case 'set-color':
      return annotation.color === edit.color ? annotation : { ...annotation, color: edit.color };
    case 'set-kind':
      return annotation.kind === edit.kind ? annotation : { ...annotation, kind: edit.kind };
    case 'set-answered': {
      const isSame = annotation.kind !== 'question' || annotation.isAnswered === edit.isAnswered;
      return isSame ? annotation : { ...annotation, isAnswered: edit.isAnswered };
    }
    case 'add-tags':
      return withTags(annotation, addTags(annotation.tags, edit.tags));
    case 'remove-tags': {
      const removed = new Set(edit.tags);
      return withTags(
        annotation,
        annotation.tags.filter((tag) => !removed.has(tag)),
      );
    }
  }
}

function addTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  const known = new Set(tags.map(foldTag));
  const after = [...tags];
  for (const tag of added) {
    if (known.has(foldTag(tag)) || after.length >= MAX_TAGS) continue;
    known.add(foldTag(tag));
    after.push(tag);
  }
  return after;
}

function withTags(annotation: Annotation, tags: readonly string[]): Annotation {
  return hasSameItems(annotation.tags, tags) ? annotation : { ...annotation, tags };
}

function stamp(annotation: Annotation, now: string): Annotation {
  return { ...annotation, modified: now };
}

function hasSameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The changes of each work together; works without any are left out. */
function gather(
  annotations: readonly WorkAnnotation[],
  toChange: (annotation: WorkAnnotation) => NotebookChange | undefined,
): readonly WorkChanges[] {
  const byWork = new Map<string, NotebookChange[]>();
  for (const each of annotations) {
    const change = toChange(each);
    if (change === undefined) continue;
    const changes = byWork.get(each.workId);
    if (changes === undefined) byWork.set(each.workId, [change]);
    else changes.push(change);
  }
  return Array.from(byWork, ([workId, changes]) => ({ workId, changes }));
}
