import type { ReactNode } from 'react';
import type { Work } from '../../core/text/work.ts';
import styles from './TitleBar.module.css';

interface Props {
  /** The opened work, if any. */
  readonly work: Work | undefined;
  /** The interface's language: its title stands first. */
  readonly language: string;
  /** The view switch, where the text is shown. */
  readonly views: ReactNode;
  readonly search: ReactNode;
}

/** More of them would leave a few letters of each. */
const MOST_TITLES = 2;

/** The thin bar at the top: what is open, how it is shown, and the search box. */
export function TitleBar({ work, language, views, search }: Props) {
  const titles = Object.entries(work?.titles ?? {})
    .toSorted(([a], [b]) => Number(b === language) - Number(a === language))
    .slice(0, MOST_TITLES);
  return (
    <header className={styles.bar}>
      <span className={styles.mark} lang="zh-Hans" aria-hidden>
        对
      </span>
      <h1 className={styles.titles}>
        {titles.map(([tag, title]) => (
          <span key={tag} lang={tag} className={styles.title}>
            {title}
          </span>
        ))}
      </h1>
      {views}
      {search}
    </header>
  );
}
