import type { ReactNode } from 'react';
import styles from './QuotedWords.module.css';

interface Props {
  /** The words that are quoted; undefined where there are none. */
  readonly quote: { readonly text: string; readonly language: string } | undefined;
  /** What was written about them; its first lines are shown. */
  readonly body: string;
  readonly children: ReactNode;
}

/** Quoted words, what was written about them, and a line of facts. */
export function QuotedWords({ quote, body, children }: Props) {
  return (
    <>
      {quote === undefined ? null : (
        <p className={styles.quote} lang={quote.language}>
          {quote.text}
        </p>
      )}
      {body.trim() === '' ? null : <p className={styles.body}>{body.trim()}</p>}
      <p className={styles.facts}>{children}</p>
    </>
  );
}
