import { useText } from '../../i18n/use-text.ts';
import type { SearchHandle } from './use-search.ts';

/** Says how much was found, or that it is being looked for; null where neither is so. */
export function useResultCount(search: SearchHandle): string | null {
  const text = useText();
  const { state, outcome, library } = search;
  if (library.scope === 'library') {
    const found = library.state.outcome;
    if (found === null) return library.state.failure === null ? text('search.searching') : null;
    return text('library-search.count', { units: found.unitCount, works: found.workCount });
  }
  if (outcome !== null) {
    return text('search.count', { units: outcome.results.length, places: search.stops.length });
  }
  return state.phase.type === 'searching' ? text('search.searching') : null;
}
