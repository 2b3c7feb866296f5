import { ProgressBar } from 'react-aria-components';
import type { ImportProgress } from '../../../core/import/import-files.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import { describeProblem } from './describe-problem.ts';
import type { Reading } from './import-state.ts';
import styles from './ReadingState.module.css';

interface Props {
  readonly reading: Reading;
  readonly languageName: (language: LanguageTag) => string;
  readonly onStop: () => void;
  readonly onRepeat: () => void;
}

/** How far the reading of the files has come, or why it came to nothing. */
export function ReadingState(props: Props) {
  return (
    <>
      {/* Always there: only then do screen readers hear what comes into it. */}
      <div role="status">
        {props.reading.type === 'reading' ? <UnderWay {...props} reading={props.reading} /> : null}
      </div>
      <Ended {...props} />
    </>
  );
}

function UnderWay({
  reading: { progress },
  onStop,
}: Props & { readonly reading: Extract<Reading, { readonly type: 'reading' }> }) {
  const text = useText();
  const words =
    progress === undefined
      ? text('import.reading.begin')
      : progress.phase === 'aligning'
        ? text('import.aligning')
        : text('import.reading', { file: progress.file });
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={words}
        isIndeterminate={progress === undefined}
        value={progress === undefined ? 0 : measureProgress(progress) * 100}
        className={styles.bar ?? ''}
      >
        {({ percentage = 0, isIndeterminate }) =>
          isIndeterminate ? (
            <span className={styles.run} />
          ) : (
            <span className={styles.done} style={{ width: `${percentage}%` }} />
          )
        }
      </ProgressBar>
      <p className={styles.words}>
        {words}
        {progress?.phase === 'reading' && progress.total > 1 ? (
          <span className={styles.count}>
            {text('import.reading.count', { number: progress.done + 1, total: progress.total })}
          </span>
        ) : null}
      </p>
      <ActionButton onPress={onStop}>{text('import.stop')}</ActionButton>
    </div>
  );
}

/** Of each of the two phases by itself: how long aligning will take shows only when all is read. */
function measureProgress(progress: ImportProgress): number {
  return progress.phase === 'aligning' ? progress.done : progress.done / progress.total;
}

function Ended({ reading, languageName, onRepeat }: Props) {
  const text = useText();
  if (reading.type === 'refused') {
    const problem = describeProblem(reading.problem, text, languageName);
    return (
      <p role="alert" className={styles.problem}>
        {reading.file === null ? problem : text('import.problem.in', { name: reading.file, problem })}
      </p>
    );
  }
  if (reading.type !== 'stopped' && reading.type !== 'failed') return null;
  return (
    <div role="alert" className={styles.problem}>
      <p>{text(reading.type === 'stopped' ? 'import.stopped' : 'import.failed')}</p>
      {reading.type === 'stopped' ? null : (
        <p className={styles.detail}>{text('import.failed.detail', { detail: reading.detail })}</p>
      )}
      <p className={styles.again}>
        <ActionButton autoFocus onPress={onRepeat}>
          {text('import.again')}
        </ActionButton>
      </p>
    </div>
  );
}
