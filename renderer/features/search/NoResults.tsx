import { parseQuery } from '../../../core/search/parse-query.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './NoResults.module.css';
import { suggestQueries } from './suggest-queries.ts';
import { UnfinishedQuery } from './UnfinishedQuery.tsx';

interface Props {
  readonly query: string;
  /** Takes a suggestion into the box. */
  readonly onInsert: (query: string) => void;
}

/** Nothing was found: what could be tried instead, or what the query still wants before anything can be looked for. */
export function NoResults({ query, onInsert }: Props) {
  const text = useText();
  const reading = parseQuery(query);
  if (reading.query === null) return <UnfinishedQuery problems={reading.problems} />;
  const suggestions = suggestQueries(query);
  return (
    <div className={styles.none}>
      <p className={styles.title}>{text('search.none', { query })}</p>
      {/\s/u.test(query) ? <p>{text('search.none.all-words')}</p> : null}
      {suggestions.length === 0 ? <p>{text('search.none.text')}</p> : null}
      <ul className={styles.suggestions}>
        {suggestions.map((suggestion) => (
          <li key={suggestion.kind}>
            <button type="button" className={styles.suggestion} onClick={() => onInsert(suggestion.query)}>
              <span>{text(`search.suggest.${suggestion.kind}`)}</span>
              <code className={styles.query}>{suggestion.query}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
