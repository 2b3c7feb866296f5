import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import styles from './ColorSwatch.module.css';

interface Props {
  readonly color: HighlightColor;
  readonly size?: 'dot' | 'swatch';
}

/** A spot of one of the five colours. Its name always stands beside it or in the control around it. */
export function ColorSwatch({ color, size = 'swatch' }: Props) {
  return <span className={`${styles.swatch} ${styles[size]}`} data-color={color} aria-hidden="true" />;
}
