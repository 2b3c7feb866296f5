import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '../../components/IconButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './HitSteps.module.css';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
}

/** Which of the hits the reader stands on, and the way to the next and the previous one. */
export function HitSteps({ search }: Props) {
  const text = useText();
  const { stops, stopIndex, state, step } = search;
  if (stops.length === 0) return null;
  return (
    <div className={styles.steps} role="group" aria-label={text('search.steps')}>
      <p role="status" className={styles.place}>
        {stopIndex === undefined ? (
          text('search.steps.none')
        ) : (
          <>
            <span className={styles.index}>
              {text('search.steps.place', { index: stopIndex + 1, count: stops.length })}
            </span>
            {state.wrapped === null ? null : (
              <span className={styles.wrapped}>{text(`search.steps.past.${state.wrapped}`)}</span>
            )}
          </>
        )}
      </p>
      <IconButton
        label={text('commands.previous-hit')}
        icon={<ArrowUp size={16} strokeWidth={1.6} />}
        shortcut="Shift+F3"
        onPress={() => step(-1)}
      />
      <IconButton
        label={text('commands.next-hit')}
        icon={<ArrowDown size={16} strokeWidth={1.6} />}
        shortcut="F3"
        onPress={() => step(1)}
      />
    </div>
  );
}
