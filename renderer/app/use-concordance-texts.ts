import { useEffect, useMemo, useState } from 'react';
import type { Work } from '../../core/text/work.ts';
import type { RequestCalls } from '../../ipc/contract.ts';
import { textPath } from '../../ipc/library-search.ts';
import { readText } from '../../core/text/read-text.ts';

/**
 * The opened work and, once they are wanted and have been fetched, all others of the library, in its order. A text that
 * cannot be read is left out: opening it says why. They are read one after another, so that the window goes on meanwhile.
 */
export function useLibraryWorks(
  { listTexts }: Pick<RequestCalls, 'listTexts'>,
  work: Work,
  isWanted: boolean,
): readonly Work[] {
  const [others, setOthers] = useState<readonly Work[]>(NO_WORKS);
  useEffect(() => {
    if (!isWanted) return;
    let isLeft = false;
    const gather = async () => {
      const texts = await listTexts();
      const found: Work[] = [];
      for (const { workId, revision } of texts.ok ? texts.value : []) {
        if (isLeft) return;
        if (workId === work.id) continue;
        const response = await fetch(textPath({ workId, revision, file: 'text' }));
        const other = response.ok ? readText(await response.text(), workId) : undefined;
        if (other !== undefined) found.push(other);
      }
      if (!isLeft) setOthers(found);
    };
    void gather();
    return () => {
      isLeft = true;
    };
  }, [listTexts, work, isWanted]);
  return useMemo(() => (isWanted ? [work, ...others] : [work]), [work, others, isWanted]);
}

const NO_WORKS: readonly Work[] = [];
