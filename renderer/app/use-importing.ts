import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { composeWork, type ComposedEdition } from '../../core/import/review/compose-work.ts';
import { chooseTitle } from '../../core/text/choose-title.ts';
import type { Work } from '../../core/text/work.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { useImport, type ImportHandle } from '../features/import/use-import.ts';
import type { RevisionsHandle } from '../features/revisions/use-revisions.ts';
import { useText } from '../i18n/use-text.ts';
import type { Screen } from './screen.ts';
import type { LibraryHandle, OpenState } from './use-library.ts';
import { useWorkImporting, type WorkImporting } from './use-work-importing.ts';

/** A work that was put into the library. */
interface AddedNews {
  readonly type: 'added';
  readonly title: string;
  readonly workId: string;
}

/** What there is to say after an import. */
export type ImportNews =
  | AddedNews
  | { readonly type: 'known' | 'put-away' }
  | { readonly type: 'undone'; readonly title: string }
  | { readonly type: 'not-undone'; readonly title: string; readonly reason: string };

/** The import among the other features. It goes on while other screens are shown. */
export interface ImportingHandle {
  readonly handle: ImportHandle;
  readonly news: ImportNews | undefined;
  /** Begins an import with files, or adds them to the one that is under way. */
  readonly takeFiles: (files: readonly File[]) => void;
  /** Shows the import of a text: the one that is under way, or a new one. */
  readonly show: () => void;
  /** Begins to import one more edition of a work, or another text of it. */
  readonly begin: WorkImporting['begin'];
  /** Makes a work of what was found, puts it into the library and opens it; or proposes it as a revision of its work. */
  readonly add: (editions: readonly ComposedEdition[]) => void;
  readonly putAway: () => void;
  readonly bringBack: () => void;
  /** Moves the work that was added last into the bin. */
  readonly undo: (added: AddedNews) => void;
  readonly dismissNews: () => void;
}

type Requests = Pick<StudyBridge['requests'], 'addWork' | 'deleteWork'>;

interface Options {
  readonly requests: Requests;
  readonly library: LibraryHandle;
  readonly open: OpenState;
  readonly revisions: RevisionsHandle;
  readonly onScreen: (screen: Screen) => void;
}

export function useImporting(options: Options): ImportingHandle {
  const { requests, library, onScreen } = options;
  const { locale } = useIntl();
  const text = useText();
  const handle = useImport();
  const { state, dispatch } = handle;
  const intoWork = useWorkImporting({ ...options, handle });
  const [news, setNews] = useState<ImportNews>();
  const { refresh, openWork, remove } = library;

  const takeFiles = useCallback(
    (files: readonly File[]) => {
      dispatch({ type: 'sources-added', sources: files.map((file) => ({ name: file.name, blob: file })) });
      onScreen('import');
    },
    [dispatch, onScreen],
  );
  const add = async (editions: readonly ComposedEdition[]): Promise<void> => {
    if (state.found === undefined) return;
    dispatch({ type: 'adding' });
    const work = composeWork(state.found.units, editions);
    const linked = await handle.link(work);
    const name = state.sources
      .map((source) => source.name)
      .join(', ')
      .slice(0, MOST_NAME_LENGTH);
    const result = await requests.addWork({ text: linked, name });
    if (!result.ok) {
      dispatch({ type: 'adding-failed', detail: text(`errors.${result.failure.code}`) });
      return;
    }
    if (result.value.type === 'refused') {
      dispatch({ type: 'adding-failed', detail: result.value.problem.details.join('; ') });
      return;
    }
    const { type, workId } = result.value;
    dispatch({ type: 'added' });
    refresh();
    openWork(workId);
    onScreen('reader');
    setNews(type === 'known' ? { type } : { type, workId, title: titleOf(work, locale) });
  };
  const undo = async ({ workId, title }: AddedNews): Promise<void> => {
    const result = await requests.deleteWork({ workId });
    if (!result.ok) {
      setNews({ type: 'not-undone', title, reason: text(`errors.${result.failure.code}`) });
      return;
    }
    setNews({ type: 'undone', title });
    remove(workId);
    onScreen('library');
  };

  return {
    handle,
    news,
    takeFiles,
    show: () => {
      // An edition of which there is no file yet is not what was asked for now.
      if (state.purpose.type !== 'new' && state.sources.length === 0) {
        dispatch({ type: 'begun', purpose: { type: 'new' } });
      }
      onScreen('import');
    },
    begin: intoWork.begin,
    add: (editions) => void (state.purpose.type === 'new' ? add(editions) : intoWork.propose(editions)),
    putAway: () => {
      dispatch({ type: 'put-away' });
      setNews({ type: 'put-away' });
      onScreen('library');
    },
    bringBack: () => {
      dispatch({ type: 'brought-back' });
      setNews(undefined);
      onScreen('import');
    },
    undo: (added) => void undo(added),
    dismissNews: () => setNews(undefined),
  };
}

/** What the contract takes. */
const MOST_NAME_LENGTH = 1000;

function titleOf(work: Work, locale: string): string {
  return chooseTitle(work.titles, locale)?.title ?? work.id;
}
