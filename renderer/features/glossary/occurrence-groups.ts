import { makeExcerpt, type Excerpt } from '../../../core/search/excerpt.ts';
import type { Occurrence } from '../../../core/text/find-occurrences.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';
import { compareSpans, type TextSpan } from '../../../core/text/text-span.ts';
import { segmentText, type Unit, type Work } from '../../../core/text/work.ts';

/** Where a term occurs in one unit. */
export interface OccurrenceGroup {
  readonly unit: Unit;
  /** One entry per edition, in the editions' order; `lines` is empty where the edition says it in other words. */
  readonly editions: readonly { readonly language: LanguageTag; readonly lines: readonly OccurrenceLine[] }[];
}

/** A line of the text with the term marked, and where a press on it leads. */
export interface OccurrenceLine {
  readonly target: TextSpan;
  readonly excerpt: Excerpt;
}

// One line of a column, as in a concordance, in UTF-16 code units.
const CHINESE_LINE_LENGTH = 25;
const LATIN_LINE_LENGTH = 58;

/** Occurrences as lines of the text, by unit, in the order of the text. */
export function groupOccurrences(work: Work, occurrences: readonly Occurrence[]): readonly OccurrenceGroup[] {
  return work.units.flatMap((unit) => {
    const inUnit = occurrences.filter((occurrence) => occurrence.unit === unit.id);
    if (inUnit.length === 0) return [];
    const editions = work.editions.map(({ language }) => {
      const spans = inUnit.filter((occurrence) => occurrence.language === language).map(({ span }) => span);
      const length = isChinese(language) ? CHINESE_LINE_LENGTH : LATIN_LINE_LENGTH;
      return { language, lines: cutLines(segmentText(unit, language), spans.toSorted(compareSpans), length) };
    });
    return [{ unit, editions }];
  });
}

/** Lines in which every span is marked whole at least once; spans near each other share a line. */
function cutLines(text: string, spans: readonly TextSpan[], length: number): readonly OccurrenceLine[] {
  const lines: OccurrenceLine[] = [];
  for (let next = 0; next < spans.length;) {
    const rest = spans.slice(next);
    const excerpt = makeExcerpt(text, rest, length);
    const [target] = rest;
    const [marked] = excerpt.spans;
    if (target === undefined || marked === undefined) break;
    // The line may reach back over spans that an earlier line has shown, and may cut the last one in two.
    const start = target.start - marked.start;
    const whole = spans.filter((span) => start <= span.start && span.end <= start + excerpt.text.length);
    const shown = whole.map((span) => ({ start: span.start - start, end: span.end - start }));
    lines.push({ target, excerpt: { ...excerpt, spans: shown } });
    next += Math.max(1, whole.filter((span) => span.start >= target.start).length);
  }
  return lines;
}
