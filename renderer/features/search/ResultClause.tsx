import { Fragment, memo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useUnitNamer } from '../../i18n/use-unit-label.ts';
import styles from './ResultClause.module.css';
import type { ResultGroup, ResultLine } from './result-groups.ts';
import { lineId } from './result-ids.ts';
import { ResultItem } from './ResultItem.tsx';
import { WorkHeadingLine } from './WorkHeadingLine.tsx';

interface Props {
  readonly group: ResultGroup;
  /** The place of its first line among those of all groups. */
  readonly firstLine: number;
  /** The key of the line the arrow keys stand on; undefined where that is in another group. */
  readonly activeKey: string | undefined;
  /** Stays the same. */
  readonly onGo: (line: ResultLine) => void;
}

/** What was found in one clause, under the heading of its work where that begins. Drawn only where something of it has changed. */
export const ResultClause = memo(function ResultClause({ group, firstLine, activeKey, onGo }: Props) {
  const text = useText();
  const name = useUnitNamer()(group.place);
  const via = group.via === undefined ? undefined : text('search.by-pinyin');
  return (
    <Fragment>
      {group.heading === undefined ? null : <WorkHeadingLine heading={group.heading} />}
      <div role="group" aria-label={via === undefined ? name : `${name} · ${via}`} className={styles.group}>
        <p className={styles.unit} aria-hidden>
          {name}
          {via === undefined ? null : <span className={styles.via}>{via}</span>}
        </p>
        {group.lines.map((line, index) => (
          <ResultItem
            key={line.key}
            id={lineId(firstLine + index)}
            line={line}
            isActive={line.key === activeKey}
            onPress={() => onGo(line)}
          />
        ))}
      </div>
    </Fragment>
  );
});
