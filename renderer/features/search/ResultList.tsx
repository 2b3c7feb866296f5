import { useEffect, useRef } from 'react';
import type { Work } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import { useUnitLabel } from '../../i18n/use-unit-label.ts';
import { lineId, RESULTS_ID } from './result-ids.ts';
import { ResultItem } from './ResultItem.tsx';
import styles from './ResultList.module.css';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
  readonly work: Work;
}

/** The results, clause by clause. The focus stays in the box; the active line is the one it points at. */
export function ResultList({ search, work }: Props) {
  const text = useText();
  const unitLabel = useUnitLabel(work);
  const list = useRef<HTMLDivElement>(null);
  const { groups, lines, active, go } = search;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div ref={list} id={RESULTS_ID} role="listbox" aria-label={text('search.results')}>
      {groups.map(({ unit, lines: inUnit }) => (
        <div key={unit.id} role="group" aria-label={unitLabel(unit)} className={styles.group}>
          <p className={styles.unit} aria-hidden>
            {unitLabel(unit)}
          </p>
          {inUnit.map((line) => (
            <ResultItem
              key={line.key}
              id={lineId(lines.indexOf(line))}
              line={line}
              isActive={line === active}
              onPress={() => go(line)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
