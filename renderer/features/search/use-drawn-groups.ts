import { startTransition, useEffect, useState } from 'react';
import { chooseDrawn, NO_LIST } from './drawn-groups.ts';
import type { ResultGroup } from './result-groups.ts';

/**
 * The groups to draw now; all of them soon after. The rest waits until a frame with the first has been drawn: in one frame
 * with them it would make that one late, and whoever types on before is spared it.
 */
export function useDrawnGroups(
  groups: readonly ResultGroup[],
  query: string,
  isReady: boolean,
): readonly ResultGroup[] {
  const [whole, setWhole] = useState(NO_LIST);
  useEffect(() => {
    // Before the answer is there the groups are those of another query.
    if (!isReady) return undefined;
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // A task after the frame's callbacks comes when the frame has been drawn.
      task = setTimeout(() => startTransition(() => setWhole({ query, groups })));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [groups, query, isReady]);
  return chooseDrawn(groups, query, whole);
}
