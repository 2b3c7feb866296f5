import type { Annotation, AnnotationTarget } from '../../core/annotation/annotation.ts';
import { describeTarget } from '../../core/annotation/describe-target.ts';
import type { PlacedAnnotation } from '../../core/annotation/place-annotations.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import { findCounterpart, type LinkIndex } from '../../core/text/link-index.ts';
import { findNumberLabel } from '../../core/text/number-label.ts';
import type { TextSpan } from '../../core/text/text-span.ts';
import { segmentText, type Unit, type Work } from '../../core/text/work.ts';

/** Words of one segment. */
export interface WordsInSegment {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

/** Describes words so that an annotation can stand on them; words outside of the work are left out. */
export function describeWords(work: Work, words: readonly WordsInSegment[]): readonly AnnotationTarget[] {
  return words.flatMap(({ unit: id, language, span }) => {
    const unit = findUnit(work, id);
    return unit === undefined ? [] : [describeTarget(unit, language, span)];
  });
}

/** A whole segment without the number it opens with; undefined where it is empty. */
export function wholeSegment(work: Work, id: string, language: LanguageTag): WordsInSegment | undefined {
  const unit = findUnit(work, id);
  const text = unit === undefined ? '' : segmentText(unit, language);
  const start = findNumberLabel(text)?.span.end ?? 0;
  return start < text.length ? { unit: id, language, span: { start, end: text.length } } : undefined;
}

/** The words that answer some words in other languages, as the links of the work have it. */
export function answeringWords(
  work: Work,
  links: LinkIndex,
  words: readonly WordsInSegment[],
  others: (language: LanguageTag) => readonly LanguageTag[],
): readonly WordsInSegment[] {
  return words.flatMap(({ unit: id, language, span }) => {
    const unit = findUnit(work, id);
    if (unit === undefined) return [];
    return others(language).flatMap((other) =>
      findCounterpart(links, id, { language, span }, { language: other, text: segmentText(unit, other) }).map(
        (answering) => ({ unit: id, language: other, span: answering }),
      ),
    );
  });
}

/** The annotation that stands on just these words, if there is one. A bookmark stands on its clause, not on words. */
export function findAnnotationOn(
  placed: readonly PlacedAnnotation[],
  words: readonly WordsInSegment[],
): Annotation | undefined {
  return placed.find(
    ({ annotation, placements }) =>
      annotation.kind !== 'bookmark' &&
      words.every((wanted) =>
        placements.some(
          ({ unit, language, span }) =>
            unit === wanted.unit &&
            language === wanted.language &&
            span.start === wanted.span.start &&
            span.end === wanted.span.end,
        ),
      ),
  )?.annotation;
}

function findUnit(work: Work, id: string): Unit | undefined {
  return work.units.find((unit) => unit.id === id);
}
