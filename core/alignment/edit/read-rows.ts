import type { LanguageTag } from '../../text/language.ts';
import type { TextSpan } from '../../text/text-span.ts';
import type { Unit, Work } from '../../text/work.ts';
import { splitSentences } from '../split-sentences.ts';
import type { EditedRow, EditedSentence, EditedText } from './edited-row.ts';

/** The text of a work as rows of sentences, every unit a row that nobody has looked at. */
export function readRows(work: Work): EditedText {
  return {
    rows: work.units.map(readRow),
    reservedIds: new Set(work.units.map(({ id }) => id)),
  };
}

function readRow(unit: Unit): EditedRow {
  const { segments, ...rest } = unit;
  const sides = Object.fromEntries(
    Object.entries(segments).map(([language, segment]) => [
      language,
      readSentences(unit.id, segment, language),
    ]),
  );
  return { ...rest, sides, confidence: null, status: 'open' };
}

/** The sentences of a segment. With their gaps they are the segment, to the letter. */
function readSentences(unit: string, segment: string, language: LanguageTag): readonly EditedSentence[] {
  const spans = splitSentences(segment, language);
  return spans.map(({ end }, index): EditedSentence => {
    // What stands before the first sentence and behind the last one belongs to them.
    const start = index === 0 ? 0 : startOf(spans[index], segment);
    const isLast = index === spans.length - 1;
    return {
      text: segment.slice(start, isLast ? segment.length : end),
      correction: null,
      gap: isLast ? null : segment.slice(end, startOf(spans[index + 1], segment)),
      origin: { unit, start },
    };
  });
}

function startOf(span: TextSpan | undefined, segment: string): number {
  return span?.start ?? segment.length;
}
