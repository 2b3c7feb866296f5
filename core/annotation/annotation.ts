import type { LanguageTag } from '../text/language.ts';
import { z } from '../schema.ts';
import { revisionIdSchema, type RevisionId } from '../text/revision-id.ts';

/** The five highlight colours. Readers give them names of their own (`Settings.colorNames`). */
export const HIGHLIGHT_COLORS = ['yellow', 'green', 'blue', 'red', 'violet'] as const;

/** One of {@link HIGHLIGHT_COLORS}. */
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number];

/** What an annotation is for. */
export const ANNOTATION_KINDS = ['highlight', 'note', 'question', 'bookmark'] as const;

/** One of {@link ANNOTATION_KINDS}. */
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** A note longer than this is a document; the boundary refuses it. In UTF-16 code units. */
export const MAX_BODY_LENGTH = 100_000;

/** How much of the text around a quote is kept with it at least, on either side, in UTF-16 code units. */
export const CONTEXT_LENGTH = 32;

/** How much is kept where the words stand in the segment more than once: treaties repeat whole sentences. */
export const MAX_CONTEXT_LENGTH = 500;

/** Whether the segment may have gone on behind a context: it has the full length, or one less for half a surrogate pair. */
export function isContextCut({ length }: string): boolean {
  return [CONTEXT_LENGTH, MAX_CONTEXT_LENGTH].some((full) => length === full || length === full - 1);
}

/** W3C Web Annotation TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C TextPositionSelector, in UTF-16 code units of one segment; half-open. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** Where an annotation stands: the unit first, then its words and their place in one edition. */
export interface AnnotationTarget {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly selector: readonly [TextQuoteSelector, TextPositionSelector];
  /**
   * Only of words that were given up when their text was replaced: the last revision they were found in. Such a target is
   * an orphan, whatever the text says that is read, until it is described anew.
   */
  readonly orphanedFrom?: RevisionId | undefined;
}

/** A whole unit. */
export interface UnitScope {
  readonly type: 'unit';
  readonly unit: string;
  /** As of an {@link AnnotationTarget}: the revision whose unit it is, where a later one has it no longer. */
  readonly orphanedFrom?: RevisionId | undefined;
}

/**
 * What an annotation is about: words, which its targets describe; a whole unit; or the work as such. Only the first has
 * targets (W3C: a target with a selector, or the bare source).
 */
export type AnnotationScope = { readonly type: 'words' } | UnitScope | { readonly type: 'work' };

/** The scope of an annotation on words. */
export const ON_WORDS: AnnotationScope = { type: 'words' };

/** What the reader adds to a text. One annotation may stand on spans in two languages at once. */
export interface Annotation {
  /** A UUID, given by whoever creates it. */
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly color: HighlightColor;
  /** Markdown; '' for a bare highlight. */
  readonly body: string;
  readonly tags: readonly string[];
  /** Questions only: whether the reader has settled it. */
  readonly isAnswered: boolean;
  readonly scope: AnnotationScope;
  /** At least one for the scope 'words', none for the others. */
  readonly targets: readonly AnnotationTarget[];
  /** ISO 8601, UTC. */
  readonly created: string;
  /** ISO 8601, UTC; equals `created` until the first change. */
  readonly modified: string;
}

const offset = z.int().min(0).max(10_000_000);

/** Validates an {@link AnnotationTarget} that comes from a file or another process. */
export const annotationTargetSchema: z.ZodType<AnnotationTarget> = z.strictObject({
  unit: z.string().min(1).max(200),
  language: z.string().min(2).max(35),
  selector: z.tuple([
    z.strictObject({
      type: z.literal('TextQuoteSelector'),
      exact: z.string().min(1).max(MAX_BODY_LENGTH),
      prefix: z.string().max(MAX_CONTEXT_LENGTH),
      suffix: z.string().max(MAX_CONTEXT_LENGTH),
    }),
    z.strictObject({ type: z.literal('TextPositionSelector'), start: offset, end: offset }),
  ]),
  orphanedFrom: revisionIdSchema.optional(),
});

/** Validates an {@link Annotation} that comes from a file or another process. */
export const annotationSchema: z.ZodType<Annotation> = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(ANNOTATION_KINDS),
    color: z.enum(HIGHLIGHT_COLORS),
    body: z.string().max(MAX_BODY_LENGTH),
    tags: z.array(z.string().min(1).max(100)).max(100),
    isAnswered: z.boolean(),
    scope: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('words') }),
      z.strictObject({
        type: z.literal('unit'),
        unit: z.string().min(1).max(200),
        orphanedFrom: revisionIdSchema.optional(),
      }),
      z.strictObject({ type: z.literal('work') }),
    ]),
    targets: z.array(annotationTargetSchema).max(100),
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
  })
  .refine(({ scope, targets }) => (scope.type === 'words') === targets.length > 0, {
    message: 'an annotation on words has targets, one on a unit or a work has none',
    path: ['targets'],
  });
