import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { COLUMN_SHARE_RANGE } from '../../../core/settings/settings.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './ColumnDivider.module.css';

interface Props {
  readonly share: number;
  readonly onChange: (share: number) => void;
}

/** How far one arrow key moves the divider, as a share of the spread. */
const STEP = 0.02;

/** The line between the two columns: dragged, or moved with the arrow keys. */
export function ColumnDivider({ share, onChange }: Props) {
  const text = useText();
  const track = useRef<{ readonly left: number; readonly width: number }>(undefined);

  const change = (next: number) => {
    onChange(
      Math.min(COLUMN_SHARE_RANGE.max, Math.max(COLUMN_SHARE_RANGE.min, Math.round(next * 1000) / 1000)),
    );
  };
  const handlePointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const row = event.currentTarget.parentElement?.querySelector('[data-row]');
    const first = row?.querySelector('[data-place="first"]')?.getBoundingClientRect();
    const second = row?.querySelector('[data-place="second"]')?.getBoundingClientRect();
    if (first === undefined || second === undefined) return;
    track.current = { left: first.left, width: first.width + second.width };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const handlePointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (track.current === undefined) return;
    change((event.clientX - 24 - track.current.left) / track.current.width);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    change(share + step);
  };
  return (
    <div
      className={styles.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label={text('reader.divider')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={COLUMN_SHARE_RANGE.min * 100}
      aria-valuemax={COLUMN_SHARE_RANGE.max * 100}
      tabIndex={0}
      onPointerDown={handlePointerDown}
      onPointerMove={handlePointerMove}
      onPointerUp={() => {
        track.current = undefined;
      }}
      onKeyDown={handleKeyDown}
    />
  );
}
