import type { ShownLine, ShownPlace } from '../../../core/concordance/concordance-question.ts';
import { isChinese } from '../../../core/text/language.ts';
import { MarkedText } from '../../components/MarkedText.tsx';
import { VirtualGrid } from '../../components/VirtualGrid.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './LinesTable.module.css';
import type { PlaceNames } from './place-names.ts';

interface Props {
  readonly lines: readonly ShownLine[];
  readonly language: string;
  readonly counterpart: string;
  readonly names: PlaceNames;
  readonly row: number;
  readonly isReturning: boolean;
  readonly onRow: (row: number) => void;
  readonly onGo: (place: ShownPlace) => void;
}

/** Lines with the keyword in one column (KWIC), and beside each what answers it. */
export function LinesTable({ lines, language, counterpart, names, row, isReturning, onRow, onGo }: Props) {
  const text = useText();
  const script = isChinese(language) ? styles.chinese : styles.latin;
  const answerScript = isChinese(counterpart) ? styles.chinese : styles.latin;
  return (
    <VirtualGrid
      label={text('concordance.view.lines')}
      hint={text('concordance.keys.lines')}
      items={lines}
      rowHeight={39}
      rowClass={styles.row ?? ''}
      header={
        <>
          <span role="columnheader" className={styles.placeHead}>
            {text('concordance.column.clause')}
          </span>
          <span role="columnheader" className={styles.leftHead}>
            {text('concordance.column.left')}
          </span>
          <span role="columnheader" className={styles.rightHead}>
            {text('concordance.column.keyword-right')}
          </span>
          <span role="columnheader" className={styles.answerHead}>
            {text('concordance.column.counterpart')}
          </span>
        </>
      }
      renderRow={(line) => (
        <>
          <span role="gridcell" className={styles.place}>
            {names.namePlace(line)}
          </span>
          <span role="gridcell" lang={language} className={`${styles.left} ${script}`}>
            <bdi>{line.left}</bdi>
          </span>
          <span role="gridcell" lang={language} className={`${styles.right} ${script}`}>
            <b className={styles.keyword}>{line.keyword}</b>
            {line.right}
          </span>
          <span
            role="gridcell"
            lang={line.answer.text === '' ? undefined : counterpart}
            className={`${styles.answer} ${answerScript}`}
          >
            {line.counterpart === 'linked' ? (
              <Aligned answer={line.answer} />
            ) : (
              <Absent line={line} reason={text(`concordance.absence.${line.counterpart}`)} />
            )}
          </span>
        </>
      )}
      row={row}
      autoFocus={isReturning}
      onRow={onRow}
      onOpen={onGo}
    />
  );
}

/** The answering words in one column, as the keywords are. */
function Aligned({ answer }: { readonly answer: ShownLine['answer'] }) {
  const start = answer.spans[0]?.start ?? 0;
  return (
    <span className={styles.aligned}>
      <span className={styles.before}>
        <bdi>{answer.text.slice(0, start)}</bdi>
      </span>
      <span className={styles.after}>
        <MarkedText
          text={answer.text.slice(start)}
          spans={answer.spans.map((span) => ({ start: span.start - start, end: span.end - start }))}
          isCutAfter={answer.isCutAfter}
        />
      </span>
    </span>
  );
}

/** Why there is no rendering, and what stands there instead. */
function Absent({ line, reason }: { readonly line: ShownLine; readonly reason: string }) {
  return (
    <>
      <em className={styles.absence}>{reason}</em>
      <span className={styles.unmarked}>{line.answer.text}</span>
    </>
  );
}
