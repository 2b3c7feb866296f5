import type { Occurrence } from '../../../core/text/find-occurrences.ts';
import { findExcerpts, splitExcerpt, type ExcerptPart } from '../../../core/text/excerpt.ts';
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
  readonly span: TextSpan;
  readonly parts: readonly ExcerptPart[];
}

// One line of a column, as in a concordance: 24 Han characters, or Latin ones, which are narrower than half of them.
const CHINESE_LINE_COLUMNS = 48;
const LATIN_LINE_COLUMNS = 62;

/** Occurrences as lines of the text, by unit, in the order of the text. */
export function groupOccurrences(work: Work, occurrences: readonly Occurrence[]): readonly OccurrenceGroup[] {
  return work.units.flatMap((unit) => {
    const inUnit = occurrences.filter((occurrence) => occurrence.unit === unit.id);
    if (inUnit.length === 0) return [];
    const editions = work.editions.map(({ language }) => {
      const spans = inUnit.filter((occurrence) => occurrence.language === language).map(({ span }) => span);
      return {
        language,
        lines: listLines(
          segmentText(unit, language),
          spans.toSorted(compareSpans),
          isChinese(language) ? CHINESE_LINE_COLUMNS : LATIN_LINE_COLUMNS,
        ),
      };
    });
    return [{ unit, editions }];
  });
}

function listLines(text: string, spans: readonly TextSpan[], columns: number): readonly OccurrenceLine[] {
  return findExcerpts(text, spans, columns).flatMap((excerpt) => {
    const [span] = excerpt.hits;
    return span === undefined ? [] : [{ span, parts: splitExcerpt(text, excerpt) }];
  });
}
