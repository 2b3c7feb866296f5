import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { LibraryNote } from '../../../core/annotation/library-note.ts';
import { findMove } from '../../components/list-keys.ts';
import { useKeptRow } from '../../components/use-kept-row.ts';
import { useText } from '../../i18n/use-text.ts';
import { LibraryNoteRow, type NoteRowEvents } from './LibraryNoteRow.tsx';
import type { NoteRowContext } from './note-row-context.ts';
import type { LibraryNotesState } from './library-notes-state.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';
import { isSelected } from './note-selection.ts';
import styles from './NotesGrid.module.css';

interface Props {
  readonly label: string;
  readonly store: LibraryNotesStore;
  readonly state: LibraryNotesState;
  readonly context: NoteRowContext;
  readonly onOpen: (note: LibraryNote) => void;
  /** Deletes this note, or all selected ones if it is one of them. */
  readonly onDelete: (note: LibraryNote) => void;
}

/** How far Page Up and Page Down go. */
const PAGE_LENGTH = 8;

/** What a row measures before it has been drawn, in px: three lines and its air. */
const ESTIMATED_HEIGHT = 108;

/** The notes, of which only those near the window are there: to walk through, to select, to visit, to delete. */
export function NotesGrid({ label, store, state, context, onOpen, onDelete }: Props) {
  'use no memo'; // TanStack Virtual's object stays the same while what it says changes.
  const text = useText();
  const keysId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const count = state.summary?.matching ?? 0;
  const [row, setRow] = useState(() => store.getPlace().row);
  const current = Math.min(row, Math.max(0, count - 1));
  const { virtualizer, focusRow } = useRows(ref, store, count, current, setRow);
  const range = virtualizer.range;
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => store.want(first, last), [store, first, last, state.generation]);

  const selectTo = useSelectTo(store, state, current);
  const toggle = (index: number) => {
    const note = state.rows.get(index);
    if (note !== undefined) store.dispatch({ type: 'note-toggled', note });
  };
  const actOn = (key: string, index: number, hasShift: boolean): boolean => {
    const note = state.rows.get(index);
    const moved = findMove(key, index, count, PAGE_LENGTH);
    if (moved !== undefined) {
      if (hasShift) selectTo(index, moved);
      focusRow(moved);
    } else if (key === ' ') toggle(index);
    else if (key === 'Enter' && note !== undefined) onOpen(note);
    else if (key === 'Delete' && note !== undefined) onDelete(note);
    else if (key === 'Escape' && hasSelection(state)) store.dispatch({ type: 'selection-ended' });
    else return false;
    return true;
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const index = readIndex(event.target);
    if (index === undefined || event.nativeEvent.isComposing || event.altKey) return;
    const isSelectAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    if (isSelectAll) store.dispatch({ type: 'all-selected' });
    else if (event.ctrlKey || event.metaKey || !actOn(event.key, index, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Rows are drawn anew when their note changes, not when another one does.
  const latest = useRef({ onOpen, onDelete, toggle, selectTo });
  useLayoutEffect(() => {
    latest.current = { onOpen, onDelete, toggle, selectTo };
  });
  const [events] = useState<NoteRowEvents>(() => ({
    onFocus: setRow,
    onOpen: (note) => latest.current.onOpen(note),
    onDelete: (note) => latest.current.onDelete(note),
    onToggle: (index) => latest.current.toggle(index),
    onSelectTo: (index) => latest.current.selectTo(undefined, index),
  }));

  return (
    <>
      <p id={keysId} className="visually-hidden">
        {text(state.source === 'bin' ? 'library-notes.keys.bin' : 'library-notes.keys')}
      </p>
      <div ref={ref} className={styles.viewport}>
        <div
          role="grid"
          tabIndex={-1}
          aria-label={label}
          aria-describedby={keysId}
          aria-rowcount={count}
          aria-multiselectable="true"
          className={styles.list}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={handleKeyDown}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const note = state.rows.get(index);
            return (
              <LibraryNoteRow
                key={index}
                ref={virtualizer.measureElement}
                index={index}
                start={start}
                note={note}
                isSelected={note !== undefined && isSelected(state.selection, note.id)}
                isReachable={index === current}
                context={context}
                events={events}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

function hasSelection({ selection }: LibraryNotesState): boolean {
  return selection.type === 'all-but' || selection.notes.size > 0;
}

function readIndex(target: EventTarget): number | undefined {
  const index = target instanceof HTMLElement ? target.dataset['index'] : undefined;
  return index === undefined ? undefined : Number(index);
}

/** Draws the rows near the window and the one that has the focus, and moves the focus also to rows not drawn yet. */
function useRows(
  ref: RefObject<HTMLDivElement | null>,
  store: LibraryNotesStore,
  count: number,
  current: number,
  setRow: (row: number) => void,
) {
  'use no memo'; // TanStack Virtual's object stays the same while what it says changes.
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => ref.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    overscan: 4,
    initialOffset: () => store.getPlace().scrollTop,
    rangeExtractor: useKeptRow(current, count),
  });
  useEffect(() => {
    store.keepPlace({ row: current });
  }, [store, current]);
  useEffect(() => {
    const element = ref.current;
    const remember = () => {
      // As the rows were drawn for: to ask the element would lay out the rows that have just come.
      store.keepPlace({ scrollTop: virtualizer.scrollOffset ?? 0 });
    };
    element?.addEventListener('scroll', remember, { passive: true });
    return () => element?.removeEventListener('scroll', remember);
  }, [ref, store, virtualizer]);

  const awaited = useRef<number>(undefined);
  // A row that goes leaves its focus to the one that takes its place.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    const isLost = hadFocus.current && document.activeElement === document.body;
    const wanted = awaited.current ?? (isLost ? current : undefined);
    const row = element?.querySelector<HTMLElement>(`[data-index="${wanted}"]`);
    if (row !== null && row !== undefined) {
      awaited.current = undefined;
      row.focus({ preventScroll: true });
    }
    hadFocus.current = element?.contains(document.activeElement) === true;
  });
  const focusRow = (index: number) => {
    awaited.current = index;
    setRow(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  return { virtualizer, focusRow };
}

/** Takes the rows between two into the selection, fetching those that were never in view. */
function useSelectTo(store: LibraryNotesStore, state: LibraryNotesState, current: number) {
  return (from: number | undefined, to: number): void => {
    const [first, last] = [Math.min(from ?? current, to), Math.max(from ?? current, to)];
    void store.fetchRows(first, last).then(() => {
      const { rows, generation } = store.getState();
      if (generation !== state.generation) return;
      const notes = Array.from({ length: last - first + 1 }, (_, at) => rows.get(first + at));
      store.dispatch({ type: 'notes-added', notes: notes.filter((note) => note !== undefined) });
    });
  };
}
