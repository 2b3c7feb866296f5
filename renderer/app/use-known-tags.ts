import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { collectTags, joinTags, type TagCount } from '../../core/annotation/collect-tags.ts';
import { NO_LIBRARY_FILTER } from '../../core/annotation/library-filter.ts';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { RequestCalls } from '../../ipc/contract.ts';
import type { OpenNotebook } from '../features/notes/session-state.ts';

/**
 * The tags to offer while something is written: those of the whole library, as they were when the first note was begun, and
 * those given since. They cost too much to be counted for nobody.
 */
export function useKnownTags(
  { queryNotes }: Pick<RequestCalls, 'queryNotes'>,
  works: ReadonlyMap<string, OpenNotebook>,
  isWriting: boolean,
  locale: InterfaceLanguage,
): readonly TagCount[] {
  const [library, setLibrary] = useState<readonly TagCount[]>();
  const isAsking = isWriting && library === undefined;
  useEffect(() => {
    if (!isAsking) return;
    let isLeft = false;
    const ask = async () => {
      const query = { source: 'notes', filter: NO_LIBRARY_FILTER, order: 'place', locale } as const;
      const answer = await queryNotes({ ...query, offset: 0, limit: 0 });
      // Without an answer those of the opened texts must do.
      if (!isLeft && answer.ok) setLibrary(answer.value.facets.tags);
    };
    void ask();
    return () => {
      isLeft = true;
    };
  }, [isAsking, queryNotes, locale]);
  // Counted anew with every key that is typed into a note: not before the key has been drawn.
  const settled = useDeferredValue(works);
  return useMemo(() => {
    if (!isWriting) return NO_TAGS;
    return joinTags(library ?? NO_TAGS, collectTags(Array.from(settled.values(), listAnnotations).flat()));
  }, [isWriting, library, settled]);
}

const NO_TAGS: readonly TagCount[] = [];

function listAnnotations({ notebook }: OpenNotebook): readonly Annotation[] {
  return notebook.annotations;
}
