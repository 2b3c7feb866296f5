import { useCallback, useMemo, useState } from 'react';
import type { Settings } from '../../core/settings/settings.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { SessionHandle } from '../features/notes/use-session.ts';
import type { WorkTitles } from '../features/search/library-groups.ts';
import type { SearchTarget } from '../features/search/result-groups.ts';
import {
  useLibrarySearch,
  type LibrarySearchHandle,
  type SearchScope,
} from '../features/search/use-library-search.ts';
import type { DeskHandle } from './use-desk.ts';
import type { LibraryHandle } from './use-library.ts';
import { useArrivalAt } from './use-arrival-at.ts';

/** A result in a work that is not open yet, and the query that found it. */
interface AwaitedResult {
  readonly target: SearchTarget;
  readonly query: string;
}

/** The search of the library, which outlives the desk, and the way from a result to a work that is not open yet. */
export interface SearchPlace {
  readonly library: LibrarySearchHandle;
  readonly titles: WorkTitles;
  /** Changes with the texts of the library. */
  readonly textsKey: string;
  /** Which texts the concordance is of: this too outlives the desk. */
  readonly concordanceScope: SearchScope;
  readonly chooseConcordanceScope: (scope: SearchScope) => void;
  /** Opens the result's work; its desk asks the query again and goes there. */
  readonly openWorkAt: (target: SearchTarget, query: string) => void;
  readonly awaited: AwaitedResult | undefined;
  readonly arrive: () => void;
}

export function useSearchPlace(
  api: StudyBridge,
  library: LibraryHandle,
  { session, works }: SessionHandle,
  colorNames: Settings['colorNames'],
): SearchPlace {
  const [awaited, setAwaited] = useState<AwaitedResult>();
  const [concordanceScope, chooseConcordanceScope] = useState<SearchScope>('work');
  const openNotes = useMemo(
    () => new Map(Array.from(works, ([workId, { notebook }]) => [workId, notebook.annotations])),
    [works],
  );
  const loadNotes = useCallback(
    async (workId: string) => {
      const notebook = await session.loadNotebook(workId);
      return notebook.ok ? notebook.value.annotations : undefined;
    },
    [session],
  );
  // Opening another work changes no text; replacing one is written in its notes.
  const revisions = [...works].flatMap(
    ([
      workId,
      {
        notebook: { revision },
      },
    ]) => (revision === undefined ? [] : [`${workId} ${revision}`]),
  );
  const textsKey = [...library.works.map(({ id }) => id), ...revisions].join();
  const titles = useMemo(() => new Map(library.works.map((work) => [work.id, work.titles])), [library.works]);
  return {
    library: useLibrarySearch({
      requests: api.requests,
      workCount: library.works.length,
      openNotes,
      loadNotes,
      colorNames,
      textsKey,
    }),
    titles,
    textsKey,
    concordanceScope: library.works.length > 1 ? concordanceScope : 'work',
    chooseConcordanceScope,
    openWorkAt: (target, query) => {
      setAwaited({ target, query });
      library.openWork(target.workId);
    },
    awaited,
    arrive: () => setAwaited(undefined),
  };
}

/** Goes to the result that the work was opened for, with its query in the box. */
export function useSearchArrival({ awaited, arrive }: SearchPlace, desk: DeskHandle, workId: string): void {
  const result = awaited?.target.workId === workId ? awaited : undefined;
  useArrivalAt(result, ({ target, query }) => {
    arrive();
    desk.search.type(query, false);
    if (target.annotationId !== undefined) desk.annotating.activate(target.annotationId);
    desk.goToWords(target);
  });
}
