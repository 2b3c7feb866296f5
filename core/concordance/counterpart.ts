import type { LanguageTag } from '../text/language.ts';
import { findCounterpart } from '../text/link-index.ts';
import { spansOverlap, spanText, type TextSpan } from '../text/text-span.ts';
import { isProposedLink, segmentText } from '../text/work.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';

/** What answers some words in another language, or why nothing is known to. */
export type Counterpart =
  | {
      readonly type: 'linked';
      readonly spans: readonly TextSpan[];
      /** Whether they answer more than the words: the words are only a part of what is linked. */
      readonly isWider: boolean;
      /** Whether the program has proposed any of the links that say so. */
      readonly isProposed: boolean;
    }
  | { readonly type: Absence };

/**
 * Why words have no rendering: a null link says so ('null-link'); no link touches them ('unlinked'); the unit has no
 * text in the other language ('no-segment'); the work has no such edition ('no-edition').
 */
export const ABSENCES = ['null-link', 'unlinked', 'no-segment', 'no-edition'] as const;

/** One of {@link ABSENCES}. */
export type Absence = (typeof ABSENCES)[number];

/** Words in a corpus. Works and units are named by their positions; the span is in the segment as it stands. */
export interface CorpusPlace {
  readonly work: number;
  readonly unit: number;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

/** What stands between the parts of a rendering that are apart in the text. */
export const RENDERING_GAP = ' … ';

/** The words of the language `other` that answer the words of a place, as the links of the work have it. */
export function findCounterpartOf(
  corpus: ConcordanceCorpus,
  place: CorpusPlace,
  other: LanguageTag,
): Counterpart {
  const work = corpus.works[place.work];
  const unit = work?.units[place.unit];
  if (work === undefined || unit === undefined || !work.editions.some(({ language }) => language === other))
    return { type: 'no-edition' };
  const text = segmentText(unit, other);
  if (text.trim() === '') return { type: 'no-segment' };
  const links = corpus.linksOf(place.work);
  const spans = findCounterpart(links, unit.id, place, { language: other, text });
  const touching = (links.byUnit.get(unit.id) ?? []).flatMap((link) =>
    (link.spans[place.language] ?? [])
      .filter((span) => spansOverlap(span, place.span))
      .map((span) => ({ link, span })),
  );
  if (spans.length === 0) return { type: touching.length > 0 ? 'null-link' : 'unlinked' };
  const segment = segmentText(unit, place.language);
  return {
    type: 'linked',
    spans,
    isWider: touching.some(({ span }) => reachesBeyond(segment, span, place.span)),
    isProposed: touching.some(({ link }) => isProposedLink(link) && link.spans[other] !== undefined),
  };
}

// A link that takes in an article or a comma does not answer more than the words.
const NOTHING_MORE = /^(?:[^\p{L}\p{N}]|\b(?:the|an?)\b)*$/iu;

function reachesBeyond(segment: string, linked: TextSpan, words: TextSpan): boolean {
  const before = segment.slice(linked.start, Math.max(linked.start, words.start));
  const after = segment.slice(Math.min(linked.end, words.end), linked.end);
  return !NOTHING_MORE.test(before) || !NOTHING_MORE.test(after);
}

/** A rendering as it stands in the segment it stands in; parts that are apart are joined by an ellipsis. */
export function renderingText(segment: string, spans: readonly TextSpan[]): string {
  return spans.map((span) => spanText(segment, span).trim()).join(RENDERING_GAP);
}
