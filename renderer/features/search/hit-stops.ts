import type { PlacedAnnotations } from '../../../core/annotation/place-annotations.ts';
import type { SearchResult } from '../../../core/search/search-result.ts';
import type { Work } from '../../../core/text/work.ts';
import { findGoal, type SearchTarget, type UnitPositions } from './result-groups.ts';

/** One place among those that next and previous go through: a hit in the text, a note or a tag. */
export interface HitStop {
  /** The key of the line of results it belongs to. */
  readonly lineKey: string;
  /** Which hit of that line it is, from 0. */
  readonly nth: number;
  readonly target: SearchTarget;
}

/** Every place where something was found, as they follow each other in the text; what is found in notes comes after the words of its unit. */
export function listStops(
  results: readonly SearchResult[],
  work: Work,
  positions: UnitPositions,
  placed: PlacedAnnotations,
): readonly HitStop[] {
  const place = ({ unitId }: SearchResult) => positions.get(unitId) ?? Infinity;
  return results
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((result) => {
      const unit = work.units[place(result)];
      if (unit === undefined) return [];
      return result.matches.flatMap((match): readonly HitStop[] => {
        const goal = findGoal(match, unit, work, placed);
        if (goal === undefined) return [];
        const { key, target } = goal;
        // A field may have been asked for as a whole: then it is one place.
        if (match.field.kind !== 'text' || match.spans.length === 0)
          return [{ lineKey: key, nth: 0, target }];
        return match.spans.map((span, nth) => ({ lineKey: key, nth, target: { ...target, span } }));
      });
    });
}

/** Where a step leads. */
export interface Step {
  readonly index: number;
  /** The end of the work was passed, forwards, or its beginning, backwards. */
  readonly isWrapped: boolean;
}

/**
 * The stop after or before the one at `from`; where there is none yet (undefined), the first from the reader's place on, or
 * the last up to it. After the last comes the first again. Undefined where there are no stops.
 */
export function findStep(
  stops: readonly HitStop[],
  from: number | undefined,
  by: 1 | -1,
  /** The position of the reader's unit in the work. */
  place: number,
  positions: UnitPositions,
): Step | undefined {
  if (stops.length === 0) return undefined;
  const positionOf = ({ target }: HitStop) => positions.get(target.unit) ?? Infinity;
  const index =
    from !== undefined
      ? from + by
      : by === 1
        ? stops.findIndex((stop) => positionOf(stop) >= place)
        : stops.findLastIndex((stop) => positionOf(stop) <= place);
  const isOutside = index < 0 || index >= stops.length;
  if (!isOutside) return { index, isWrapped: false };
  return { index: by === 1 ? 0 : stops.length - 1, isWrapped: true };
}
