import { useEffect, useRef, useState } from 'react';
import type { Work } from '../../core/text/work.ts';
import { useStable } from '../components/use-stable.ts';
import type { RevisionsHandle } from '../features/revisions/use-revisions.ts';
import { linkWork } from '../features/import/link-work.ts';
import type { LibraryHandle, WorkOnDesk } from './use-library.ts';

/** What is said while links are looked for in a work of the library, and where nothing came of it. */
export type LinkProposalNews = 'linking' | 'no-links' | 'linking-failed';

/** Proposing links for a work that is in the library already. */
export interface LinkProposal {
  /** Opens the work if it is not open, looks for links, and shows what another text with these links would be. */
  readonly begin: (workId: Work['id']) => void;
  readonly news: LinkProposalNews | undefined;
  readonly dismissNews: () => void;
}

interface Options {
  readonly library: LibraryHandle;
  readonly revisions: RevisionsHandle;
  /** The work on the desk. */
  readonly opened: WorkOnDesk | undefined;
}

export function useLinkProposal({ library, revisions, opened }: Options): LinkProposal {
  const [wanted, setWanted] = useState<Work['id']>();
  const hasBegun = useRef(false);
  const [news, setNews] = useState<LinkProposalNews>();
  const work = opened?.work;
  const isThere = wanted !== undefined && work?.id === wanted;
  const propose = useStable((linked: string) => revisions.propose(linked, []));

  useEffect(() => {
    if (!isThere) {
      // Whoever goes on to another work does not want to be asked about this one.
      if (hasBegun.current) {
        hasBegun.current = false;
        setWanted(undefined);
        setNews(undefined);
      }
      return undefined;
    }
    hasBegun.current = true;
    let isAwaited = true;
    void linkWork(work, null).then((linked) => {
      // Another text may be on the desk by now.
      if (!isAwaited) return;
      hasBegun.current = false;
      setWanted(undefined);
      const hasLinks = linked !== undefined && linked.proposedCount > 0;
      setNews(linked === undefined ? 'linking-failed' : hasLinks ? undefined : 'no-links');
      if (hasLinks) propose(linked.text);
    });
    return () => {
      isAwaited = false;
    };
  }, [isThere, work, propose]);

  return {
    begin: (workId) => {
      setNews('linking');
      setWanted(workId);
      if (work?.id !== workId) library.openWork(workId);
    },
    news,
    dismissNews: () => setNews(undefined),
  };
}
