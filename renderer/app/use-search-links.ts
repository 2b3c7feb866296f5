import { useState } from 'react';
import type { SearchLink } from '../../core/search/search-link.ts';
import type { Screen } from './screen.ts';
import type { DeskHandle } from './use-desk.ts';
import type { LibraryHandle } from './use-library.ts';
import { nextStep } from './search-link-step.ts';
import { useArrivalAt } from './use-arrival-at.ts';

/** The searches that links in notes stand for, also in works that are not open yet. */
export interface SearchLinks {
  /** Makes a search again: opens its work first, where it is another one. */
  readonly open: (link: SearchLink) => void;
  /** The search to make once its work is on the desk. */
  readonly awaited: SearchLink | undefined;
  readonly arrive: () => void;
  /** What there is to tell about a link: it was copied, or leads to a work that is not there. */
  readonly notice: 'copied' | 'no-text' | undefined;
  readonly notify: (notice: SearchLinks['notice']) => void;
}

export function useSearchLinks(library: LibraryHandle): SearchLinks {
  const [pressed, setPressed] = useState<SearchLink>();
  const [awaited, setAwaited] = useState<SearchLink>();
  const [notice, notify] = useState<SearchLinks['notice']>();
  const openId = library.open.type === 'opened' ? library.open.opened.work.id : undefined;
  const step = pressed === undefined ? 'wait' : nextStep(pressed, { ...library, openId });
  useArrivalAt(step === 'wait' ? undefined : pressed, (link) => {
    setPressed(undefined);
    notify(step === 'no-text' ? step : undefined);
    if (step === 'no-text') return;
    setAwaited(link);
    if (step === 'open-work' && link.workId !== null) library.openWork(link.workId);
  });
  return {
    awaited,
    notice,
    notify,
    arrive: () => setAwaited(undefined),
    open: setPressed,
  };
}

/** Makes the search of a link as soon as its work is on the desk. */
export function useSearchLinkArrival(
  { awaited, arrive }: SearchLinks,
  desk: DeskHandle,
  workId: string,
  onScreen: (screen: Screen) => void,
): void {
  const link = awaited !== undefined && (awaited.workId ?? workId) === workId ? awaited : undefined;
  useArrivalAt(link, ({ workId: wanted, query }) => {
    arrive();
    onScreen('reader');
    desk.search.library.chooseScope(wanted === null ? 'library' : 'work');
    desk.search.insert(query);
  });
}
