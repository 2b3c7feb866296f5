import { z } from '../schema.ts';
import { annotationSchema, type Annotation } from './annotation.ts';

/** How far the reader has come with a unit; a unit that is not listed is unread. */
export const UNIT_PROGRESS = ['read', 'in-work', 'understood'] as const;

/** One of {@link UNIT_PROGRESS}. */
export type UnitProgress = (typeof UNIT_PROGRESS)[number];

/** Everything a reader has added to one work: the content of notes/<work-id>.json. */
export interface Notebook {
  readonly annotations: readonly Annotation[];
  /** Progress by unit id. */
  readonly progress: Readonly<Record<string, UnitProgress>>;
}

/** A notebook nothing was written into yet. */
export const EMPTY_NOTEBOOK: Notebook = { annotations: [], progress: {} };

/** Validates a {@link Notebook} that comes from a file. */
export const notebookSchema: z.ZodType<Notebook> = z.strictObject({
  annotations: z.array(annotationSchema),
  progress: z.record(z.string().min(1).max(200), z.enum(UNIT_PROGRESS)),
});

/** One change of a notebook. The whole new state of what it touches, so that applying it twice changes nothing more. */
export type NotebookChange =
  | { readonly type: 'annotation-saved'; readonly annotation: Annotation }
  | { readonly type: 'annotation-deleted'; readonly id: string }
  | { readonly type: 'progress-set'; readonly unit: string; readonly progress: UnitProgress | 'unread' };

/** Validates a {@link NotebookChange} that comes from another process. */
export const notebookChangeSchema: z.ZodType<NotebookChange> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('annotation-saved'), annotation: annotationSchema }),
  z.strictObject({ type: z.literal('annotation-deleted'), id: z.uuid() }),
  z.strictObject({
    type: z.literal('progress-set'),
    unit: z.string().min(1).max(200),
    progress: z.enum([...UNIT_PROGRESS, 'unread']),
  }),
]);

/** The notebook after a change; the given one is left as it is. */
export function applyChange(notebook: Notebook, change: NotebookChange): Notebook {
  switch (change.type) {
    case 'annotation-saved': {
      const { annotation } = change;
      const isKnown = notebook.annotations.some(({ id }) => id === annotation.id);
      const annotations = isKnown
        ? notebook.annotations.map((known) => (known.id === annotation.id ? annotation : known))
        : [...notebook.annotations, annotation];
      return { ...notebook, annotations };
    }
    case 'annotation-deleted':
      return { ...notebook, annotations: notebook.annotations.filter(({ id }) => id !== change.id) };
    case 'progress-set': {
      const { [change.unit]: _previous, ...others } = notebook.progress;
      const progress = change.progress === 'unread' ? others : { ...others, [change.unit]: change.progress };
      return { ...notebook, progress };
    }
  }
}
