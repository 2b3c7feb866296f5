import type { LanguageTag } from './language.ts';
import { spanCovers, type TextSpan } from './text-span.ts';
import { isNullLink, type Link, type Work } from './work.ts';

/** The links of a work by unit, for looking up the words under a pointer or a caret. */
export interface LinkIndex {
  readonly byUnit: ReadonlyMap<string, readonly Link[]>;
}

/** Sorts links by unit. */
export function indexLinks({ links }: Pick<Work, 'links'>): LinkIndex {
  const byUnit = new Map<string, Link[]>();
  for (const link of links) {
    const list = byUnit.get(link.unit);
    if (list === undefined) byUnit.set(link.unit, [link]);
    else list.push(link);
  }
  return { byUnit };
}

/** The link whose words stand at an offset (UTF-16 code units) of a segment; where several do, the shortest. */
export function findLinkAt(
  index: LinkIndex,
  unit: string,
  language: LanguageTag,
  offset: number,
): Link | undefined {
  return (index.byUnit.get(unit) ?? [])
    .filter((link) => (link.spans[language] ?? []).some((span) => spanCovers(span, offset)))
    .toSorted((a, b) => linkLength(a, language) - linkLength(b, language))[0];
}

/** The null links of a unit: words that stand in one language only. */
export function findNullLinks(index: LinkIndex, unit: string): readonly Link[] {
  return (index.byUnit.get(unit) ?? []).filter(isNullLink);
}

/**
 * The words of `other` that answer a span of `language`: the spans of every link the span touches, joined where only
 * white space or nothing lies between, so that a phrase made of several links is offered as one.
 */
export function findCounterpart(
  index: LinkIndex,
  unit: string,
  place: { readonly language: LanguageTag; readonly span: TextSpan },
  other: { readonly language: LanguageTag; readonly text: string },
): readonly TextSpan[] {
  const touched = (index.byUnit.get(unit) ?? []).filter((link) =>
    (link.spans[place.language] ?? []).some(
      (span) => span.start < place.span.end && place.span.start < span.end,
    ),
  );
  const spans = touched
    .flatMap((link) => link.spans[other.language] ?? [])
    .toSorted((a, b) => a.start - b.start);
  const joined: TextSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && other.text.slice(last.end, span.start).trim() === '') {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

function linkLength(link: Link, language: LanguageTag): number {
  return (link.spans[language] ?? []).reduce((sum, span) => sum + span.end - span.start, 0);
}
