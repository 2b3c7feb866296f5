import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
}

/** What a screen shows when there is nothing to show: what would be here, and how to get it there. */
export function EmptyState({ title, children }: Props) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
    </div>
  );
}
