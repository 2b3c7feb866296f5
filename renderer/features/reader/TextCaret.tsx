import type { RefObject } from 'react';
import styles from './TextCaret.module.css';
import { useTextCaret } from './use-text-caret.ts';

interface Props {
  /** The scrolling element this stands in. */
  readonly rootRef: RefObject<HTMLElement | null>;
}

/** The caret in the text, which the browser does not draw where nothing can be typed. */
export function TextCaret({ rootRef }: Props) {
  const box = useTextCaret(rootRef);
  return box === undefined ? null : <div className={styles.caret} style={box} />;
}
