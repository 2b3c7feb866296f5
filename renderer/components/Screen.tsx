import { useId, type ReactNode } from 'react';
import styles from './Screen.module.css';

interface Props {
  readonly title: string;
  /** A few words after the title, such as a count. */
  readonly subtitle?: ReactNode;
  /** What can be done with the whole screen, at the end of its title's line. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'wide' | 'full';
  /** It does not scroll: its children fill it and scroll by themselves. */
  readonly isFixed?: boolean;
  readonly children: ReactNode;
}

/** A screen that takes the whole space beside the rail, named by its title, and scrolls by itself. */
export function Screen({ title, subtitle, actions, width = 'narrow', isFixed = false, children }: Props) {
  const titleId = useId();
  return (
    <section className={`${styles.screen} ${isFixed ? styles.fixed : ''}`} aria-labelledby={titleId}>
      <div className={`${styles.sheet} ${styles[width]}`}>
        <header className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {subtitle === undefined ? null : <p className={styles.subtitle}>{subtitle}</p>}
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </section>
  );
}
