import { Check } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { IMPORT_STEPS, type ImportStep } from './import-state.ts';
import styles from './StepList.module.css';

interface Props {
  readonly step: ImportStep;
  /** Whether the later steps can be gone to. */
  readonly isReady: boolean;
  readonly onStep: (step: ImportStep) => void;
}

/** The steps of the import, the current one and the ways to the others. */
export function StepList({ step, isReady, onStep }: Props) {
  const text = useText();
  const current = IMPORT_STEPS.indexOf(step);
  return (
    <nav aria-label={text('import.steps')}>
      <ol className={styles.steps}>
        {IMPORT_STEPS.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              className={styles.step}
              disabled={index > 0 && !isReady}
              onClick={() => onStep(each)}
              {...(index === current ? { 'aria-current': 'step' as const } : {})}
            >
              <span className={styles.number} aria-hidden="true">
                {index < current ? <Check size={13} strokeWidth={2.4} /> : index + 1}
              </span>
              {text(`import.step.${each}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
