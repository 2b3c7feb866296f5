import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { LibraryOutcome } from '../../../core/search/library-results.ts';
import type { QueryNames } from '../../../core/search/query.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import {
  createLibraryClient,
  IDLE_LIBRARY_SEARCH,
  type LibraryClient,
  type LibrarySearchState,
} from '../../search-worker/library-client.ts';
import { loadAllGlyphs } from '../../dom/load-glyphs.ts';
import { createAnswerStage, FIRST_LINES, type AnswerStage } from './answer-stage.ts';

/** Where a query is looked for. */
export const SEARCH_SCOPES = ['work', 'library'] as const;

/** One of {@link SEARCH_SCOPES}. */
export type SearchScope = (typeof SEARCH_SCOPES)[number];

interface Options {
  readonly requests: Pick<StudyBridge['requests'], 'listTexts' | 'keepLibraryIndex' | 'countNotes'>;
  /** How many works there are: with one, there is nothing to choose. */
  readonly workCount: number;
  /** The notes of the works that are open, by work id; each list the same as long as nothing has changed. */
  readonly openNotes: ReadonlyMap<string, readonly Annotation[]>;
  /** The notes of any work as they are now; undefined where they cannot be read. */
  readonly loadNotes: (workId: string) => Promise<readonly Annotation[] | undefined>;
  /** What the reader calls the highlight colours. */
  readonly colorNames: QueryNames['colors'];
  /** Changes when another text of some work is read. */
  readonly textsKey: string;
}

/** The search of the whole library; it outlives the desk of one work. */
export interface LibrarySearchHandle {
  readonly isOffered: boolean;
  readonly scope: SearchScope;
  readonly chooseScope: (scope: SearchScope) => void;
  readonly state: LibrarySearchState;
  /** Asks, if the scope is the library; '' ends what is under way. */
  readonly ask: (query: string) => void;
  /** Starts the worker anew after a failure. */
  readonly retry: () => void;
}

/** Owns the worker that searches the library. It starts when the scope is first chosen: who never does, pays nothing. */
export function useLibrarySearch(options: Options): LibrarySearchHandle {
  const { requests, workCount, openNotes, loadNotes, colorNames, textsKey } = options;
  const [chosen, setScope] = useState<SearchScope>('work');
  const [attempt, setAttempt] = useState(0);
  const isOffered = workCount > 1;
  const scope = isOffered ? chosen : 'work';
  const [isAwake, setAwake] = useState(false);
  const [stage] = useState(createAnswerStage);
  const client = useClient(requests, isAwake, attempt, stage);
  const state = useSyncExternalStore(client?.subscribe ?? NEVER, client?.getState ?? getIdle);
  useTexts(client, requests, loadNotes, textsKey);
  useOpenNotes(client, openNotes);
  useEffect(() => client?.setColors(colorNames), [client, colorNames]);
  useEffect(() => (isAwake ? loadAllGlyphs() : undefined), [isAwake]);
  const ask = useCallback(
    (query: string) => {
      const isMeant = scope === 'library' && query !== '';
      if (isMeant) stage.begin();
      client?.search(isMeant ? query : '');
    },
    [client, scope, stage],
  );
  return useMemo(
    () => ({
      isOffered,
      scope,
      chooseScope: (next) => {
        if (next === 'library') setAwake(true);
        setScope(next);
      },
      state,
      ask,
      retry: () => setAttempt(attempt + 1),
    }),
    [isOffered, scope, state, ask, attempt],
  );
}

const NEVER = () => () => {};
const getIdle = () => IDLE_LIBRARY_SEARCH;

function useClient(
  { keepLibraryIndex }: Options['requests'],
  isAwake: boolean,
  attempt: number,
  stage: AnswerStage,
): LibraryClient | undefined {
  const [client, setClient] = useState<LibraryClient>();
  useEffect(() => {
    if (!isAwake) return;
    const worker = new Worker(new URL('../../search-worker/search-worker.ts', import.meta.url), {
      type: 'module',
    });
    let kept: Promise<unknown> = Promise.resolve();
    const opened = createLibraryClient(worker, {
      // An index that cannot be kept is made again the next time. Piece after piece: all at once they would make a frame late.
      onIndex: (piece) => {
        kept = kept.then(() => keepLibraryIndex(piece));
      },
      getReady: (outcome) => stage.ready(listFirstWords(outcome)),
    });
    setClient(opened);
    return () => {
      opened.close();
      setClient(undefined);
    };
  }, [isAwake, attempt, keepLibraryIndex, stage]);
  return client;
}

/** Tells the worker which texts there are and what notes stand on them. */
function useTexts(
  client: LibraryClient | undefined,
  { listTexts, countNotes }: Options['requests'],
  loadNotes: Options['loadNotes'],
  textsKey: string,
): void {
  useEffect(() => {
    if (client === undefined) return;
    let isLeft = false;
    const tell = async () => {
      const texts = await listTexts();
      if (isLeft || !texts.ok) return;
      client.open(texts.value);
      const counts = await countNotes();
      for (const workId of counts.ok ? Object.keys(counts.value) : []) {
        const notes = await loadNotes(workId);
        if (isLeft) return;
        if (notes !== undefined) client.setNotes(workId, notes);
      }
    };
    void tell();
    return () => {
      isLeft = true;
    };
  }, [client, listTexts, countNotes, loadNotes, textsKey]);
}

/** Keeps the worker up to date with what the reader writes while a query is shown. */
function useOpenNotes(client: LibraryClient | undefined, openNotes: Options['openNotes']): void {
  const [told] = useState(() => new Map<string, readonly Annotation[]>());
  useEffect(() => {
    if (client === undefined) return;
    let isChanged = false;
    for (const [workId, annotations] of openNotes) {
      if (told.get(workId) === annotations) continue;
      told.set(workId, annotations);
      client.setNotes(workId, annotations);
      isChanged = true;
    }
    if (isChanged) client.searchAgain();
  }, [client, openNotes, told]);
}

/** What is drawn at once of an answer. */
function listFirstWords({ works }: LibraryOutcome): string {
  const lines = works.flatMap(({ units }) => units.flatMap((unit) => unit.lines));
  return lines
    .slice(0, FIRST_LINES)
    .map(({ excerpt }) => excerpt.text)
    .join('');
}
