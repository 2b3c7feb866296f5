import styles from './MarkedText.module.css';

interface Props {
  readonly text: string;
  /** What is marked, half-open, in UTF-16 code units of `text`; in order and without overlaps. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** Whether the text was cut out of a longer one. */
  readonly isCutBefore?: boolean;
  readonly isCutAfter?: boolean;
}

/** A text of which some runs are marked. */
export function MarkedText({ text, spans, isCutBefore = false, isCutAfter = false }: Props) {
  const rest = text.slice(spans.at(-1)?.end ?? 0);
  return (
    <>
      {isCutBefore ? '…' : ''}
      {spans.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {isCutAfter ? `${rest.trimEnd()}…` : rest}
    </>
  );
}
