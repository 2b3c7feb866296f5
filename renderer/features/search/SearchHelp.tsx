import { useText } from '../../i18n/use-text.ts';
import styles from './SearchHelp.module.css';

interface Props {
  /** Takes an example into the box. */
  readonly onInsert: (query: string) => void;
}

const OPERATORS = ['words', 'phrase', 'not', 'prefix', 'zh', 'en', 'note', 'tag'] as const;

/** How to search, by examples; a press on one tries it. */
export function SearchHelp({ onInsert }: Props) {
  const text = useText();
  return (
    <section className={styles.help} aria-label={text('search.help')}>
      <h3 className={styles.title}>{text('search.help')}</h3>
      <ul>
        {OPERATORS.map((operator) => {
          const example = text(`search.help.${operator}.example`);
          return (
            <li key={operator}>
              <button type="button" className={styles.example} onClick={() => onInsert(example)}>
                <code className={styles.query}>{example}</code>
                <span>{text(`search.help.${operator}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.keys}>{text('search.help.keys')}</p>
    </section>
  );
}
