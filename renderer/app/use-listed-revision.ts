import { useEffect, useRef } from 'react';
import { useStable } from '../components/use-stable.ts';
import type { WorkOnDesk } from './use-library.ts';

/** Lists the works anew when another text of the opened one is read: its titles, languages and length are other ones. */
export function useListedRevision(opened: WorkOnDesk | undefined, refresh: () => void): void {
  const last = useRef(opened);
  const listAnew = useStable(refresh);
  useEffect(() => {
    if (opened === undefined) return;
    const before = last.current;
    last.current = opened;
    if (before?.work.id === opened.work.id && before.revision !== opened.revision) listAnew();
  }, [opened, listAnew]);
}
