import type { QueryProblem } from '../../../core/search/query.ts';
import { ProblemList } from './ProblemList.tsx';
import styles from './QueryProblems.module.css';

interface Props {
  readonly id: string;
  readonly problems: readonly QueryProblem[];
}

/** What could not be taken literally in a query, said as it is typed. */
export function QueryProblems({ id, problems }: Props) {
  return (
    <div id={id} role="status" className={styles.problems}>
      <ProblemList problems={problems} />
    </div>
  );
}
