import type { Annotation } from './annotation.ts';
import { isOpenQuestion } from './filter-annotations.ts';

/** How much a reader has added to a work. */
export interface AnnotationCounts {
  /** Annotations of every kind. */
  readonly all: number;
  readonly openQuestions: number;
}

/** Counts annotations for a status line. */
export function countAnnotations(annotations: readonly Annotation[]): AnnotationCounts {
  return { all: annotations.length, openQuestions: annotations.filter(isOpenQuestion).length };
}
