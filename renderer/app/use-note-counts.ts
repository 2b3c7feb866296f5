import type { WorkSummary } from '../../ipc/contract.ts';
import { useEffect, useState } from 'react';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { WorkCounts } from '../../ipc/works.ts';

/** How much the reader has done in each work, counted whenever the library comes on screen or changes; undefined until they are. */
export function useNoteCounts(
  api: StudyBridge,
  works: readonly WorkSummary[],
): Readonly<Record<string, WorkCounts>> | undefined {
  const [counts, setCounts] = useState<Readonly<Record<string, WorkCounts>>>();
  useEffect(() => {
    void api.requests.countNotes().then((result) => {
      // Without an answer the library says nothing of notes: saying "none" would frighten.
      setCounts(result.ok ? result.value : undefined);
    });
  }, [api, works]);
  return counts;
}
