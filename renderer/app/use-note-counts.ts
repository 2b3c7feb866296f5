import { useEffect, useState } from 'react';
import type { StudyBridge } from '../../ipc/study-bridge.ts';

/** How many notes each work has, counted whenever the library comes on screen; undefined until they are. */
export function useNoteCounts(
  api: StudyBridge,
  isShown: boolean,
): Readonly<Record<string, number>> | undefined {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>();
  useEffect(() => {
    if (!isShown) return;
    void api.requests.countNotes().then((result) => {
      // Without an answer the library says nothing of notes: saying "none" would frighten.
      setCounts(result.ok ? result.value : undefined);
    });
  }, [api, isShown]);
  return counts;
}
