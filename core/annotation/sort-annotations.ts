import { HIGHLIGHT_COLORS } from './annotation.ts';
import { compareByPlace, type PlacedAnnotation } from './place-annotations.ts';

/** What a list of annotations can be ordered by. */
export const ANNOTATION_ORDERS = ['place', 'time', 'color', 'tag'] as const;

/** One of {@link ANNOTATION_ORDERS}. */
export type AnnotationOrder = (typeof ANNOTATION_ORDERS)[number];

/**
 * Orders annotations: by place in the text; by the time of the last change, newest first; by colour; or by first tag as
 * the collator puts them, untagged ones last. Equal ones are ordered by place.
 */
export function sortAnnotations(
  annotations: readonly PlacedAnnotation[],
  order: AnnotationOrder,
  collator: Intl.Collator,
): readonly PlacedAnnotation[] {
  const compare = chooseComparison(order, collator);
  return annotations.toSorted((a, b) => compare(a, b) || compareByPlace(a, b));
}

type Comparison = (a: PlacedAnnotation, b: PlacedAnnotation) => number;

function chooseComparison(order: AnnotationOrder, collator: Intl.Collator): Comparison {
  switch (order) {
    case 'place':
      return () => 0;
    case 'time':
      return (a, b) => Date.parse(b.annotation.modified) - Date.parse(a.annotation.modified);
    case 'color':
      return (a, b) => colorRank(a) - colorRank(b);
    case 'tag':
      return (a, b) => compareTags(firstTag(a, collator), firstTag(b, collator), collator);
  }
}

function colorRank({ annotation }: PlacedAnnotation): number {
  return HIGHLIGHT_COLORS.indexOf(annotation.color);
}

function firstTag({ annotation }: PlacedAnnotation, collator: Intl.Collator): string | undefined {
  return annotation.tags.toSorted(collator.compare)[0];
}

function compareTags(a: string | undefined, b: string | undefined, collator: Intl.Collator): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return collator.compare(a, b);
}
