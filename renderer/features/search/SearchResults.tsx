import { CircleHelp, X } from 'lucide-react';
import { useState } from 'react';
import type { Work } from '../../../core/text/work.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { useText } from '../../i18n/use-text.ts';
import { PANE_ID } from './result-ids.ts';
import { ResultList } from './ResultList.tsx';
import { SearchFailed } from './SearchFailed.tsx';
import { HitSteps } from './HitSteps.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { NoResults } from './NoResults.tsx';
import { RESULT_ORDERS } from './search-state.ts';
import styles from './SearchResults.module.css';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
  readonly work: Work;
}

/** What was found, in the place of the contents while there is a query. */
export function SearchResults({ search, work }: Props) {
  const text = useText();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { state, outcome } = search;
  const results = outcome?.results ?? [];
  const count = { units: results.length, places: search.stops.length };
  return (
    <aside
      id={PANE_ID}
      className={styles.pane}
      aria-label={text('search.results')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') search.close();
      }}
    >
      <div className={styles.head}>
        <header className={styles.header}>
          <p role="status" className={styles.count}>
            {outcome !== null
              ? text('search.count', count)
              : state.phase.type === 'searching'
                ? text('search.searching')
                : null}
          </p>
          <IconButton
            label={text('search.help')}
            icon={<CircleHelp size={16} strokeWidth={1.6} />}
            isSelected={isHelpOpen}
            onPress={() => setHelpOpen(!isHelpOpen)}
          />
          <IconButton
            label={text('search.close')}
            icon={<X size={16} strokeWidth={1.6} />}
            onPress={search.close}
            shortcut="Esc"
          />
        </header>
        <HitSteps search={search} />
      </div>
      {isHelpOpen ? (
        <div className={styles.help}>
          <SearchHelp onInsert={search.insert} />
        </div>
      ) : null}
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
      <ResultList search={search} work={work} />
      {results.length > search.groups.length ? (
        <p className={styles.more}>{text('search.more', { shown: search.groups.length })}</p>
      ) : null}
    </aside>
  );
}
