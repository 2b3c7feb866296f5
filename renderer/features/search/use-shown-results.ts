import { useEffect, useMemo } from 'react';
import { composeLibraryGroups, type WorkTitles } from './library-groups.ts';
import type { SearchState } from './search-state.ts';
import type { LibrarySearchHandle } from './use-library-search.ts';
import { hitAt, type ShownResults } from './use-search-results.ts';

/** What is shown of a query in the scope that is chosen. */
export interface ScopedResults extends ShownResults {
  /** Whether the answer is there: only then the lines are those of the query. */
  readonly isReady: boolean;
}

/** Shows what was found in the work, or in the library where that is the scope; what is painted is always the work's. */
export function useShownResults(
  state: SearchState,
  inWork: ShownResults,
  library: LibrarySearchHandle,
  titles: WorkTitles,
  workId: string,
): ScopedResults {
  const { ask, scope } = library;
  const { outcome, query } = library.state;
  useEffect(() => ask(state.query), [ask, state.query]);
  const groups = useMemo(
    () => (outcome === null ? [] : composeLibraryGroups(outcome, titles)),
    [outcome, titles],
  );
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  if (scope === 'work') return { ...inWork, isReady: state.phase.type === 'ready' };
  const active = lines.find(({ key }) => key === state.activeKey);
  return {
    ...inWork,
    groups,
    lines,
    active,
    currentHit: active?.target.workId === workId ? hitAt(active.target) : undefined,
    isReady: outcome !== null && query === state.query,
  };
}
