import {
  ANNOTATION_KINDS,
  HIGHLIGHT_COLORS,
  type Annotation,
  type AnnotationKind,
  type HighlightColor,
} from './annotation.ts';
import { collectTags, type TagCount } from './collect-tags.ts';
import { foldAnnotation, foldForFilter } from './fold-annotation.ts';

/** Which annotations to show. The parts combine: an annotation must satisfy each of them. */
export interface AnnotationFilter {
  /** Any of these kinds; all kinds if empty. */
  readonly kinds: readonly AnnotationKind[];
  /** Any of these colours; all colours if empty. */
  readonly colors: readonly HighlightColor[];
  /** Every one of these tags. */
  readonly tags: readonly string[];
  /** Words, parted by white space, that must all stand in the note, its tags or its quoted words; letter case and width do not count. */
  readonly text: string;
  /** Only questions that are not answered. */
  readonly isOpenQuestion: boolean;
}

/** The filter that lets everything through. */
export const NO_FILTER: AnnotationFilter = {
  kinds: [],
  colors: [],
  tags: [],
  text: '',
  isOpenQuestion: false,
};

/** How many annotations each choice would show, given the other parts of the filter. */
export interface FacetCounts {
  readonly kinds: Readonly<Record<AnnotationKind, number>>;
  readonly colors: Readonly<Record<HighlightColor, number>>;
  /** Those of the tags that occur, and those the filter already asks for; the most used first. */
  readonly tags: readonly TagCount[];
  readonly openQuestions: number;
}

/** Whether a filter holds anything back. */
export function isFiltering(filter: AnnotationFilter): boolean {
  const { kinds, colors, tags, text, isOpenQuestion } = filter;
  return kinds.length + colors.length + tags.length > 0 || text.trim() !== '' || isOpenQuestion;
}

/** Whether an annotation is a question its reader has not settled. */
export function isOpenQuestion(annotation: Annotation): boolean {
  return annotation.kind === 'question' && !annotation.isAnswered;
}

/** The annotations that a filter lets through, in the order given. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  filter: AnnotationFilter,
): readonly Annotation[] {
  if (!isFiltering(filter)) return annotations;
  const words = splitFilterText(filter.text);
  return annotations.filter(
    (annotation) =>
      (filter.kinds.length === 0 || filter.kinds.includes(annotation.kind)) &&
      (filter.colors.length === 0 || filter.colors.includes(annotation.color)) &&
      filter.tags.every((tag) => annotation.tags.includes(tag)) &&
      (!filter.isOpenQuestion || isOpenQuestion(annotation)) &&
      hasWords(annotation, words),
  );
}

/** Counts what each choice of a filter would show; see {@link FacetCounts}. */
export function countFacets(annotations: readonly Annotation[], filter: AnnotationFilter): FacetCounts {
  const shown = filterAnnotations(annotations, filter);
  const anyKind = filterAnnotations(annotations, { ...filter, kinds: [] });
  const anyColor = filterAnnotations(annotations, { ...filter, colors: [] });
  const tags = collectTags(shown);
  const unused = filter.tags.filter((tag) => !tags.some((counted) => counted.tag === tag));
  return {
    kinds: countBy(ANNOTATION_KINDS, anyKind, ({ kind }) => kind),
    colors: countBy(HIGHLIGHT_COLORS, anyColor, ({ color }) => color),
    tags: [...tags, ...unused.map((tag) => ({ tag, count: 0 }))],
    openQuestions: filterAnnotations(annotations, { ...filter, isOpenQuestion: true }).length,
  };
}

function countBy<Key extends string>(
  keys: readonly Key[],
  annotations: readonly Annotation[],
  keyOf: (annotation: Annotation) => Key,
): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const annotation of annotations) counts[keyOf(annotation)] += 1;
  return counts;
}

/** The words of a filter's text, folded. */
export function splitFilterText(text: string): readonly string[] {
  return foldForFilter(text).split(/\s+/u).filter(Boolean);
}

/** Whether all words, folded, stand somewhere in an annotation. */
export function hasWords(annotation: Annotation, words: readonly string[]): boolean {
  return words.every((word) => foldAnnotation(annotation).includes(word));
}
