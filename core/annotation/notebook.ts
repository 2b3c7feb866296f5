import { z } from '../schema.ts';
import { revisionIdSchema, type RevisionId } from '../text/revision-id.ts';
import { annotationSchema, type Annotation } from './annotation.ts';

/** How far the reader has come with a unit; a unit that is not listed is unread. */
export const UNIT_PROGRESS = ['read', 'in-work', 'understood'] as const;

/** One of {@link UNIT_PROGRESS}. */
export type UnitProgress = (typeof UNIT_PROGRESS)[number];

/** An annotation the reader has deleted, kept until the bin is emptied. */
export interface BinnedAnnotation {
  readonly annotation: Annotation;
  /** When it was deleted; ISO 8601, UTC. */
  readonly deleted: string;
}

/** Everything a reader has added to one work: the content of notes/<work-id>.json. */
export interface Notebook {
  readonly annotations: readonly Annotation[];
  /** What was deleted, in the order of deletion. No id stands both here and in `annotations`. */
  readonly bin: readonly BinnedAnnotation[];
  /** Progress by unit id. */
  readonly progress: Readonly<Record<string, UnitProgress>>;
  /** The revision of the text that all this was written on; absent where nothing says so: then the one that is shipped. */
  readonly revision?: RevisionId | undefined;
}

/** A notebook nothing was written into yet. */
export const EMPTY_NOTEBOOK: Notebook = { annotations: [], bin: [], progress: {} };

const binnedSchema: z.ZodType<BinnedAnnotation> = z.strictObject({
  annotation: annotationSchema,
  deleted: z.iso.datetime(),
});

/** Validates a {@link Notebook} that comes from a file. */
export const notebookSchema: z.ZodType<Notebook> = z.strictObject({
  annotations: z.array(annotationSchema),
  bin: z.array(binnedSchema),
  progress: z.record(z.string().min(1).max(200), z.enum(UNIT_PROGRESS)),
  revision: revisionIdSchema.optional(),
});

/**
 * One change of a notebook. It carries the whole new state of what it touches, so that applying it twice changes nothing
 * more, and so that of several changes of the same thing only the last one matters.
 */
export type NotebookChange =
  /** Puts an annotation into the notebook, new or changed, and takes it out of the bin. */
  | { readonly type: 'annotation-saved'; readonly annotation: Annotation }
  /** Puts an annotation into the bin. */
  | { readonly type: 'annotation-binned'; readonly annotation: Annotation; readonly deleted: string }
  /** Takes an annotation out of notebook and bin for good. */
  | { readonly type: 'annotation-erased'; readonly id: string }
  | { readonly type: 'progress-set'; readonly unit: string; readonly progress: UnitProgress | 'unread' }
  /** Puts another revision of the text under the notes; null for the one that is shipped. */
  | { readonly type: 'revision-set'; readonly revision: RevisionId | null };

/** Validates a {@link NotebookChange} that comes from another process. */
export const notebookChangeSchema: z.ZodType<NotebookChange> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('annotation-saved'), annotation: annotationSchema }),
  z.strictObject({
    type: z.literal('annotation-binned'),
    annotation: annotationSchema,
    deleted: z.iso.datetime(),
  }),
  z.strictObject({ type: z.literal('annotation-erased'), id: z.uuid() }),
  z.strictObject({
    type: z.literal('progress-set'),
    unit: z.string().min(1).max(200),
    progress: z.enum([...UNIT_PROGRESS, 'unread']),
  }),
  z.strictObject({ type: z.literal('revision-set'), revision: revisionIdSchema.nullable() }),
]);

/** The id of the annotation a change touches; undefined where it touches none. */
export function changedAnnotationId(change: NotebookChange): string | undefined {
  switch (change.type) {
    case 'annotation-saved':
    case 'annotation-binned':
      return change.annotation.id;
    case 'annotation-erased':
      return change.id;
    case 'progress-set':
    case 'revision-set':
      return undefined;
  }
}

/** What a change is about: of changes with the same subject each replaces what the one before it has set. */
export function changedSubject(change: NotebookChange): string {
  const id = changedAnnotationId(change);
  if (id !== undefined) return `annotation ${id}`;
  return change.type === 'progress-set' ? `unit ${change.unit}` : change.type;
}

/** The notebook after a change; the given one is left as it is. */
export function applyChange(notebook: Notebook, change: NotebookChange): Notebook {
  return applyChanges(notebook, [change]);
}

/**
 * The notebook after changes, the same as after one after the other; the given one is left as it is. Annotations keep their
 * places; one that was taken out and put back stands at the end.
 */
export function applyChanges(notebook: Notebook, changes: readonly NotebookChange[]): Notebook {
  const annotations = startEdits<Annotation>();
  const bin = startEdits<BinnedAnnotation>();
  let { progress, revision } = notebook;
  for (const change of changes) {
    switch (change.type) {
      case 'annotation-saved':
        put(annotations, change.annotation.id, change.annotation);
        take(bin, change.annotation.id);
        break;
      case 'annotation-binned': {
        const { annotation, deleted } = change;
        take(annotations, annotation.id);
        put(bin, annotation.id, { annotation, deleted });
        break;
      }
      case 'annotation-erased':
        take(annotations, change.id);
        take(bin, change.id);
        break;
      case 'progress-set': {
        const { [change.unit]: _previous, ...others } = progress;
        progress = change.progress === 'unread' ? others : { ...others, [change.unit]: change.progress };
        break;
      }
      case 'revision-set':
        revision = change.revision ?? undefined;
    }
  }
  return {
    annotations: finishEdits(notebook.annotations, annotations, ({ id }) => id),
    bin: finishEdits(notebook.bin, bin, ({ annotation }) => annotation.id),
    progress,
    ...(revision === undefined ? {} : { revision }),
  };
}

/** What is to become of a list, by the ids of its items. */
interface Edits<Item> {
  /** The last state of each item; undefined for one that goes. In the order in which items come to the end of the list. */
  readonly states: Map<string, Item | undefined>;
  /** Those that were taken out and put back: they leave their places. */
  readonly moved: Set<string>;
}

function startEdits<Item>(): Edits<Item> {
  return { states: new Map(), moved: new Set() };
}

function put<Item>({ states, moved }: Edits<Item>, id: string, item: Item): void {
  if (states.has(id) && states.get(id) === undefined) {
    states.delete(id);
    moved.add(id);
  }
  states.set(id, item);
}

function take<Item>({ states }: Edits<Item>, id: string): void {
  states.set(id, undefined);
}

/** The list after all edits. The same list if nothing changed. */
function finishEdits<Item>(
  items: readonly Item[],
  { states, moved }: Edits<Item>,
  idOf: (item: Item) => string,
): readonly Item[] {
  if (states.size === 0) return items;
  const left = new Map(states);
  let isSame = true;
  const kept = items.flatMap((item) => {
    const id = idOf(item);
    if (!left.has(id)) return [item];
    if (moved.has(id)) {
      isSame = false;
      return [];
    }
    const state = left.get(id);
    left.delete(id);
    if (state !== item) isSame = false;
    return state === undefined ? [] : [state];
  });
  const added = [...left.values()].filter((item) => item !== undefined);
  return isSame && added.length === 0 ? items : [...kept, ...added];
}
