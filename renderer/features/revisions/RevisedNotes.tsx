import type { RevisedNote } from '../../../ipc/revisions.ts';
import { QuotedWords } from '../../components/QuotedWords.tsx';
import { useText, type Text } from '../../i18n/use-text.ts';
import { useUnitNamer } from '../../i18n/use-unit-label.ts';
import styles from './Revisions.module.css';

interface Props {
  readonly outcome: 'detached' | 'moved';
  readonly notes: readonly RevisedNote[];
  /** All of them, also those that are not named. */
  readonly count: number;
}

/** The notes with one outcome, with the words they stand on. */
export function RevisedNotes({ outcome, notes, count }: Props) {
  const text = useText();
  const nameUnit = useUnitNamer();
  if (count === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{text(`revisions.${outcome}.title`)}</h3>
      {outcome === 'detached' ? <p className={styles.detail}>{text('revisions.detached.text')}</p> : null}
      <ul>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <QuotedWords
              quote={note.language === null ? undefined : { text: note.quote, language: note.language }}
              body={note.body}
            >
              {text(`notes.kind.${note.kind}`)} · {describePlace(note, nameUnit, text)}
            </QuotedWords>
          </li>
        ))}
      </ul>
      {count > notes.length ? (
        <p className={styles.detail}>{text('revisions.more', { count: count - notes.length })}</p>
      ) : null}
    </section>
  );
}

function describePlace(
  { before, after }: RevisedNote,
  nameUnit: ReturnType<typeof useUnitNamer>,
  text: Text,
): string {
  const was = before === null ? text('revisions.gone') : nameUnit(before);
  if (after === null) return was;
  const is = nameUnit(after);
  return was === is
    ? text('revisions.moved.within', { place: is })
    : text('revisions.moved.place', { before: was, after: is });
}
