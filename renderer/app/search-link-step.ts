import type { SearchLink } from '../../core/search/search-link.ts';
import type { LibraryHandle } from './use-library.ts';

/** What is known of the library when a link is followed. */
export interface KnownLibrary extends Pick<LibraryHandle, 'isListed' | 'listFailure'> {
  readonly works: readonly { readonly id: string }[];
  /** The work on the desk; undefined while none is. */
  readonly openId: string | undefined;
}

/** What to do about a link: search on the desk, open its work first, wait until the library is listed, or say that the work is gone. */
export type LinkStep = 'search' | 'open-work' | 'wait' | 'no-text';

export function nextStep({ workId }: SearchLink, library: KnownLibrary): LinkStep {
  const { openId, works, isListed, listFailure } = library;
  if (workId === null || workId === openId) return 'search';
  if (works.some(({ id }) => id === workId)) return 'open-work';
  // It may be there all the same; opening it says what is wrong.
  if (listFailure !== undefined) return 'open-work';
  return isListed ? 'no-text' : 'wait';
}
