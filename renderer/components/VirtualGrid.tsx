import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import styles from './VirtualGrid.module.css';

interface Props {
  readonly label: string;
  /** What its keys do, for screen readers. */
  readonly hint: string;
  readonly rowCount: number;
  /** What a row measures before it has been drawn, in px. */
  readonly rowHeight: number;
  /** The class of the rows and of the header, which lays out their cells. */
  readonly rowClass: string;
  /** The headers of the columns, each an element with `role="columnheader"`. */
  readonly header: ReactNode;
  /** The cells of a row, each an element with `role="gridcell"`. */
  readonly renderRow: (index: number) => ReactNode;
  /** The row the keyboard stands on. */
  readonly row: number;
  readonly onRow: (row: number) => void;
  /** A row was pressed, or Enter on it. */
  readonly onOpen: (row: number) => void;
  /** Whether the row takes the focus when the grid comes up. */
  readonly autoFocus?: boolean;
}

/** How far Page Up and Page Down go. */
const PAGE_LENGTH = 12;

/** A table of very many rows, of which only those near the window are there. One stop for Tab; the arrow keys go through it. */
export function VirtualGrid(props: Props) {
  const { label, hint, rowCount, rowClass, header, renderRow, onRow, onOpen } = props;
  const hintId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const current = Math.min(props.row, Math.max(0, rowCount - 1));
  const { virtualizer, focusRow } = useRows(ref, props, current);

  const handleKeyDown = (event: KeyboardEvent) => {
    const index = readIndex(event.target);
    if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = findMove(event.key, index, rowCount);
    if (moved !== undefined) focusRow(moved);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <p id={hintId} className="visually-hidden">
        {hint}
      </p>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={hintId}
        aria-rowcount={rowCount + 1}
        className={styles.grid}
        onKeyDown={handleKeyDown}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={`${styles.header} ${rowClass}`}>
            {header}
          </div>
        </div>
        <div ref={ref} className={styles.viewport} role="rowgroup">
          <div role="none" className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => (
              <div
                key={index}
                ref={virtualizer.measureElement}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                tabIndex={index === current ? 0 : -1}
                className={`${styles.row} ${rowClass}`}
                style={{ transform: `translateY(${start}px)` }}
                onFocus={() => onRow(index)}
                onClick={() => {
                  // Words are selected by dragging over them; that is no press.
                  if (document.getSelection()?.isCollapsed !== false) onOpen(index);
                }}
              >
                {renderRow(index)}
              </div>
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

function readIndex(target: EventTarget): number | undefined {
  const index = target instanceof HTMLElement ? target.dataset['index'] : undefined;
  return index === undefined ? undefined : Number(index);
}

function findMove(key: string, index: number, count: number): number | undefined {
  const moved = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + PAGE_LENGTH,
    PageUp: index - PAGE_LENGTH,
    Home: 0,
    End: count - 1,
  }[key];
  return moved === undefined ? undefined : Math.min(Math.max(moved, 0), count - 1);
}

/** Draws the rows near the window and the one that has the focus, and moves the focus also to rows not drawn yet. */
function useRows(
  ref: { readonly current: HTMLDivElement | null },
  { rowCount, rowHeight, onRow, autoFocus = false }: Props,
  current: number,
) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (rowCount === 0 || indexes.includes(current)) return indexes;
      return current < (indexes[0] ?? 0) ? [current, ...indexes] : [...indexes, current];
    },
    [current, rowCount],
  );
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: Math.max(0, current - 4) * rowHeight,
    rangeExtractor,
  });
  const awaited = useRef<number | undefined>(autoFocus ? current : undefined);
  useLayoutEffect(() => {
    if (awaited.current === undefined) return;
    const row = ref.current?.querySelector<HTMLElement>(`[data-index="${awaited.current}"]`);
    if (row === null || row === undefined) return;
    awaited.current = undefined;
    row.focus({ preventScroll: true });
  });
  // Another list begins at its beginning.
  const isAtStart = current === 0;
  useEffect(() => {
    if (isAtStart) ref.current?.scrollTo({ top: 0 });
  }, [ref, isAtStart, rowCount]);
  const focusRow = (index: number) => {
    awaited.current = index;
    onRow(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  return { virtualizer, focusRow };
}
