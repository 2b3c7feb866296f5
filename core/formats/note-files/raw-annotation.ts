import { z } from '../../schema.ts';

/** One or several, as JSON-LD has it. */
function oneOrMany<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.array(schema), schema]).optional();
}

const text = z.string().max(1_000_000);
const words = oneOrMany(text);
const offset = z.int().min(0).max(10_000_000).optional();

/** A selector of any kind; `refinedBy` leads to the next. */
export interface RawSelector {
  readonly type?: string | readonly string[] | undefined;
  readonly exact?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly utf16Start?: number | undefined;
  readonly utf16End?: number | undefined;
  readonly refinedBy?: RawSelector | readonly RawSelector[] | undefined;
}

const selector: z.ZodType<RawSelector> = z.lazy(() =>
  z.object({
    type: words,
    exact: text.optional(),
    prefix: text.optional(),
    suffix: text.optional(),
    start: z.union([offset, text]).optional().transform(numberOnly),
    end: z.union([offset, text]).optional().transform(numberOnly),
    utf16Start: offset,
    utf16End: offset,
    refinedBy: oneOrMany(selector),
  }),
);

/** Time selectors have their start as text; only numbers are offsets. */
function numberOnly(value: number | string | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

const resource = z.union([text, z.object({ id: text.optional(), language: words })]);

const target = z.union([
  text,
  z.object({
    id: text.optional(),
    source: oneOrMany(resource),
    language: words,
    selector: oneOrMany(z.union([text, selector])),
    orphanedFrom: text.optional(),
  }),
]);

const body = z.union([
  text,
  z.object({
    type: words,
    purpose: words,
    value: text.optional(),
    /** Readium: https://github.com/readium/annotations */
    color: text.optional(),
    keyword: text.optional(),
  }),
]);

/**
 * An annotation as it stands in a file: the W3C's model, with what Readium and Hypothesis add to it or call otherwise
 * (https://h.readthedocs.io/en/latest/api/). What is not listed is not looked at.
 */
export const rawAnnotationSchema = z.object({
  id: text.optional(),
  type: words,
  motivation: words,
  created: text.optional(),
  modified: text.nullish(),
  body: oneOrMany(body),
  bodyValue: text.optional(),
  target: oneOrMany(target),
  color: text.optional(),
  answered: z.boolean().optional(),
  deleted: z.union([text, z.boolean()]).optional(),
  // Hypothesis
  updated: text.optional(),
  uri: text.optional(),
  text: text.optional(),
  tags: z.array(text).max(1000).optional(),
});

/** See {@link rawAnnotationSchema}. */
export type RawAnnotation = z.output<typeof rawAnnotationSchema>;

/** One body of a {@link RawAnnotation}: an IRI, or a text. */
export type RawBody = z.output<typeof body>;

/** One target of a {@link RawAnnotation}: an IRI, or a resource with selectors. */
export type RawTarget = z.output<typeof target>;

/** An annotation with its place in the file, for telling what is wrong with it. */
export interface FoundAnnotation {
  readonly raw: RawAnnotation;
  readonly path: readonly PropertyKey[];
}

/** What JSON-LD may give once or as a list, as a list. */
export function asList<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}

/** The selectors of a target with those that refine them, outermost first. */
export function selectorsOf(target: RawTarget): readonly RawSelector[] {
  if (typeof target === 'string') return [];
  const flatten = (selector: RawSelector): readonly RawSelector[] => [
    selector,
    ...asList<RawSelector>(selector.refinedBy).flatMap(flatten),
  ];
  return asList<RawSelector | string>(target.selector).flatMap((one) =>
    typeof one === 'string' ? [] : flatten(one),
  );
}

/** Whether a selector, a body or an annotation is of a type; JSON-LD allows several. */
export function isOfType(
  thing: { readonly type?: string | readonly string[] | undefined },
  type: string,
): boolean {
  return asList<string>(thing.type).includes(type);
}

/** The IRIs of what an annotation is about, target by target; '' where a target does not say. */
export function sourcesOf(raw: RawAnnotation): readonly string[] {
  const sources = asList<RawTarget>(raw.target).map((one) => {
    if (typeof one === 'string') return one;
    const [source] = asList<z.output<typeof resource>>(one.source);
    const iri = typeof source === 'string' ? source : source?.id;
    return iri ?? one.id ?? raw.uri ?? '';
  });
  return sources.length === 0 ? [raw.uri ?? ''] : sources;
}
