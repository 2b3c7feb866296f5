import { createContext } from 'react';
import type { SearchLink } from '../../../core/search/search-link.ts';

/** What a search link in a note does; without it such links are as inert as all others. */
export const SearchLinkContext = createContext<((link: SearchLink) => void) | undefined>(undefined);
