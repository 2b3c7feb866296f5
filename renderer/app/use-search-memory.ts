import { useMemo, useState } from 'react';
import {
  forgetRecentSearches,
  rememberSearch,
  removeSavedSearch,
  saveSearch,
  type Searches,
} from '../../core/settings/searches.ts';
import type { SearchMemory } from '../features/search/search-memory.ts';
import type { SettingsHandle } from './use-settings.ts';

/** Remembers searches in the settings. */
export function useSearchMemory({ value, change }: SettingsHandle): SearchMemory {
  const { searches } = value;
  const [editing, edit] = useState<string>();
  return useMemo(() => {
    const changeSearches = (update: (before: Searches) => Searches) =>
      change((settings) => {
        const next = update(settings.searches);
        return next === settings.searches ? settings : { ...settings, searches: next };
      });
    return {
      searches,
      editing,
      edit,
      remember: (query) => changeSearches((before) => rememberSearch(before, query)),
      forgetRecent: () => changeSearches(forgetRecentSearches),
      save: (search) => changeSearches((before) => saveSearch(before, search)),
      remove: (query) => changeSearches((before) => removeSavedSearch(before, query)),
    };
  }, [searches, editing, change]);
}
