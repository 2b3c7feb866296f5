import { UNIT_PROGRESS } from '../../annotation/notebook.ts';
import { z } from '../../schema.ts';
import { MAX_NOTES, NoteFileError, refuseFirst } from './note-file-problem.ts';
import { rawAnnotationSchema, type FoundAnnotation } from './raw-annotation.ts';

/** What a file says of a work besides annotations. */
export interface FoundWork {
  readonly id: string;
  readonly label: readonly string[];
  readonly units: readonly {
    readonly id: string;
    readonly progress: (typeof UNIT_PROGRESS)[number];
  }[];
}

/** Everything in a file that concerns notes, not yet understood. */
export interface FoundNotes {
  readonly annotations: readonly FoundAnnotation[];
  readonly bin: readonly FoundAnnotation[];
  readonly works: readonly FoundWork[];
}

const worksSchema = z
  .array(
    z.object({
      id: z.string().max(1000),
      label: z.union([z.string().transform((label) => [label]), z.array(z.string())]).default([]),
      units: z
        .array(z.object({ id: z.string().max(1000), progress: z.enum(UNIT_PROGRESS) }))
        .max(1_000_000)
        .default([]),
    }),
  )
  .max(10_000);

/**
 * Finds the annotations of a parsed file, however it holds them: a W3C AnnotationCollection with its first page, an
 * AnnotationPage, Readium's AnnotationSet, the rows of Hypothesis' search, a list, or one annotation alone.
 * @throws NoteFileError where a value has the wrong type, or where there are no annotations.
 */
export function findAnnotations(value: unknown): FoundNotes {
  const [list, path] = findList(value);
  const collection = isObject(value) ? value : {};
  const bin = collection['bin'] ?? [];
  const works = worksSchema.safeParse(collection['works'] ?? []);
  if (!works.success) return refuseFirst(works.error, ['works']);
  if (!Array.isArray(bin)) throw new NoteFileError('wrong-value', ['bin'], 'is not a list');
  if (list.length + bin.length > MAX_NOTES) {
    throw new NoteFileError('too-large', path, `more than ${MAX_NOTES} annotations`);
  }
  return { annotations: readAll(list, path), bin: readAll(bin, ['bin']), works: works.data };
}

function findList(value: unknown): readonly [readonly unknown[], readonly PropertyKey[]] {
  if (Array.isArray(value)) return [value, []];
  if (isObject(value)) {
    const { first } = value;
    if (isObject(first) && Array.isArray(first['items'])) return [first['items'], ['first', 'items']];
    if (Array.isArray(value['items'])) return [value['items'], ['items']];
    if (Array.isArray(value['rows'])) return [value['rows'], ['rows']];
    if ('target' in value) return [[value], []];
  }
  throw new NoteFileError('not-notes', [], 'holds no list of annotations');
}

function readAll(list: readonly unknown[], path: readonly PropertyKey[]): readonly FoundAnnotation[] {
  return list.map((item, index) => {
    const at = [...path, index];
    const parsed = rawAnnotationSchema.safeParse(item);
    return parsed.success ? { raw: parsed.data, path: at } : refuseFirst(parsed.error, at);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
