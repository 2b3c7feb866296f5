import { useMemo } from 'react';
import { layerSpans, type HighlightSpan } from '../../core/annotation/layer-spans.ts';
import type { PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import type { TextMark } from '../features/reader/highlight-paint.ts';

/** What the reader paints of the annotations. Bookmarks mark a clause, not its words: they are not painted. */
export function useMarks(placed: PlacedAnnotations): readonly TextMark[] {
  return useMemo(() => {
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
      layerSpans(spans).map(({ span, color, id, layer }) => ({
        unit,
        language,
        span,
        color,
        layer,
        annotationId: id,
      })),
    );
  }, [placed]);
}
