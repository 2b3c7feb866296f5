import type { LibraryNote } from '../../../core/annotation/library-note.ts';
import { useText } from '../../i18n/use-text.ts';
import { useUnitNamer } from '../../i18n/use-unit-label.ts';
import type { NoteRowContext } from './note-row-context.ts';
import styles from './NoteRow.module.css';

interface Props {
  readonly note: LibraryNote;
  readonly context: Pick<NoteRowContext, 'showsWorks' | 'workTitle'>;
}

/** Where a note stands: its clause, and its work where notes of several are shown. */
export function NotePlace({ note, context }: Props) {
  const text = useText();
  const nameUnit = useUnitNamer();
  const title = context.workTitle(note.workId);
  const place =
    note.unit !== null
      ? nameUnit(note.unit)
      : note.scope === 'work'
        ? text('library-notes.place.work')
        : title === undefined
          ? undefined
          : text('notes.detached');
  return (
    <>
      {place === undefined ? null : <span>{place}</span>}
      {title === undefined ? (
        <span className={styles.missing}>{text('library-notes.work-missing', { id: note.workId })}</span>
      ) : context.showsWorks ? (
        <span className={styles.work}>{title}</span>
      ) : null}
    </>
  );
}
