import { z } from '../schema.ts';
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
  | { readonly type: 'progress-set'; readonly unit: string; readonly progress: UnitProgress | 'unread' };

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
]);

/** The notebook after a change; the given one is left as it is. */
export function applyChange(notebook: Notebook, change: NotebookChange): Notebook {
  return applyChanges(notebook, [change]);
}

/** The notebook after changes, in their order; the given one is left as it is. Annotations keep their places. */
export function applyChanges(notebook: Notebook, changes: readonly NotebookChange[]): Notebook {
  const annotations = new Map<string, Annotation | undefined>();
  const bin = new Map<string, BinnedAnnotation | undefined>();
  let { progress } = notebook;
  for (const change of changes) {
    switch (change.type) {
      case 'annotation-saved':
        annotations.set(change.annotation.id, change.annotation);
        bin.set(change.annotation.id, undefined);
        break;
      case 'annotation-binned': {
        const { annotation, deleted } = change;
        annotations.set(annotation.id, undefined);
        bin.set(annotation.id, { annotation, deleted });
        break;
      }
      case 'annotation-erased':
        annotations.set(change.id, undefined);
        bin.set(change.id, undefined);
        break;
      case 'progress-set': {
        const { [change.unit]: _previous, ...others } = progress;
        progress = change.progress === 'unread' ? others : { ...others, [change.unit]: change.progress };
      }
    }
  }
  return {
    annotations: replaceById(notebook.annotations, annotations, ({ id }) => id),
    bin: replaceById(notebook.bin, bin, ({ annotation }) => annotation.id),
    progress,
  };
}

/** Items replaced in their places, taken out where the new one is undefined, new ones at the end. The same list if nothing changed. */
function replaceById<Item>(
  items: readonly Item[],
  replacements: ReadonlyMap<string, Item | undefined>,
  idOf: (item: Item) => string,
): readonly Item[] {
  if (replacements.size === 0) return items;
  const left = new Map(replacements);
  let isSame = true;
  const kept = items.flatMap((item) => {
    const id = idOf(item);
    if (!left.has(id)) return [item];
    const replacement = left.get(id);
    left.delete(id);
    if (replacement !== item) isSame = false;
    return replacement === undefined ? [] : [replacement];
  });
  const added = [...left.values()].filter((item) => item !== undefined);
  return isSame && added.length === 0 ? items : [...kept, ...added];
}
