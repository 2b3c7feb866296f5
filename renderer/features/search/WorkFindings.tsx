import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { useText } from '../../i18n/use-text.ts';
import { NoResults } from './NoResults.tsx';
import { ResultList } from './ResultList.tsx';
import { SearchFailed } from './SearchFailed.tsx';
import { RESULT_ORDERS } from './search-state.ts';
import styles from './SearchResults.module.css';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
}

/** What was found in the opened work. */
export function WorkFindings({ search }: Props) {
  const text = useText();
  const { state, outcome, groups } = search;
  const results = outcome?.results ?? [];
  return (
    <>
      {results.length > 1 ? (
        <div className={styles.order}>
          <SegmentedControl
            label={text('search.order')}
            value={state.order}
            options={RESULT_ORDERS.map((order) => ({ value: order, label: text(`search.order.${order}`) }))}
            onChange={search.chooseOrder}
          />
        </div>
      ) : null}
      {state.phase.type === 'failed' ? (
        <SearchFailed detail={state.phase.detail} onRetry={search.retry} />
      ) : null}
      {state.phase.type === 'ready' && results.length === 0 ? (
        <NoResults query={state.query} onInsert={search.insert} />
      ) : null}
      <ResultList
        groups={groups}
        query={state.query}
        isReady={search.isReady}
        active={search.active}
        onGo={search.goToLine}
      />
      {results.length > groups.length ? (
        <p className={styles.more}>{text('search.more', { shown: groups.length })}</p>
      ) : null}
    </>
  );
}
