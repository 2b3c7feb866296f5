import { Check, Lock } from 'lucide-react';
import { memo, useId, useLayoutEffect, useMemo, useRef, type Dispatch } from 'react';
import { sideOf, type EditedRow, type EditPlace } from '../../../core/alignment/edit/edited-row.ts';
import type { LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';
import { findRibbons, type BeadNames } from '../../../core/alignment/edit/ribbons.ts';
import type { AligningAction } from '../../commands/aligning-keys.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './AlignmentGrid.module.css';
import type { AlignmentAction, Writing } from './alignment-state.ts';
import { describeMark, toPercent, type RowMark } from './describe-alignment.ts';
import { Ribbons } from './Ribbons.tsx';
import { RowTools } from './RowTools.tsx';
import { SentenceList } from './SentenceList.tsx';

interface Props {
  readonly row: EditedRow;
  readonly index: number;
  readonly mark: RowMark;
  /** How sure it is, from 0 to 1; null where it was reviewed or not measured. */
  readonly sureness: number | null;
  /** Where it stands in the list, in px. */
  readonly start: number;
  readonly languages: LanguagePair;
  readonly beads: BeadNames;
  /** The place of the reader, if it is in this row. */
  readonly place: EditPlace | undefined;
  readonly writing: Writing | undefined;
  readonly isMac: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly dispatch: Dispatch<AlignmentAction>;
  /** Does something at the place of the reader; undefined in rows without tools. */
  readonly onAct: ((action: AligningAction) => void) | undefined;
}

/** A row: how sure it is, its sentences on both sides with the ribbons between them, and what can be done with it. */
export const AlignmentRow = memo(function AlignmentRow(props: Props) {
  const { row, index, mark, sureness, languages, place, measure } = props;
  const text = useText();
  const markId = useId();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    measure(ref.current);
  }, [measure, index]);
  const ribbons = useMemo(() => findRibbons(row, languages, props.beads), [row, languages, props.beads]);
  const list = (side: 0 | 1) => (
    <div role="gridcell" data-side={side} className={styles.side}>
      <SentenceList
        sentences={sideOf(row, languages[side])}
        language={languages[side]}
        row={index}
        markId={markId}
        current={place?.language === languages[side] ? place.sentence : undefined}
        writing={place?.language === languages[side] ? props.writing : undefined}
        isMac={props.isMac}
        dispatch={props.dispatch}
      />
    </div>
  );
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-mark={mark}
      data-kind={row.kind}
      data-current={place === undefined ? undefined : ''}
      className={`${styles.columns} ${styles.row}`}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      <div role="rowheader" id={markId} className={styles.mark}>
        <span className="visually-hidden">
          {text('alignment.row', { number: index + 1, mark: describeMark(mark, sureness, text) })}
        </span>
        <span aria-hidden className={styles.number}>
          {index + 1}
        </span>
        <span aria-hidden className={styles.sign}>
          <Sign mark={mark} sureness={sureness} />
        </span>
      </div>
      {list(0)}
      <Ribbons rowRef={ref} ribbons={ribbons} mark={mark} isWriting={props.writing !== undefined} />
      {list(1)}
      <div role="gridcell" className={styles.tools}>
        {props.onAct === undefined ? null : (
          <RowTools isLocked={row.status === 'locked'} isMac={props.isMac} onAct={props.onAct} />
        )}
      </div>
    </div>
  );
});

function Sign({ mark, sureness }: Pick<Props, 'mark' | 'sureness'>) {
  if (mark === 'locked') return <Lock size={13} strokeWidth={1.8} />;
  if (mark === 'accepted') return <Check size={14} strokeWidth={1.8} />;
  return sureness === null ? null : `${toPercent(sureness)} %`;
}
