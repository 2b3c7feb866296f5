import { memo, useMemo, type CSSProperties, type RefObject } from 'react';
import type { UnitProgress } from '../../../core/annotation/notebook.ts';
import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import { isChinese } from '../../../core/text/language.ts';
import type { OutlineEntry, Remark, Work } from '../../../core/text/work.ts';
import { ColumnDivider } from './ColumnDivider.tsx';
import type { MarginContent } from './Margin.tsx';
import type { NearRows } from './near-rows.ts';
import type { ReaderLayout } from './reader-layout.ts';
import styles from './Spread.module.css';
import { TextCaret } from './TextCaret.tsx';
import { UnitRow } from './UnitRow.tsx';

interface Props {
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly rows: NearRows;
  readonly work: Work;
  readonly layout: ReaderLayout;
  readonly unit: string;
  readonly remarksOf: string | undefined;
  readonly peeked: string | undefined;
  readonly progress: Readonly<Record<string, UnitProgress>>;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly margins: ReadonlyMap<string, MarginContent>;
  readonly label: string;
  readonly onToggleRemarks: (unit: string) => void;
  readonly onTogglePeek: (unit: string) => void;
  readonly onColumnShare: (share: number) => void;
}

/** The text: one row a clause, aligned at the first line, with the margin at the right. */
export const Spread = memo(function Spread(props: Props) {
  const { rootRef, work, layout } = props;
  const headings = useMemo(() => new Map(work.outline.map((entry) => [entry.unit, entry])), [work]);
  const remarks = useMemo(() => Map.groupBy(work.remarks, (remark) => remark.unit), [work]);
  return (
    <div
      ref={rootRef}
      className={styles.scroller}
      role="document"
      aria-label={props.label}
      data-spacing={layout.reading.spacing}
      data-line-length={layout.reading.lineLength}
      style={styleOf(layout)}
    >
      <div
        className={styles.spread}
        data-view={layout.view}
        data-is-wide={layout.languages.length > 2 || undefined}
      >
        {layout.view === 'side-by-side' && layout.languages.length === 2 ? (
          <ColumnDivider share={layout.columnShare} onChange={props.onColumnShare} />
        ) : null}
        {work.units.map((unit) => {
          const heading = headings.get(unit.id);
          return (
            <div key={unit.id}>
              {heading === undefined || unit.kind === 'title' || unit.kind === 'heading' ? null : (
                <PartHeading entry={heading} layout={layout} />
              )}
              <UnitRow
                unit={unit}
                layout={layout}
                interfaceLanguage={props.interfaceLanguage}
                isCurrent={unit.id === props.unit}
                isPeeked={unit.id === props.peeked}
                progress={props.progress[unit.id]}
                remarks={remarks.get(unit.id) ?? NO_REMARKS}
                areRemarksOpen={unit.id === props.remarksOf}
                rows={props.rows}
                margin={props.margins.get(unit.id)}
                onToggleRemarks={props.onToggleRemarks}
                onTogglePeek={props.onTogglePeek}
              />
            </div>
          );
        })}
      </div>
      <TextCaret rootRef={rootRef} />
    </div>
  );
});

const NO_REMARKS: readonly Remark[] = [];

function PartHeading({ entry, layout }: { readonly entry: OutlineEntry; readonly layout: ReaderLayout }) {
  const titles = layout.languages.flatMap((language) => {
    const title = entry.titles[language];
    return title === undefined ? [] : [{ language, title }];
  });
  return (
    <h2 className={styles.heading}>
      {titles.map(({ language, title }, index) => (
        <span key={language} lang={language}>
          {index === 0 ? '' : ' · '}
          {title}
        </span>
      ))}
    </h2>
  );
}

/** A Chinese text takes less room than its translations. */
const CHINESE_WIDTH = 85;
const OTHER_WIDTH = 100;

/** The room between two columns, as a track of the grid: in the first stand the numbers. */
const GUTTER = '48px';
const GAP = '30px';
const MARGIN = '250px';

/** The tracks of the grid; two columns share the width as the reader wants it. */
function layColumns({ languages, columnShare }: ReaderLayout): string {
  const widths =
    languages.length === 2
      ? [columnShare * 100, (1 - columnShare) * 100]
      : languages.map((language) => (isChinese(language) ? CHINESE_WIDTH : OTHER_WIDTH));
  const [first, ...others] = widths.map((width) => `minmax(0, ${width}fr)`);
  return [first, GUTTER, others.join(` ${GAP} `), MARGIN].join(' ');
}

// Custom properties are set on the element itself: React does it through the CSSOM, which the CSP allows.
function styleOf(layout: ReaderLayout): CSSProperties {
  return {
    '--type-size': `${layout.reading.fontSize}px`,
    '--share': String(layout.columnShare),
    '--columns': layColumns(layout),
    '--lines': String(layout.languages.length),
  } as CSSProperties;
}
