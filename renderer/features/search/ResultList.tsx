import { memo, useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { ResultClause } from './ResultClause.tsx';
import type { ResultGroup, ResultLine } from './result-groups.ts';
import { RESULTS_ID } from './result-ids.ts';
import styles from './ResultList.module.css';
import { useDrawnGroups } from './use-drawn-groups.ts';

interface Props {
  readonly groups: readonly ResultGroup[];
  /** The query; where `isReady`, the groups are what answers it, else still those of another. */
  readonly query: string;
  readonly isReady: boolean;
  /** The line the arrow keys stand on. */
  readonly active: ResultLine | undefined;
  /** Stays the same. */
  readonly onGo: (line: ResultLine) => void;
}

/**
 * The results, clause by clause. The focus stays in the box; the active line is the one it points at. Drawn only where
 * something of it has changed: the box draws the desk anew with every key.
 */
export const ResultList = memo(function ResultList({ groups, query, isReady, active, onGo }: Props) {
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  const drawn = useDrawnGroups(groups, query, isReady);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, drawn]);

  return (
    <div
      ref={list}
      id={RESULTS_ID}
      className={styles.list}
      role="listbox"
      aria-label={text('search.results')}
    >
      {placeLines(drawn).map(({ group, firstLine }) => (
        <ResultClause
          key={group.key}
          group={group}
          firstLine={firstLine}
          activeKey={group.lines.find(({ key }) => key === active?.key)?.key}
          onGo={onGo}
        />
      ))}
    </div>
  );
});

function placeLines(
  groups: readonly ResultGroup[],
): readonly { readonly group: ResultGroup; readonly firstLine: number }[] {
  let next = 0;
  return groups.map((group) => {
    const firstLine = next;
    next += group.lines.length;
    return { group, firstLine };
  });
}
