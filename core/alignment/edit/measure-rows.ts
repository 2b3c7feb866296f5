import type { LanguageTag } from '../../text/language.ts';
import type { AlignedBead } from '../align-texts.ts';
import { measureAs, rateBeads, type RowMeasure } from './rate-beads.ts';
import { DOUBTFUL_BELOW } from './review-rows.ts';
import { shownText, sideOf, type EditedRow } from './edited-row.ts';

/** The two languages whose sentences are shown beside each other. */
export type LanguagePair = readonly [source: LanguageTag, target: LanguageTag];

/** The words of the sentences of a language in some rows, in order: what the aligner is given. */
export function listSentences(rows: readonly EditedRow[], language: LanguageTag): readonly string[] {
  return rows.flatMap((row) => sideOf(row, language).map(shownText));
}

/**
 * Measures rows by what the aligner made of all their sentences, by id. Where beads reach over the borders of a row the
 * aligner contradicts it, and it is doubtful: the more, the surer those beads are. Rows without words in these languages
 * are left out.
 */
export function measureRows(
  rows: readonly EditedRow[],
  [source, target]: LanguagePair,
  beads: readonly AlignedBead[],
): ReadonlyMap<string, RowMeasure> {
  const measured = new Map<string, RowMeasure>();
  let next = 0;
  let rowEnd = { source: 0, target: 0 };
  let beadStart = { source: 0, target: 0 };
  let borderAt = 1;
  for (const row of rows) {
    const rowStart = rowEnd;
    rowEnd = {
      source: rowStart.source + sideOf(row, source).length,
      target: rowStart.target + sideOf(row, target).length,
    };
    if (isSame(rowStart, rowEnd)) continue;
    const borderBefore = borderAt;
    const inside: AlignedBead[] = [];
    let crossing: number | undefined;
    for (let bead = beads[next]; bead !== undefined; bead = beads[next]) {
      const beadEnd = {
        source: beadStart.source + bead.source.length,
        target: beadStart.target + bead.target.length,
      };
      const isInside = isWithin(rowStart, beadStart) && isWithin(beadEnd, rowEnd);
      if (isInside) inside.push(bead);
      else crossing = Math.max(crossing ?? 0, bead.confidence);
      // A bead that reaches over the end is met again by the next row.
      if (!isWithin(beadEnd, rowEnd)) break;
      next += 1;
      beadStart = beadEnd;
      borderAt = bead.border;
      if (isSame(beadEnd, rowEnd)) break;
    }
    measured.set(
      row.id,
      crossing === undefined ? rateBeads(inside, borderBefore) : measureAs((1 - crossing) * DOUBTFUL_BELOW),
    );
  }
  return measured;
}

interface Point {
  readonly source: number;
  readonly target: number;
}

/** Whether a point of both texts is not behind another in either. */
function isWithin(one: Point, other: Point): boolean {
  return one.source <= other.source && one.target <= other.target;
}

function isSame(one: Point, other: Point): boolean {
  return one.source === other.source && one.target === other.target;
}
