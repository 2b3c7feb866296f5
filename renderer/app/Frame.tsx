import type { ReactNode } from 'react';
import styles from './Frame.module.css';

interface Props {
  readonly titleBar: ReactNode;
  readonly rail: ReactNode;
  readonly children: ReactNode;
  readonly statusLine: ReactNode;
}

/** The window's parts: bar, rail, what is being looked at, status line. */
export function Frame({ titleBar, rail, children, statusLine }: Props) {
  return (
    <div className={styles.frame}>
      {titleBar}
      {rail}
      <main className={styles.main}>{children}</main>
      {statusLine}
    </div>
  );
}
