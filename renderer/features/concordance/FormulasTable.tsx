import type { ShownFormula } from '../../../core/concordance/concordance-question.ts';
import { renderingId } from '../../../core/concordance/tabulate-renderings.ts';
import { isChinese } from '../../../core/text/language.ts';
import { VirtualGrid } from '../../components/VirtualGrid.tsx';
import { useText } from '../../i18n/use-text.ts';
import { hasWords, nameRendering } from './rendering-name.ts';
import styles from './Tables.module.css';

interface Props {
  readonly formulas: readonly ShownFormula[];
  readonly language: string;
  readonly counterpart: string;
  readonly row: number;
  readonly onRow: (row: number) => void;
  readonly onOpen: (formula: ShownFormula) => void;
}

/** The longest wordings that recur, each with how it was rendered. */
export function FormulasTable({ formulas, language, counterpart, row, onRow, onOpen }: Props) {
  const text = useText();
  const script = (tag: string) => (isChinese(tag) ? styles.chinese : styles.latin);
  return (
    <VirtualGrid
      label={text('concordance.view.formulas')}
      hint={text('concordance.keys.words')}
      items={formulas}
      rowHeight={68}
      rowClass={`${styles.row} ${styles.formulas}`}
      header={
        <>
          <span role="columnheader">{text('concordance.column.formula')}</span>
          <span role="columnheader" className={styles.number}>
            {text('concordance.column.length')}
          </span>
          <span role="columnheader" className={styles.number}>
            {text('concordance.column.count')}
          </span>
          <span role="columnheader">{text('concordance.column.renderings')}</span>
        </>
      }
      renderRow={(formula) => (
        <>
          <span role="gridcell" lang={language} className={script(language)}>
            {formula.text}
          </span>
          <span role="gridcell" className={styles.number}>
            {formula.length}
          </span>
          <span role="gridcell" className={styles.number}>
            {formula.count}
          </span>
          <span role="gridcell" className={styles.stack}>
            {formula.renderings.map((one) => (
              <span key={renderingId(one.rendering)}>
                {hasWords(one.rendering) ? (
                  <span lang={counterpart} className={script(counterpart)}>
                    {nameRendering(one, text)}
                  </span>
                ) : (
                  <span className={styles.absence}>{nameRendering(one, text)}</span>
                )}
                <span className={styles.times}>{text('concordance.times', { count: one.count })}</span>
              </span>
            ))}
          </span>
        </>
      )}
      row={row}
      onRow={onRow}
      onOpen={onOpen}
    />
  );
}
