import { CircleHelp, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { useText } from '../../i18n/use-text.ts';
import { HitSteps } from './HitSteps.tsx';
import { LibraryFindings } from './LibraryFindings.tsx';
import { PANE_ID } from './result-ids.ts';
import { SearchHelp } from './SearchHelp.tsx';
import { SearchTools } from './SearchTools.tsx';
import styles from './SearchResults.module.css';
import { SEARCH_SCOPES } from './use-library-search.ts';
import type { SearchHandle } from './use-search.ts';
import { useResultCount } from './use-result-count.ts';
import { WorkFindings } from './WorkFindings.tsx';

interface Props {
  readonly search: SearchHandle;
}

/** What was found, in the place of the contents while there is a query. */
export function SearchResults({ search }: Props) {
  const text = useText();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { library } = search;
  const count = useResultCount(search);
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
            {count}
          </p>
          <SearchTools search={search} />
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
      {library.isOffered ? (
        <div className={styles.order}>
          <SegmentedControl
            label={text('library-search.scope')}
            value={library.scope}
            options={SEARCH_SCOPES.map((scope) => ({
              value: scope,
              label: text(`library-search.scope.${scope}`),
            }))}
            onChange={library.chooseScope}
          />
        </div>
      ) : null}
      {library.scope === 'library' ? <LibraryFindings search={search} /> : <WorkFindings search={search} />}
    </aside>
  );
}
