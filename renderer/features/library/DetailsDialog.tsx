import { useIntl } from 'react-intl';
import type { Edition } from '../../../core/text/work.ts';
import type { WorkDetails } from '../../../ipc/works.ts';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useEditionWords } from '../../i18n/use-edition-words.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './Dialogs.module.css';

interface Props {
  readonly details: WorkDetails;
  readonly onClose: () => void;
}

/** What a work is and where it came from: its editions with their sources, and the texts of it that are kept. */
export function DetailsDialog({ details, onClose }: Props) {
  const text = useText();
  const intl = useIntl();
  const { editions, lengths, unitCount, linkCount, revision, revisions, isBundled } = details;
  return (
    <ModalDialog
      title={text('library.details.title')}
      size="medium"
      closeLabel={text('library.close')}
      onClose={onClose}
    >
      <ul className={styles.editions} aria-label={text('library.details.editions')}>
        {editions.map((edition) => (
          <EditionItem key={edition.language} edition={edition} length={lengths[edition.language] ?? 0} />
        ))}
      </ul>
      <dl className={styles.facts}>
        <dt>{text('library.details.extent')}</dt>
        <dd>
          {text('library.units', { count: unitCount })} ·{' '}
          {text('library.details.links', { count: linkCount })}
        </dd>
        <dt>{text('library.details.origin')}</dt>
        <dd>{text(isBundled ? 'library.details.bundled' : 'library.details.added')}</dd>
        <dt>{text('library.details.texts')}</dt>
        {revisions.map(({ revision: id, origin, name, kept }) => (
          <dd key={id}>
            {text(`revisions.origin.${origin}`, { name })}
            {kept === null ? '' : ` · ${intl.formatDate(kept, { dateStyle: 'long', timeStyle: 'short' })}`}
            {id === revision ? ` · ${text('revisions.current')}` : ''}
          </dd>
        ))}
        <dt>{text('library.details.id')}</dt>
        <dd>
          <code className={styles.code}>{details.workId}</code>
          <code className={styles.code}>{revision}</code>
        </dd>
      </dl>
    </ModalDialog>
  );
}

function EditionItem({ edition, length }: { readonly edition: Edition; readonly length: number }) {
  const text = useText();
  const intl = useIntl();
  const words = useEditionWords();
  const { language, title, status, source } = edition;
  return (
    <li className={styles.edition}>
      <h3 className={styles.heading} lang={language}>
        {title}
      </h3>
      <p className={styles.detail}>
        {words.name(language)} · {text(`library.status.${status}`)} · {words.length(language, length)}
      </p>
      <p className={styles.detail}>
        {text('library.details.source', {
          name: source.name,
          date: intl.formatDate(source.date, { dateStyle: 'long', timeZone: 'UTC' }),
        })}
      </p>
      {source.notes.map((note) => (
        <p key={note} className={styles.note} lang={language}>
          {note}
        </p>
      ))}
    </li>
  );
}
