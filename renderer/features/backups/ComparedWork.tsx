import { useId } from 'react';
import type { DifferingNotes, NoteExample, WorkComparison } from '../../../ipc/backups.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import { isUnchangedWork } from './backups-state.ts';
import styles from './ComparedWork.module.css';

interface Props {
  readonly work: WorkComparison;
  readonly title: string;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
}

/** How the notes of one work differ: counts that say what restoring does, each with its first examples. */
export function ComparedWork({ work, title, isBusy, onRestore }: Props) {
  const text = useText();
  const titleId = useId();
  const { onlyInBackup, onlyNow, changed, progressCount } = work;
  const isSame = isUnchangedWork(work);
  return (
    <section className={styles.work} aria-labelledby={titleId}>
      <h4 id={titleId} className={styles.title}>
        {title}
      </h4>
      <p className={styles.facts}>
        {text('backups.work.notes', { count: work.noteCount })}
        {isSame ? ` · ${text('backups.work.same')}` : ''}
      </p>
      {work.isCarriedOver ? <p className={styles.facts}>{text('backups.work.carried-over')}</p> : null}
      <Difference kind="only-in-backup" notes={onlyInBackup} />
      <Difference kind="changed" notes={changed} />
      <Difference kind="only-now" notes={onlyNow} />
      {progressCount === 0 ? null : (
        <p className={styles.progress}>{text('backups.progress', { count: progressCount })}</p>
      )}
      {work.isOtherText ? <p className={styles.progress}>{text('backups.other-text')}</p> : null}
      {isSame ? null : (
        <div className={styles.action}>
          <ActionButton isDisabled={isBusy} onPress={onRestore}>
            {text('backups.restore-work')}
          </ActionButton>
        </div>
      )}
    </section>
  );
}

interface DifferenceProps {
  readonly kind: 'only-in-backup' | 'only-now' | 'changed';
  readonly notes: DifferingNotes;
}

function Difference({ kind, notes: { count, examples } }: DifferenceProps) {
  const text = useText();
  if (count === 0) return null;
  return (
    <details className={styles.difference}>
      <summary>{text(`backups.${kind}`, { count })}</summary>
      <ul className={styles.examples}>
        {examples.map((example) => (
          <Example key={example.id} example={example} />
        ))}
        {count === examples.length ? null : (
          <li className={styles.more}>{text('backups.more', { count: count - examples.length })}</li>
        )}
      </ul>
    </details>
  );
}

function Example({ example: { quote, language, body } }: { readonly example: NoteExample }) {
  const text = useText();
  return (
    <li className={styles.example}>
      {language === null ? (
        <p className={styles.without}>{text('backups.without-words')}</p>
      ) : (
        <p className={styles.quote} lang={language}>
          {quote}
        </p>
      )}
      {body.trim() === '' ? null : <p className={styles.body}>{body}</p>}
    </li>
  );
}
