import { useMemo } from 'react';
import type { PlacedAnnotations } from '../../../core/annotation/place-annotations.ts';
import type { SearchOutcome } from '../../../core/search/search-result.ts';
import type { Work } from '../../../core/text/work.ts';
import {
  collectHits,
  composeGroups,
  countPlaces,
  indexPositions,
  type ResultGroup,
  type ResultLine,
  type SearchHit,
} from './result-groups.ts';
import { currentOutcome, type SearchState } from './search-state.ts';

/** What there is to show of the latest answer. */
export interface ShownResults {
  /** Null before there is an answer. */
  readonly outcome: SearchOutcome | null;
  /** In how many places something was found, notes and tags included. */
  readonly placeCount: number;
  readonly groups: readonly ResultGroup[];
  /** The lines of all groups, in order: what the arrow keys go through. */
  readonly lines: readonly ResultLine[];
  /** The line the arrow keys stand on. */
  readonly active: ResultLine | undefined;
  /** Everything found in the text, for the reading view to paint. */
  readonly hits: readonly SearchHit[];
  /** The hit the arrow keys stand on; undefined on a note or a tag. */
  readonly currentHit: SearchHit | undefined;
}

/** More than a reader looks through; the count says how many there are. */
export const SHOWN_RESULTS = 100;

const NO_HITS: readonly SearchHit[] = [];

/** Composes what is shown from the state; every part keeps its identity while it stays the same. */
export function useSearchResults(state: SearchState, work: Work, placed: PlacedAnnotations): ShownResults {
  const positions = useMemo(() => indexPositions(work), [work]);
  const outcome = currentOutcome(state);
  const results = outcome?.results;
  const groups = useMemo(
    () =>
      results === undefined
        ? []
        : composeGroups(results, state.order, SHOWN_RESULTS, work, positions, placed),
    [results, state.order, work, positions, placed],
  );
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  const hits = useMemo(() => (results === undefined ? NO_HITS : collectHits(results)), [results]);
  const placeCount = useMemo(() => countPlaces(results ?? []), [results]);
  const active = lines.find(({ key }) => key === state.activeKey);
  const currentHit = useMemo(() => (active === undefined ? undefined : findHit(active)), [active]);
  return { outcome, placeCount, groups, lines, active, hits, currentHit };
}

function findHit({ field, target }: ResultLine): SearchHit | undefined {
  const { unit, language, span } = target;
  return span === undefined || field.kind !== 'text' ? undefined : { unit, language, span };
}
