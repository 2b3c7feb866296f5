import { useMemo } from 'react';
import type { PlacedAnnotations } from '../../../core/annotation/place-annotations.ts';
import type { SearchOutcome } from '../../../core/search/search-result.ts';
import type { LinkIndex } from '../../../core/text/link-index.ts';
import type { Work } from '../../../core/text/work.ts';
import { markHits, type HitMark, type HitMarks } from './hit-marks.ts';
import { listStops, type HitStop } from './hit-stops.ts';
import {
  composeGroups,
  indexPositions,
  indexUnitPlaces,
  type ResultGroup,
  type ResultLine,
  type SearchTarget,
  type UnitPositions,
} from './result-groups.ts';
import { currentOutcome, type SearchState } from './search-state.ts';

/** What there is to show of the latest answer. */
export interface ShownResults {
  /** Null before there is an answer. */
  readonly outcome: SearchOutcome | null;
  /** Every place where something was found, in the order of the text: what next and previous go through. */
  readonly stops: readonly HitStop[];
  /** The stop the reader stands on; undefined before the first. */
  readonly stopIndex: number | undefined;
  readonly positions: UnitPositions;
  readonly groups: readonly ResultGroup[];
  /** The lines of all groups, in order: what the arrow keys go through. */
  readonly lines: readonly ResultLine[];
  /** The line the arrow keys stand on. */
  readonly active: ResultLine | undefined;
  /** What the reading view paints of it. */
  readonly marks: HitMarks;
  /** The hit the reader stands on; undefined on a note or a tag. */
  readonly currentHit: Omit<HitMark, 'kind'> | undefined;
}

/** More than a reader looks through; the count says how many there are. */
export const SHOWN_RESULTS = 100;

const NO_RESULTS: SearchOutcome['results'] = [];

/** Composes what is shown from the state; every part keeps its identity while it stays the same. */
export function useSearchResults(
  state: SearchState,
  work: Work,
  links: LinkIndex,
  placed: PlacedAnnotations,
): ShownResults {
  const positions = useMemo(() => indexPositions(work), [work]);
  const places = useMemo(() => indexUnitPlaces(work), [work]);
  const outcome = currentOutcome(state);
  const results = outcome?.results ?? NO_RESULTS;
  const groups = useMemo(
    () => composeGroups(results, state.order, SHOWN_RESULTS, work, positions, places, placed),
    [results, state.order, work, positions, places, placed],
  );
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  const marks = useMemo(() => markHits(results, links), [results, links]);
  const stops = useMemo(
    () => listStops(results, work, positions, placed),
    [results, work, positions, placed],
  );
  const { activeKey, activeNth } = state;
  const active = lines.find(({ key }) => key === activeKey);
  const index = useMemo(
    () => (activeKey === null ? -1 : findStop(stops, activeKey, activeNth)),
    [stops, activeKey, activeNth],
  );
  const stop = stops[index];
  const currentHit = useMemo(() => (stop === undefined ? undefined : hitAt(stop.target)), [stop]);
  const stopIndex = stop === undefined ? undefined : index;
  return { outcome, stops, stopIndex, positions, groups, lines, active, marks, currentHit };
}

/** The place of a stop; where its line has fewer hits than it had, that of the line's first. */
function findStop(stops: readonly HitStop[], lineKey: string, nth: number): number {
  const exact = stops.findIndex((stop) => stop.lineKey === lineKey && stop.nth === nth);
  return exact === -1 ? stops.findIndex((stop) => stop.lineKey === lineKey) : exact;
}

/** The words a target stands for in the text; undefined for a note or a tag. */
export function hitAt({ unit, language, span, annotationId }: SearchTarget): ShownResults['currentHit'] {
  return span === undefined || annotationId !== undefined ? undefined : { unit, language, span };
}
