import { parseQuery } from '../../../core/search/parse-query.ts';
import { useText } from '../../i18n/use-text.ts';
import noneStyles from './NoResults.module.css';
import { ResultList } from './ResultList.tsx';
import { SearchFailed } from './SearchFailed.tsx';
import styles from './SearchResults.module.css';
import { UnfinishedQuery } from './UnfinishedQuery.tsx';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
}

/** What was found in all works, as far as they have been searched. */
export function LibraryFindings({ search }: Props) {
  const text = useText();
  const { library, groups, isReady, state } = search;
  const { outcome, isComplete, progress, failure } = library.state;
  if (failure !== null) return <SearchFailed detail={failure} onRetry={library.retry} />;
  const failed = progress?.failed.length ?? 0;
  return (
    <>
      {isComplete || progress === null ? null : (
        <p className={styles.more}>
          {progress.ready === 0
            ? text('library-search.preparing')
            : text('library-search.progress', { ready: progress.ready, total: progress.total })}
        </p>
      )}
      {failed > 0 ? (
        <p className={styles.more}>{text('library-search.failed-texts', { count: failed })}</p>
      ) : null}
      {isReady && isComplete && outcome?.unitCount === 0 ? <NothingInLibrary query={state.query} /> : null}
      <ResultList
        groups={groups}
        query={state.query}
        isReady={isReady}
        active={search.active}
        onGo={search.goToLine}
      />
      {outcome !== null && outcome.unitCount > groups.length ? (
        <p className={styles.more}>{text('search.more', { shown: groups.length })}</p>
      ) : null}
    </>
  );
}

function NothingInLibrary({ query }: { readonly query: string }) {
  const text = useText();
  const reading = parseQuery(query);
  if (reading.query === null) return <UnfinishedQuery problems={reading.problems} />;
  return (
    <div className={noneStyles.none}>
      <p className={noneStyles.title}>{text('search.none', { query })}</p>
      <p>{text('library-search.none')}</p>
    </div>
  );
}
