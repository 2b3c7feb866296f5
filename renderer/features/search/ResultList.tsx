import { Fragment, memo, useDeferredValue, useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useUnitNamer } from '../../i18n/use-unit-label.ts';
import { lineId, RESULTS_ID } from './result-ids.ts';
import type { ResultGroup, ResultLine } from './result-groups.ts';
import { ResultItem } from './ResultItem.tsx';
import styles from './ResultList.module.css';
import { WorkHeadingLine } from './WorkHeadingLine.tsx';

interface Props {
  readonly groups: readonly ResultGroup[];
  /** The lines of all groups, in order. */
  readonly lines: readonly ResultLine[];
  /** The line the arrow keys stand on. */
  readonly active: ResultLine | undefined;
  /** Stays the same. */
  readonly onGo: (line: ResultLine) => void;
}

/** More than a window holds: these are drawn with the key that asked for them, the others after it. */
const FIRST_GROUPS = 16;

const NO_GROUPS: readonly ResultGroup[] = [];

/**
 * The results, clause by clause. The focus stays in the box; the active line is the one it points at. Drawn only where
 * something of it has changed: the box draws the desk anew with every key.
 */
export const ResultList = memo(function ResultList({ groups, lines, active, onGo }: Props) {
  const text = useText();
  const nameUnit = useUnitNamer();
  const list = useRef<HTMLDivElement>(null);
  const settled = useDeferredValue(groups, NO_GROUPS);
  const drawn = settled === groups ? groups : groups.slice(0, FIRST_GROUPS);

  const nameGroup = (place: ResultGroup['place'], via: ResultGroup['via']): string =>
    via === undefined ? nameUnit(place) : `${nameUnit(place)} · ${text('search.by-pinyin')}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, drawn]);

  return (
    <div ref={list} id={RESULTS_ID} role="listbox" aria-label={text('search.results')}>
      {drawn.map(({ key, place, heading, lines: inUnit, via }) => (
        <Fragment key={key}>
          {heading === undefined ? null : <WorkHeadingLine heading={heading} />}
          <div role="group" aria-label={nameGroup(place, via)} className={styles.group}>
            <p className={styles.unit} aria-hidden>
              {nameUnit(place)}
              {via === undefined ? null : <span className={styles.via}>{text('search.by-pinyin')}</span>}
            </p>
            {inUnit.map((line) => (
              <ResultItem
                key={line.key}
                id={lineId(lines.indexOf(line))}
                line={line}
                isActive={line === active}
                onPress={() => onGo(line)}
              />
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
});
