import { useText } from '../../i18n/use-text.ts';
import styles from './SearchHelp.module.css';

interface Props {
  /** Takes an example into the box. */
  readonly onInsert: (query: string) => void;
}

const SECTIONS = [
  { name: 'find', operators: ['words', 'phrase', 'prefix', 'fuzzy'] },
  { name: 'combine', operators: ['or', 'not', 'brackets', 'near'] },
  { name: 'where', operators: ['language', 'note', 'tag', 'has', 'colour', 'unit', 'kind', 'work'] },
  { name: 'both', operators: ['lacking', 'linked'] },
] as const;

/** How to search, by examples; a press on one tries it. */
export function SearchHelp({ onInsert }: Props) {
  const text = useText();
  return (
    <section className={styles.help} aria-label={text('search.help')}>
      <div className={styles.sections}>
        {SECTIONS.map(({ name, operators }) => (
          <div key={name} className={styles.section} data-section={name}>
            <h2 className={styles.title}>{text(`search.help.section.${name}`)}</h2>
            <ul>
              {operators.map((operator) => {
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
          </div>
        ))}
      </div>
      <p className={styles.keys}>{text('search.help.keys')}</p>
    </section>
  );
}
