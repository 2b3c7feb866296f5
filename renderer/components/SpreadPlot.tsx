import styles from './SpreadPlot.module.css';

interface Props {
  /** How much there is in each of equal stretches, from the beginning to the end. */
  readonly bars: readonly number[];
  /** What is seen, for those who do not see it. */
  readonly label: string;
  readonly size?: 'small' | 'large';
}

/** A small bar plot of where something stands in a whole. */
export function SpreadPlot({ bars, label, size = 'small' }: Props) {
  return (
    <svg
      role="img"
      aria-label={label}
      className={`${styles.plot} ${styles[size]}`}
      viewBox={`0 0 ${bars.length} 1`}
      preserveAspectRatio="none"
    >
      <path d={drawBars(bars)} />
    </svg>
  );
}

/** All bars as one outline; the least of them must still be seen. */
function drawBars(bars: readonly number[]): string {
  const highest = Math.max(1, ...bars);
  return bars
    .flatMap((value, at) => (value === 0 ? [] : [`M${at} 1v${-(0.3 + (0.7 * value) / highest)}h0.8V1z`]))
    .join('');
}
