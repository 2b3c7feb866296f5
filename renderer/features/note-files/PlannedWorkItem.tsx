import { useIntl } from 'react-intl';
import type { PlannedWork } from '../../../ipc/note-files.ts';
import type { MessageId } from '../../i18n/catalogues.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './PlannedWorkItem.module.css';

interface Props {
  readonly planned: PlannedWork;
}

/** What taking in a file would do to the notes of one work. */
export function PlannedWorkItem({ planned }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const { titles, examples } = planned;
  const language = titles[locale] === undefined ? Object.keys(titles)[0] : locale;
  const lines: readonly [MessageId, number][] = [
    ['note-files.import.added', planned.added],
    ['note-files.import.updated', planned.updated],
    ['note-files.import.conflicts', planned.conflicts],
    ['note-files.import.unchanged', planned.unchanged],
    ['note-files.import.deleted', planned.deletedElsewhere],
    ['note-files.import.progress', planned.progress],
  ];
  return (
    <section className={styles.work}>
      <h3 className={styles.title} lang={language}>
        {titles[language ?? '']}
      </h3>
      <ul className={styles.lines}>
        {lines.map(([id, count]) => (count === 0 ? null : <li key={id}>{text(id, { count })}</li>))}
      </ul>
      {examples.length === 0 ? null : (
        <details className={styles.examples}>
          <summary>{text('note-files.import.examples', { count: examples.length })}</summary>
          {examples.map(({ id, quote, now, incoming }) => (
            <dl key={id} className={styles.example}>
              <dt className={styles.quote}>{quote}</dt>
              <dd>
                <span className={styles.side}>{text('note-files.import.here')}</span>
                {now === '' ? text('note-files.import.no-body') : now}
              </dd>
              <dd>
                <span className={styles.side}>{text('note-files.import.there')}</span>
                {incoming === '' ? text('note-files.import.no-body') : incoming}
              </dd>
            </dl>
          ))}
        </details>
      )}
    </section>
  );
}
