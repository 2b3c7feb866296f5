import type { GramRow } from '../../../core/concordance/count-grams.ts';
import { isChinese } from '../../../core/text/language.ts';
import { SpreadPlot } from '../../components/SpreadPlot.tsx';
import { VirtualGrid } from '../../components/VirtualGrid.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './Tables.module.css';

interface Props {
  readonly rows: readonly GramRow[];
  readonly parts: number;
  readonly language: string;
  readonly row: number;
  readonly onRow: (row: number) => void;
  readonly onOpen: (row: GramRow) => void;
}

/** Words and stretches of words by how often they stand, with how evenly they are spread. */
export function FrequencyTable({ rows, parts, language, row, onRow, onOpen }: Props) {
  const text = useText();
  const script = isChinese(language) ? styles.chinese : styles.latin;
  return (
    <VirtualGrid
      label={text('concordance.view.frequencies')}
      hint={text('concordance.keys.words')}
      items={rows}
      rowHeight={38}
      rowClass={`${styles.row} ${styles.frequencies}`}
      header={
        <>
          <span role="columnheader" className={styles.number}>
            {text('concordance.column.rank')}
          </span>
          <span role="columnheader">{text('concordance.column.words')}</span>
          <span role="columnheader" className={styles.number}>
            {text('concordance.column.count')}
          </span>
          <span role="columnheader" className={styles.number}>
            {text('concordance.column.dispersion')}
          </span>
          <span role="columnheader">{text('concordance.column.parts')}</span>
        </>
      }
      renderRow={(one, index) => (
        <>
          <span role="gridcell" className={`${styles.number} ${styles.rank}`}>
            {index + 1}
          </span>
          <span role="gridcell" lang={language} className={script}>
            {one.text}
          </span>
          <span role="gridcell" className={styles.number}>
            {one.count}
          </span>
          <span role="gridcell" className={styles.number}>
            {one.dispersion.toFixed(2)}
          </span>
          <span role="gridcell" className={styles.plot}>
            <SpreadPlot
              bars={one.counts}
              label={text('concordance.parts', {
                count: one.partCount,
                all: parts,
              })}
            />
          </span>
        </>
      )}
      row={row}
      onRow={onRow}
      onOpen={onOpen}
    />
  );
}
