import { useState } from 'react';
import { layerSpans, type HighlightSpan } from '../../core/annotation/layer-spans.ts';
import type { PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import type { TextMark } from '../features/reader/highlight-paint.ts';

/**
 * What the reader paints of the annotations; the list stays the same while a note is only written on, since then no word
 * is marked differently.
 */
export function useMarks(placed: PlacedAnnotations): readonly TextMark[] {
  const [state, setState] = useState(() => ({ placed, marks: composeMarks(placed) }));
  if (state.placed === placed) return state.marks;
  const composed = composeMarks(placed);
  const marks = areSameMarks(state.marks, composed) ? state.marks : composed;
  setState({ placed, marks });
  return marks;
}

/** Bookmarks mark a clause, not its words: they are not painted. */
function composeMarks(placed: PlacedAnnotations): readonly TextMark[] {
  const segments = new Map<string, { unit: string; language: string; spans: HighlightSpan[] }>();
  for (const { annotation, placements } of placed.placed) {
    if (annotation.kind === 'bookmark') continue;
    for (const { unit, language, span } of placements) {
      const key = `${unit} ${language}`;
      const segment = segments.get(key) ?? { unit, language, spans: [] };
      segment.spans.push({ span, color: annotation.color, id: annotation.id, created: annotation.created });
      segments.set(key, segment);
    }
  }
  return [...segments.values()].flatMap(({ unit, language, spans }) =>
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
        mark.unit === other.unit &&
        mark.language === other.language &&
        mark.color === other.color &&
        mark.layer === other.layer &&
        mark.span.start === other.span.start &&
        mark.span.end === other.span.end
      );
    })
  );
}
