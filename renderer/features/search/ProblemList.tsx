import type { QueryProblem } from '../../../core/search/query.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './ProblemList.module.css';

interface Props {
  readonly problems: readonly QueryProblem[];
}

/** What could not be taken literally in a query, in words. */
export function ProblemList({ problems }: Props) {
  const text = useText();
  return (
    <ul className={styles.problems}>
      {problems.map(({ code, span, values }) => (
        <li key={`${code} ${span.start}`}>{text(`search.problem.${code}`, values)}</li>
      ))}
    </ul>
  );
}
