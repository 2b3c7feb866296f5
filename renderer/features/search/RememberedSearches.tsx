import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './RememberedSearches.module.css';
import type { SearchMemory } from './search-memory.ts';

interface Props {
  readonly memory: SearchMemory;
  /** Takes a query into the box. */
  readonly onInsert: (query: string) => void;
  /** The recent searches are to be forgotten. */
  readonly onForget: () => void;
}

/** What was saved and what was searched for lately; a press makes the search again. Nothing where there is none. */
export function RememberedSearches({ memory, onInsert, onForget }: Props) {
  const text = useText();
  const { saved, recent } = memory.searches;
  return (
    <>
      {saved.length === 0 ? null : (
        <section className={styles.searches} aria-label={text('search.saved')}>
          <h2 className={styles.title}>{text('search.saved')}</h2>
          <ul>
            {saved.map(({ name, query }) => (
              <li key={query} className={styles.row}>
                <Choice onPress={() => onInsert(query)}>
                  <span className={styles.name}>{name}</span>
                  {name === query ? null : <code className={styles.query}>{query}</code>}
                </Choice>
                <IconButton
                  label={text('search.saved.edit', { name })}
                  icon={<Pencil size={14} strokeWidth={1.6} />}
                  onPress={() => memory.edit(query)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {recent.length === 0 ? null : (
        <section className={styles.searches} aria-label={text('search.recent')}>
          <div className={styles.head}>
            <h2 className={styles.title}>{text('search.recent')}</h2>
            <button type="button" className={styles.clear} onClick={onForget}>
              {text('search.recent.clear')}
            </button>
          </div>
          <ul>
            {recent.map((query) => (
              <li key={query} className={styles.row}>
                <Choice onPress={() => onInsert(query)}>
                  <code className={styles.recent}>{query}</code>
                </Choice>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Choice({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={styles.choice} data-search-choice="" onClick={onPress}>
      {children}
    </button>
  );
}
