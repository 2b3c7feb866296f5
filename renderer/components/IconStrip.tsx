import type { FocusEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import styles from './IconStrip.module.css';

interface Props {
  readonly label: string;
  /** Its buttons: {@link IconStripButton}. */
  readonly children: ReactNode;
}

/**
 * A small toolbar of icons: one stop for Tab, arrow keys within. Made of nothing but buttons, since a long text has
 * hundreds of strips: their names are shown by the style sheet.
 */
export function IconStrip({ label, children }: Props) {
  return (
    <div
      // A function of its own each time, so that it is called after each rendering.
      ref={(strip) => keepOneStop(strip)}
      role="toolbar"
      aria-label={label}
      className={styles.strip}
      tabIndex={-1}
      onKeyDown={handleKeyDown}
      onFocus={moveStop}
    >
      {children}
    </div>
  );
}

interface ButtonProps {
  /** The button's name, for screen readers and shown on hover and focus. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  /** Given: it opens and closes something. */
  readonly isExpanded?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** One button of a strip. */
export function IconStripButton({ label, icon, onPress, isExpanded, ref }: ButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={styles.button}
      aria-label={label}
      aria-haspopup={isExpanded === undefined ? undefined : 'dialog'}
      aria-expanded={isExpanded}
      tabIndex={-1}
      onClick={(event) => {
        // The press is the button's, not also that of what the strip stands in.
        event.stopPropagation();
        onPress();
      }}
    >
      {icon}
    </button>
  );
}

function handleKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const buttons = listButtons(event.currentTarget);
  const at = buttons.findIndex((button) => button === event.target);
  const next = {
    ArrowRight: buttons[at + 1],
    ArrowLeft: buttons[at - 1],
    Home: buttons[0],
    End: buttons.at(-1),
  }[event.key];
  if (at === -1 || next === undefined) return;
  next.focus();
  event.preventDefault();
}

/** Tab comes back to where it left. */
function moveStop(event: FocusEvent<HTMLElement>): void {
  for (const button of listButtons(event.currentTarget)) button.tabIndex = button === event.target ? 0 : -1;
}

/** Buttons come and go: where none is left for Tab, it is the first one. */
function keepOneStop(strip: HTMLElement | null): void {
  const buttons = strip === null ? [] : listButtons(strip);
  const [first] = buttons;
  if (first !== undefined && buttons.every(({ tabIndex }) => tabIndex !== 0)) first.tabIndex = 0;
}

function listButtons(strip: HTMLElement): readonly HTMLButtonElement[] {
  return [...strip.querySelectorAll('button')];
}
