import { sideOf, type EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import type { LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';
import type { BeadPlaces } from '../align/score-alignment.ts';
import { nameBorder, type Border, type GoldRows } from './gold-rows.ts';

/** The ends of rows, counted from where the first of them begins. */
export function listEnds(
  rows: readonly EditedRow[],
  [source, target]: LanguagePair,
  from: Border,
): readonly Border[] {
  let end = from;
  return rows.map((row) => {
    end = {
      source: end.source + sideOf(row, source).length,
      target: end.target + sideOf(row, target).length,
    };
    return end;
  });
}

/** Rows as beads, to be scored. */
export function listBeads(rows: readonly EditedRow[], languages: LanguagePair): readonly BeadPlaces[] {
  const ends = listEnds(rows, languages, START);
  return ends.map((end, index) => {
    const from = ends[index - 1] ?? START;
    return [listPlaces(from.source, end.source), listPlaces(from.target, end.target)];
  });
}

function listPlaces(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** Where a text begins. */
export const START: Border = { source: 0, target: 0 };

/** Rows that begin and end where rows made by hand do, and none in between: right if it is one row, and one by hand. */
export interface Stretch {
  /** Places of the rows; `to` is behind the last one. */
  readonly from: number;
  readonly to: number;
  /** Where it begins. */
  readonly begin: Border;
  /** The ends of the rows that ought to be there. */
  readonly goal: readonly Border[];
  readonly isRight: boolean;
}

/** Divides the rows of a text into the smallest stretches that can be mended without touching others. */
export function listStretches(
  rows: readonly EditedRow[],
  languages: LanguagePair,
  gold: GoldRows,
): readonly Stretch[] {
  const wanted = new Map(gold.ends.map((end, index) => [nameBorder(end), index]));
  const stretches: Stretch[] = [];
  let from = 0;
  let begin = START;
  let goldFrom = 0;
  for (const [index, end] of listEnds(rows, languages, START).entries()) {
    const goldAt = wanted.get(nameBorder(end));
    if (goldAt === undefined) continue;
    const goal = gold.ends.slice(goldFrom, goldAt + 1);
    const to = index + 1;
    stretches.push({ from, to, begin, goal, isRight: to - from === 1 && goal.length === 1 });
    [from, begin, goldFrom] = [to, end, goldAt + 1];
  }
  return stretches;
}
