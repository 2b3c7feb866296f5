import { startTransition, useEffect, useMemo, useState } from 'react';
import { loadGlyphs } from '../../dom/load-glyphs.ts';
import { waitForFrame } from '../../dom/wait-for-frame.ts';
import { chooseDrawn, countFirst, drawMore, NO_LIST } from './drawn-groups.ts';
import type { ResultGroup } from './result-groups.ts';

/** Whoever types on does so sooner; whoever looks for the end of the list gets there later. */
const PAUSE_MS = 150;

/**
 * The groups to draw now; soon after, all of them. The rest waits for a pause after the first, so that whoever types on is
 * spared what would be thrown away with the next key, and then comes little by little: in one frame it would make that one
 * late.
 */
export function useDrawnGroups(
  groups: readonly ResultGroup[],
  query: string,
  isReady: boolean,
): readonly ResultGroup[] {
  const [drawn, setDrawn] = useState(NO_LIST);
  const first = useMemo(() => countFirst(groups, window.innerHeight), [groups]);
  useEffect(() => {
    const next = drawMore(groups, query, drawn, first);
    // Before the answer is there the groups are those of another query.
    if (!isReady || next === drawn) return undefined;
    let isOutdated = false;
    const draw = async () => {
      // Farther down they are not laid out before they come into sight.
      if (drawn.query !== query) await loadGlyphs(listWords(groups.slice(first, next.count)));
      await waitForFrame();
      if (!isOutdated) startTransition(() => setDrawn(next));
    };
    const pause = setTimeout(() => void draw(), drawn.query === query ? 0 : PAUSE_MS);
    return () => {
      isOutdated = true;
      clearTimeout(pause);
    };
  }, [groups, query, isReady, drawn, first]);
  return useMemo(() => chooseDrawn(groups, query, drawn, first), [groups, query, drawn, first]);
}

function listWords(groups: readonly ResultGroup[]): string {
  return groups.flatMap(({ lines }) => lines.map(({ excerpt }) => excerpt.text)).join('');
}
