import { Fragment, useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useUnitNamer } from '../../i18n/use-unit-label.ts';
import { lineId, RESULTS_ID } from './result-ids.ts';
import type { ResultGroup } from './result-groups.ts';
import { ResultItem } from './ResultItem.tsx';
import styles from './ResultList.module.css';
import type { SearchHandle } from './use-search.ts';
import { WorkHeadingLine } from './WorkHeadingLine.tsx';

interface Props {
  readonly search: SearchHandle;
}

/** The results, clause by clause. The focus stays in the box; the active line is the one it points at. */
export function ResultList({ search }: Props) {
  const text = useText();
  const nameUnit = useUnitNamer();
  const list = useRef<HTMLDivElement>(null);
  const { groups, lines, active, go } = search;

  const nameGroup = (place: ResultGroup['place'], via: ResultGroup['via']): string =>
    via === undefined ? nameUnit(place) : `${nameUnit(place)} · ${text('search.by-pinyin')}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div ref={list} id={RESULTS_ID} role="listbox" aria-label={text('search.results')}>
      {groups.map(({ key, place, heading, lines: inUnit, via }) => (
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
                onPress={() => go(line)}
              />
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
