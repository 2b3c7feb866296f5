import type { LanguageTag } from '../../text/language.ts';
import type { Bead } from '../align-texts.ts';
import { DOUBTFUL_BELOW } from './review-rows.ts';
import { shownText, sideOf, type EditedRow } from './edited-row.ts';

/** The two languages whose sentences are shown beside each other. */
export type LanguagePair = readonly [source: LanguageTag, target: LanguageTag];

/** The words of the sentences of a language in some rows, in order: what the aligner is given. */
export function listSentences(rows: readonly EditedRow[], language: LanguageTag): readonly string[] {
  return rows.flatMap((row) => sideOf(row, language).map(shownText));
}

/**
 * Measures rows by what the aligner made of all their sentences, by id. A row is as sure as the least sure bead inside it.
 * Where beads reach over its borders the aligner contradicts it, and it is doubtful: the more, the surer those beads are.
 * Rows without words in these languages are left out.
 */
export function measureRows(
  rows: readonly EditedRow[],
  [source, target]: LanguagePair,
  beads: readonly Bead[],
): ReadonlyMap<string, number> {
  const measured = new Map<string, number>();
  let next = 0;
  let rowEnd = { source: 0, target: 0 };
  let beadStart = { source: 0, target: 0 };
  for (const row of rows) {
    const rowStart = rowEnd;
    rowEnd = {
      source: rowStart.source + sideOf(row, source).length,
      target: rowStart.target + sideOf(row, target).length,
    };
    if (isSame(rowStart, rowEnd)) continue;
    let inside = 1;
    let crossing: number | undefined;
    for (let bead = beads[next]; bead !== undefined; bead = beads[next]) {
      const beadEnd = {
        source: beadStart.source + bead.source.length,
        target: beadStart.target + bead.target.length,
      };
      const isInside = isWithin(rowStart, beadStart) && isWithin(beadEnd, rowEnd);
      if (isInside) inside = Math.min(inside, bead.confidence);
      else crossing = Math.max(crossing ?? 0, bead.confidence);
      // A bead that reaches over the end is met again by the next row.
      if (!isWithin(beadEnd, rowEnd)) break;
      next += 1;
      beadStart = beadEnd;
      if (isSame(beadEnd, rowEnd)) break;
    }
    measured.set(row.id, crossing === undefined ? inside : Math.min(inside, (1 - crossing) * DOUBTFUL_BELOW));
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
