import type { Completion } from '../../../core/search/complete-query.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './CompletionList.module.css';
import { describeCompletion } from './describe-completion.ts';
import { completionId, COMPLETIONS_ID } from './result-ids.ts';
import type { CompletionsHandle } from './use-completions.ts';

interface Props {
  readonly completions: CompletionsHandle;
}

/** What could stand at the caret. The focus stays in the box; the active one is the one it points at. */
export function CompletionList({ completions }: Props) {
  const text = useText();
  const { items, active, accept } = completions;
  return (
    <div id={COMPLETIONS_ID} role="listbox" aria-label={text('search.completions')}>
      {items.map((item: Completion, index) => {
        const what = describeCompletion(item);
        return (
          <div
            key={`${item.kind} ${item.name}`}
            id={completionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.item}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => accept(item)}
          >
            <code className={styles.name}>{item.name}</code>
            <span className={styles.what}>{what === null ? null : text(what)}</span>
          </div>
        );
      })}
    </div>
  );
}
