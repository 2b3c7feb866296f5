import styles from './MarkedText.module.css';

interface Props {
  readonly parts: readonly { readonly text: string; readonly isHit: boolean }[];
}

/** A line of which some runs are marked. */
export function MarkedText({ parts }: Props) {
  return parts.map(({ text, isHit }, index) =>
    // Runs have no identity of their own: their place is it.
    isHit ? (
      <mark key={index} className={styles.mark}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
