import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { PlacedAnnotation, Placement } from '../../../core/annotation/place-annotations.ts';
import type { Work } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import { useUnitLabel } from '../../i18n/use-unit-label.ts';
import { NoteRow } from './NoteRow.tsx';
import styles from './NoteList.module.css';

interface Props {
  readonly label: string;
  readonly work: Work;
  readonly notes: readonly PlacedAnnotation[];
  readonly colorName: (color: HighlightColor) => string;
  readonly onJump: (id: string, placement: Placement) => void;
  readonly onDelete: (id: string) => void;
}

/** How far Page Up and Page Down go. */
const PAGE_LENGTH = 8;

/** A list of notes to walk through: arrow keys move, Enter or a press goes to the text, Delete deletes. */
export function NoteList({ label, work, notes, colorName, onJump, onDelete }: Props) {
  const text = useText();
  const unitLabel = useUnitLabel(work);
  const units = useMemo(() => new Map(work.units.map((unit) => [unit.id, unit])), [work]);
  const keysId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const successor = useRef<number>(undefined);
  const currentIndex = Math.max(
    0,
    notes.findIndex(({ annotation }) => annotation.id === current),
  );
  const focusRow = (index: number) => {
    const row = ref.current?.children[Math.min(Math.max(index, 0), notes.length - 1)];
    if (row instanceof HTMLElement) row.focus();
  };
  // A row that goes leaves its focus to the one that takes its place.
  useLayoutEffect(() => {
    if (successor.current !== undefined) focusRow(successor.current);
    successor.current = undefined;
  });

  const handleKeyDown = (event: KeyboardEvent) => {
    const index = [...(ref.current?.children ?? [])].indexOf(event.target as Element);
    if (index === -1 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (!actOn(event.key, index)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const actOn = (key: string, index: number): boolean => {
    const moved = findMove(key, index, notes.length);
    if (moved !== undefined) focusRow(moved);
    else if (key === 'Enter') jump(notes[index]);
    else if (key === 'Delete') remove(notes[index]);
    else return false;
    return true;
  };
  const jump = (placed: PlacedAnnotation | undefined) => {
    const [first] = placed?.placements ?? [];
    if (placed !== undefined && first !== undefined) onJump(placed.annotation.id, first);
  };
  const remove = (placed: PlacedAnnotation | undefined) => {
    if (placed === undefined) return;
    successor.current = notes.indexOf(placed);
    onDelete(placed.annotation.id);
  };
  // Rows are drawn anew when their note changes, not when another one does.
  const latest = useRef({ jump, remove });
  useLayoutEffect(() => {
    latest.current = { jump, remove };
  });
  const [events] = useState(() => ({
    onFocus: setCurrent,
    onJump: (placed: PlacedAnnotation) => latest.current.jump(placed),
    onDelete: (placed: PlacedAnnotation) => latest.current.remove(placed),
  }));

  return (
    <>
      <p id={keysId} className="visually-hidden">
        {text('notes.keys')}
      </p>
      <div
        ref={ref}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={keysId}
        className={styles.list}
        onKeyDown={handleKeyDown}
      >
        {notes.map((placed, index) => {
          const unit = units.get(placed.placements[0]?.unit ?? '');
          return (
            <NoteRow
              key={placed.annotation.id}
              placed={placed}
              unitLabel={unit === undefined ? undefined : unitLabel(unit)}
              colorName={colorName}
              isReachable={index === currentIndex}
              events={events}
            />
          );
        })}
      </div>
    </>
  );
}

/** The row a key leads to; undefined for a key that does not move. */
function findMove(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + PAGE_LENGTH;
    case 'PageUp':
      return index - PAGE_LENGTH;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
