import { memo } from 'react';
import type { UnitProgress } from '../../../core/annotation/notebook.ts';
import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import { segmentText, type Remark, type Unit } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import { Gutter } from './Gutter.tsx';
import { Margin, type MarginContent } from './Margin.tsx';
import type { NearRows } from './near-rows.ts';
import { shownLanguages, type ReaderLayout } from './reader-layout.ts';
import { RemarkCard } from './RemarkCard.tsx';
import { SegmentText } from './SegmentText.tsx';
import styles from './UnitRow.module.css';

interface Props {
  readonly unit: Unit;
  readonly layout: ReaderLayout;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly isCurrent: boolean;
  readonly isPeeked: boolean;
  readonly progress: UnitProgress | undefined;
  readonly remarks: readonly Remark[];
  readonly areRemarksOpen: boolean;
  /** What the margin carries beside this clause. */
  readonly margin: MarginContent | undefined;
  readonly rows: NearRows;
  readonly onToggleRemarks: (unit: string) => void;
  readonly onTogglePeek: (unit: string) => void;
}

/** One clause: its segments, the gutter between them, and the margin level with its first line. */
export const UnitRow = memo(function UnitRow(props: Props) {
  const { unit, layout, isCurrent, isPeeked, remarks, areRemarksOpen } = props;
  const text = useText();
  const languages = shownLanguages(layout, isPeeked);
  const segments = languages.map((language, index) => (
    <div key={language} className={styles.cell} data-place={PLACES[index]}>
      <SegmentText
        unit={unit.id}
        language={language}
        text={segmentText(unit, language)}
        isReachable={isCurrent}
        isTitle={unit.kind === 'title'}
        isSecondary={layout.view === 'line-by-line' && index > 0}
      />
      {segmentText(unit, language) === '' ? (
        <p className={styles.missing}>{text('reader.segment.missing')}</p>
      ) : null}
    </div>
  ));
  return (
    <div
      className={styles.row}
      role="group"
      aria-label={describeUnit(unit, text)}
      id={`unit-${unit.id}`}
      data-row={unit.id}
      data-view={layout.view}
      data-kind={unit.kind}
      {...(isCurrent ? { 'data-current': '', 'aria-current': 'location' as const } : {})}
    >
      {/* The segments come first, so that Tab goes from one language to the other; the grid puts the gutter between. */}
      {segments}
      <div className={styles.gutter}>
        <Gutter
          unit={unit}
          layout={layout}
          progress={props.progress}
          remarkCount={remarks.length}
          areRemarksOpen={areRemarksOpen}
          isPeeked={isPeeked}
          onToggleRemarks={() => props.onToggleRemarks(unit.id)}
          onTogglePeek={() => props.onTogglePeek(unit.id)}
        />
      </div>
      <div className={styles.margin}>
        {areRemarksOpen
          ? remarks.map((remark) => (
              <RemarkCard
                key={remark.text['en'] ?? remark.kind}
                remark={remark}
                language={props.interfaceLanguage}
              />
            ))
          : null}
        {props.margin === undefined ? null : (
          <Margin unit={unit.id} rows={props.rows} content={props.margin} />
        )}
      </div>
    </div>
  );
});

/** Where a segment stands among those of its row. */
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;

function describeUnit(unit: Unit, text: ReturnType<typeof useText>): string {
  return unit.number === undefined
    ? text(`reader.unit.${unit.kind}`)
    : text('reader.unit.numbered', { number: unit.number });
}
