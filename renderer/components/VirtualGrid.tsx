import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { findMove } from './list-keys.ts';
import { useKeptRow } from './use-kept-row.ts';
import styles from './VirtualGrid.module.css';

interface Props<Item> {
  readonly label: string;
  /** What its keys do, for screen readers. */
  readonly hint: string;
  /** What the rows show, one each. */
  readonly items: readonly Item[];
  /** What a row measures before it has been drawn, in px. */
  readonly rowHeight: number;
  /** The class of the rows and of the header, which lays out their cells. */
  readonly rowClass: string;
  /** The headers of the columns, each an element with `role="columnheader"`. */
  readonly header: ReactNode;
  /** The cells of a row, each an element with `role="gridcell"`. */
  readonly renderRow: (item: Item, index: number) => ReactNode;
  /** The row the keyboard stands on. */
  readonly row: number;
  readonly onRow: (row: number) => void;
  /** A row was pressed, or Enter on it. */
  readonly onOpen: (item: Item) => void;
  /** Whether the row takes the focus when the grid comes up. */
  readonly autoFocus?: boolean;
  /** Whether it goes to `row` when that is changed from outside, and takes a focus that is inside along. */
  readonly isFollowing?: boolean;
}

/** How far Page Up and Page Down go. */
const PAGE_LENGTH = 12;

/** A table of very many rows, of which only those near the window are there. One stop for Tab; the arrow keys go through it. */
export function VirtualGrid<Item>(props: Props<Item>) {
  'use no memo'; // TanStack Virtual's object stays the same while what it says changes.
  const { label, hint, items, rowClass, header, renderRow } = props;
  const rowCount = items.length;
  const hintId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const current = Math.min(props.row, Math.max(0, rowCount - 1));
  const { virtualizer, focusRow, chooseRow } = useRows(ref, props, current);
  const open = (index: number) => {
    const item = items[index];
    if (item !== undefined) props.onOpen(item);
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    const index = readIndex(event.target);
    if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = findMove(event.key, index, rowCount, PAGE_LENGTH);
    if (moved !== undefined) focusRow(moved);
    else if (event.key === 'Enter' || event.key === ' ') open(index);
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
                onFocus={() => chooseRow(index)}
                onClick={() => {
                  // Words are selected by dragging over them; that is no press.
                  if (document.getSelection()?.isCollapsed !== false) open(index);
                }}
              >
                {items[index] === undefined ? null : renderRow(items[index], index)}
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

/** Draws the rows near the window and the one that has the focus, and moves the focus also to rows not drawn yet. */
function useRows<Item>(
  ref: { readonly current: HTMLDivElement | null },
  { items, rowHeight, onRow, autoFocus = false, isFollowing = false }: Props<Item>,
  current: number,
) {
  'use no memo'; // TanStack Virtual's object stays the same while what it says changes.
  const rowCount = items.length;
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: Math.max(0, current - 4) * rowHeight,
    rangeExtractor: useKeptRow(current, rowCount),
  });
  const awaited = useRef<number | undefined>(autoFocus ? current : undefined);
  const own = useRef(current);
  useLayoutEffect(() => {
    if (!isFollowing || own.current === current) return;
    own.current = current;
    if (ref.current?.contains(document.activeElement) === true) awaited.current = current;
    virtualizer.scrollToIndex(current, { align: 'center' });
  }, [ref, isFollowing, current, virtualizer]);
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
  const chooseRow = (index: number) => {
    own.current = index;
    onRow(index);
  };
  const focusRow = (index: number) => {
    awaited.current = index;
    chooseRow(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  return { virtualizer, focusRow, chooseRow };
}
