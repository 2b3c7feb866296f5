import type { QueryProblem } from '../../../core/search/query.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './NoResults.module.css';
import { ProblemList } from './ProblemList.tsx';

interface Props {
  readonly problems: readonly QueryProblem[];
}

/** There is nothing in the query yet that could be looked for: what it still wants. */
export function UnfinishedQuery({ problems }: Props) {
  const text = useText();
  return (
    <div className={styles.none}>
      <p className={styles.title}>{text('search.none.unfinished')}</p>
      <ProblemList problems={problems} />
    </div>
  );
}
