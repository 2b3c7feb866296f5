import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type Dispatch,
  type KeyboardEvent,
} from 'react';
import type { EditPlace } from '../../../core/alignment/edit/edited-row.ts';
import type { LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';
import { findSureness } from '../../../core/alignment/edit/review-rows.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { findAligningAction, type AligningAction } from '../../commands/aligning-keys.ts';
import { useKeptRow } from '../../components/use-kept-row.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './AlignmentGrid.module.css';
import { AlignmentRow } from './AlignmentRow.tsx';
import type { AlignmentAction, AlignmentState } from './alignment-state.ts';
import { markRow } from './describe-alignment.ts';
import { ColumnLanguage } from './ColumnLanguage.tsx';

interface Props {
  readonly state: AlignmentState;
  readonly dispatch: Dispatch<AlignmentAction>;
  readonly isMac: boolean;
  readonly languageName: (language: LanguageTag) => string;
  /** All languages of the text. */
  readonly choosable: readonly LanguageTag[];
  readonly onChooseLanguages: (languages: LanguagePair) => void;
  readonly onAct: (action: AligningAction) => void;
}

/** What a row measures before it has been drawn, in px: two lines a side and its air. */
const ESTIMATED_HEIGHT = 76;

const SIDES = [0, 1] as const;

const MOVING_KEYS: ReadonlySet<string> = new Set([
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'PageDown',
  'PageUp',
  'Home',
  'End',
]);

/** The rows, of which only those near the window are there. One stop for Tab; keys go through it and act on it. */
export function AlignmentGrid(props: Props) {
  'use no memo'; // TanStack Virtual's object stays the same while what it says changes.
  const { state, dispatch, isMac, onAct } = props;
  const text = useText();
  const hintId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const { edit, languages, writing } = state;
  const { rows } = edit.text;
  const { virtualizer } = useRows(ref, state);
  // A dozen buttons: they come with the frame after the one that shows where the reader is.
  const idWithTools = useDeferredValue(rows[edit.place.row]?.id);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (writing !== undefined || event.nativeEvent.isComposing || !isAtSentence(event.target)) return;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!hasModifier && MOVING_KEYS.has(event.key)) dispatch({ type: 'moved', key: event.key });
    else {
      const action = findAligningAction(event, isMac);
      if (action === undefined) return;
      onAct(action);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <p id={hintId} className="visually-hidden">
        {text('alignment.hint')}
      </p>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={text('alignment.grid')}
        aria-describedby={hintId}
        aria-rowcount={rows.length + 1}
        className={styles.grid}
        onKeyDown={handleKeyDown}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={`${styles.columns} ${styles.header}`}>
            <span role="columnheader">{text('alignment.column.mark')}</span>
            {SIDES.map((side) => (
              <div key={side} role="columnheader" data-side={side}>
                <ColumnLanguage
                  side={side}
                  languages={languages}
                  choosable={props.choosable}
                  languageName={props.languageName}
                  onChoose={props.onChooseLanguages}
                />
              </div>
            ))}
            <span role="columnheader">
              <span className="visually-hidden">{text('alignment.column.actions')}</span>
            </span>
          </div>
        </div>
        <div ref={ref} className={styles.viewport} role="rowgroup">
          <div role="none" className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const isCurrent = index === edit.place.row;
              return (
                <AlignmentRow
                  key={row.id}
                  row={row}
                  index={index}
                  mark={markRow(rows, index)}
                  sureness={findSureness(rows, index)}
                  start={start}
                  languages={languages}
                  beads={state.beads}
                  place={isCurrent ? edit.place : undefined}
                  writing={isCurrent ? writing : undefined}
                  isMac={isMac}
                  measure={virtualizer.measureElement}
                  dispatch={dispatch}
                  onAct={row.id === idWithTools ? onAct : undefined}
                />
              );
            })}
          </div>
        </div>
      </div>
    </>
  );
}

/** Keys pressed on a button of a row are the button's. */
function isAtSentence(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['sentence'] !== undefined;
}

/** Draws the rows near the window and the one of the reader, and brings the focus to where the reader is. */
function useRows(ref: { readonly current: HTMLDivElement | null }, { edit, writing }: AlignmentState) {
  'use no memo'; // TanStack Virtual's object stays the same while what it says changes.
  const { place, text } = edit;
  const { rows } = text;
  const isWriting = writing !== undefined;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    initialOffset: Math.max(0, place.row - 3) * ESTIMATED_HEIGHT,
    rangeExtractor: useKeptRow(place.row, rows.length),
  });
  const awaited = useRef<EditPlace | undefined>(place);
  const known = useRef(place);
  useEffect(() => {
    if (known.current === place) return;
    known.current = place;
    virtualizer.scrollToIndex(place.row, { align: 'auto' });
  }, [place, virtualizer]);
  useLayoutEffect(() => {
    if (known.current !== place) awaited.current = place;
    // What was written in is gone with its focus.
    if (!isWriting && document.activeElement === document.body) awaited.current = place;
    if (awaited.current === undefined || isWriting) return;
    const element = findSentence(ref.current, awaited.current);
    if (element === undefined) return;
    awaited.current = undefined;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  return { virtualizer };
}

function findSentence(
  root: HTMLElement | null,
  { row, language, sentence }: EditPlace,
): HTMLElement | undefined {
  const wanted = `[data-index="${row}"] [data-language="${language}"][data-sentence="${sentence}"]`;
  return root?.querySelector<HTMLElement>(wanted) ?? undefined;
}
