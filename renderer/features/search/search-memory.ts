import type { SavedSearch, Searches } from '../../../core/settings/searches.ts';

/** The searches that are remembered and saved, and the ways to change them; every change is kept on disk. */
export interface SearchMemory {
  readonly searches: Searches;
  /** Counts a query among the recent searches. */
  readonly remember: (query: string) => void;
  readonly forgetRecent: () => void;
  /** Saves a query under a name, or gives it another. */
  readonly save: (search: SavedSearch) => void;
  readonly remove: (query: string) => void;
  /** The query whose name is being asked for; undefined while none is. */
  readonly editing: string | undefined;
  /** Asks for the name of a query, saved or not; undefined ends that. */
  readonly edit: (query: string | undefined) => void;
}
