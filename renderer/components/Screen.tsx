import { useId, type ReactNode } from 'react';
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
  const titleId = useId();
  return (
    <section className={styles.screen} aria-labelledby={titleId}>
      <div className={`${styles.sheet} ${styles[width]}`}>
        <header className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {subtitle === undefined ? null : <p className={styles.subtitle}>{subtitle}</p>}
        </header>
        {children}
      </div>
    </section>
  );
}
