import type { ReactNode } from 'react';
import styles from './Screen.module.css';

interface Props {
  readonly title: string;
  /** A few words after the title, such as a count. */
  readonly subtitle?: ReactNode;
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

/** A screen that takes the whole space beside the rail, named by its title, and scrolls by itself. */
export function Screen({ title, subtitle, width = 'narrow', children }: Props) {
  return (
    <main className={styles.screen} aria-label={title}>
      <div className={`${styles.sheet} ${styles[width]}`}>
        <header className={styles.header}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle === undefined ? null : <p className={styles.subtitle}>{subtitle}</p>}
        </header>
        {children}
      </div>
    </main>
  );
}
