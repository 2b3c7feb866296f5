import { useEffect, useMemo, useState } from 'react';
import type { RequestCalls, WorkSummary } from '../../ipc/contract.ts';
import type { LibraryText } from '../../ipc/library-search.ts';
import type { ConcordanceScope } from '../features/concordance/use-concordance.ts';
import type { WorkOnDesk } from './use-library.ts';

interface Options {
  readonly requests: Pick<RequestCalls, 'listTexts'>;
  /** The opened work. */
  readonly opened: WorkOnDesk | undefined;
  readonly works: readonly WorkSummary[];
  /** Whether all texts of the library are wanted, not the opened one only. */
  readonly isOfLibrary: boolean;
  /** Changes with the texts of the library. */
  readonly textsKey: string;
}

/** The texts that the concordance is of. They are only named: its worker fetches them. */
export function useConcordanceTexts(options: Options): ConcordanceScope {
  const { requests, opened, works, isOfLibrary, textsKey } = options;
  const [texts, setTexts] = useState<readonly LibraryText[]>();
  const { listTexts } = requests;
  useEffect(() => {
    if (!isOfLibrary) return;
    let isLeft = false;
    void listTexts().then((listed) => {
      if (listed.ok && !isLeft) setTexts(listed.value);
    });
    return () => {
      isLeft = true;
    };
  }, [listTexts, isOfLibrary, textsKey]);

  // While another work is on its way, the concordance stays as it is.
  const [last, setLast] = useState(opened);
  if (opened !== undefined && opened !== last) setLast(opened);
  const own = useMemo(() => (last === undefined ? NO_TEXT : nameOpened(last)), [last]);
  // The languages of all are ordered as in the first that has them, so that another opened text changes nothing.
  const ofAll = useMemo(
    () =>
      texts === undefined
        ? undefined
        : { texts, languages: [...new Set(works.flatMap(({ languages }) => languages))] },
    [texts, works],
  );
  return isOfLibrary ? (ofAll ?? own) : own;
}

const NO_TEXT: ConcordanceScope = { texts: [], languages: [] };

function nameOpened({ work, revision }: WorkOnDesk): ConcordanceScope {
  return {
    texts: [{ workId: work.id, revision, titles: work.titles }],
    languages: work.editions.map(({ language }) => language),
  };
}
