import { z } from '../schema.ts';
import type { LanguageTag } from './language.ts';
import { spanText, type TextSpan } from './text-span.ts';
import { segmentText, type Unit, type Work } from './work.ts';

/** Words that stand in another version of a text as they did, where whoever made it knows where they went. In UTF-16 code units. */
export interface WordMove {
  readonly language: LanguageTag;
  /** The unit they stood in, and where. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  /** The unit they stand in now, and where they begin. */
  readonly newUnit: string;
  readonly newStart: number;
}

const offset = z.int().min(0);

/** Validates a {@link WordMove} that comes from another process. */
export const wordMoveSchema: z.ZodType<WordMove> = z.strictObject({
  language: z.string(),
  unit: z.string(),
  start: offset,
  end: offset,
  newUnit: z.string(),
  newStart: offset,
});

/** Where words of the old text are in the new one; undefined where nobody has said it, or other words stand there. */
export type Carrier = (
  unit: Unit,
  language: LanguageTag,
  span: TextSpan,
) => { readonly unit: Unit; readonly span: TextSpan } | undefined;

/** Follows words by moves that are known. What a move says is believed only where the very same words stand. */
export function createCarrier(newWork: Pick<Work, 'units'>, moves: readonly WordMove[]): Carrier {
  const newUnits = new Map(newWork.units.map((unit) => [unit.id, unit]));
  const bySegment = new Map<string, WordMove[]>();
  for (const move of moves) {
    const key = `${move.unit} ${move.language}`;
    const known = bySegment.get(key);
    if (known === undefined) bySegment.set(key, [move]);
    else known.push(move);
  }
  return (oldUnit, language, span) => {
    const move = bySegment
      .get(`${oldUnit.id} ${language}`)
      ?.find(({ start, end }) => start <= span.start && span.start < end);
    const unit = newUnits.get(move?.newUnit ?? '');
    if (move === undefined || unit === undefined) return undefined;
    const start = move.newStart + span.start - move.start;
    const carried = { start, end: start + span.end - span.start };
    // Words that reach over several moves stand only where these still follow each other.
    const words = spanText(segmentText(unit, language), carried);
    return words === spanText(segmentText(oldUnit, language), span) ? { unit, span: carried } : undefined;
  };
}
