import { useState } from 'react';
import { layerSpans, type HighlightSpan } from '../../core/annotation/layer-spans.ts';
import type { PlacedAnnotation, PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import type { MarksByUnit, TextMark } from '../features/reader/highlight-paint.ts';

/**
 * What the reader paints of the annotations. Only the clauses whose annotations have changed are composed anew, and
 * the list of a clause stays the same while a note is only written on, since then no word is marked differently.
 */
export function useMarks(placed: PlacedAnnotations): MarksByUnit {
  const [state, setState] = useState(() => ({ placed, marks: composeAllMarks(placed, undefined) }));
  if (state.placed === placed) return state.marks;
  const marks = composeAllMarks(placed, state);
  setState({ placed, marks });
  return marks;
}

interface Composed {
  readonly placed: PlacedAnnotations;
  readonly marks: MarksByUnit;
}

function composeAllMarks(placed: PlacedAnnotations, previous: Composed | undefined): MarksByUnit {
  let isSame = previous !== undefined && previous.placed.byUnit.size === placed.byUnit.size;
  const marks = new Map(
    [...placed.byUnit].map(([unit, group]): [string, readonly TextMark[]] => {
      const before = previous?.marks.get(unit);
      if (before !== undefined && previous?.placed.byUnit.get(unit) === group) return [unit, before];
      const composed = composeMarks(unit, group);
      if (before !== undefined && areSameMarks(before, composed)) return [unit, before];
      isSame = false;
      return [unit, composed];
    }),
  );
  return isSame && previous !== undefined ? previous.marks : marks;
}

/** Bookmarks mark a clause, not its words: they are not painted. */
function composeMarks(unit: string, group: readonly PlacedAnnotation[]): readonly TextMark[] {
  const byLanguage = new Map<string, HighlightSpan[]>();
  for (const { annotation, placements } of group) {
    if (annotation.kind === 'bookmark') continue;
    const { id, color, created } = annotation;
    for (const { unit: placedIn, language, span } of placements) {
      if (placedIn !== unit) continue;
      const spans = byLanguage.get(language) ?? [];
      spans.push({ span, color, id, created });
      byLanguage.set(language, spans);
    }
  }
  return [...byLanguage].flatMap(([language, spans]) =>
    layerSpans(spans).map(({ id, ...mark }) => ({ ...mark, unit, language, annotationId: id })),
  );
}

function areSameMarks(a: readonly TextMark[], b: readonly TextMark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        mark.annotationId === other.annotationId &&
        mark.language === other.language &&
        mark.color === other.color &&
        mark.layer === other.layer &&
        mark.span.start === other.span.start &&
        mark.span.end === other.span.end
      );
    })
  );
}
