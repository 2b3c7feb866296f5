import type { LinkIndex } from '../text/link-index.ts';
import { spansOverlap, type TextSpan } from '../text/text-span.ts';
import type { Link, SpansByLanguage } from '../text/work.ts';
import { mergeSpans } from '../text/merge-spans.ts';

/**
 * The words that answer the hits of one unit: of every link that a hit touches, the spans in the other editions. Words that
 * were found themselves are not among them, and null links answer nothing.
 */
export function findLinkedSpans(index: LinkIndex, unit: string, hits: SpansByLanguage): SpansByLanguage {
  const linked = new Map<string, TextSpan[]>();
  for (const link of index.byUnit.get(unit) ?? []) {
    const found = Object.keys(link.spans).filter((language) => isHit(link, language, hits));
    if (found.length === 0) continue;
    for (const [language, spans] of Object.entries(link.spans)) {
      // A link that was found in one language only is answered by all the others.
      if (found.length === 1 && language === found[0]) continue;
      const own = hits[language] ?? [];
      const answers = spans.filter((span) => !own.some((hit) => spansOverlap(hit, span)));
      linked.set(language, [...(linked.get(language) ?? []), ...answers]);
    }
  }
  return Object.fromEntries(
    [...linked].flatMap(([language, spans]) => (spans.length === 0 ? [] : [[language, mergeSpans(spans)]])),
  );
}

function isHit(link: Link, language: string, hits: SpansByLanguage): boolean {
  const own = hits[language] ?? [];
  return (link.spans[language] ?? []).some((span) => own.some((hit) => spansOverlap(hit, span)));
}
