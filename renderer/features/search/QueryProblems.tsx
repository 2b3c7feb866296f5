import type { QueryProblem } from '../../../core/search/query.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './QueryProblems.module.css';

interface Props {
  readonly id: string;
  readonly problems: readonly QueryProblem[];
}

/** What could not be taken literally in a query, and how it was read. */
export function QueryProblems({ id, problems }: Props) {
  const text = useText();
  return (
    <div id={id} role="status">
      <ul className={styles.problems}>
        {problems.map(({ code, span, values }) => (
          <li key={`${code} ${span.start}`}>{text(`search.problem.${code}`, values)}</li>
        ))}
      </ul>
    </div>
  );
}
