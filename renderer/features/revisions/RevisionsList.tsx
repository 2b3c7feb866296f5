import { useIntl } from 'react-intl';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import type { RevisionList, RevisionSummary } from '../../../ipc/revisions.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './Revisions.module.css';

interface Props {
  readonly list: RevisionList;
  readonly onLook: (revision: RevisionId) => void;
  readonly onChooseFile: () => void;
  readonly onExport: () => void;
  readonly onClose: () => void;
}

/** The revisions of a text that are at hand, and the way to bring another. */
export function RevisionsList({ list, onLook, onChooseFile, onExport, onClose }: Props) {
  const text = useText();
  return (
    <ModalDialog
      title={text('revisions.title')}
      size="medium"
      closeLabel={text('revisions.close')}
      onClose={onClose}
    >
      <p className={styles.intro}>{text('revisions.intro')}</p>
      <ul className={styles.revisions} aria-label={text('revisions.list')}>
        {list.revisions.map((summary) => (
          <Revision
            key={summary.revision}
            summary={summary}
            isCurrent={summary.revision === list.current}
            onLook={onLook}
          />
        ))}
      </ul>
      <p className={styles.detail}>{text('revisions.export.text')}</p>
      <DialogFooter>
        <ActionButton onPress={onExport}>{text('revisions.export')}</ActionButton>
        <ActionButton tone="primary" autoFocus onPress={onChooseFile}>
          {text('revisions.choose')}
        </ActionButton>
      </DialogFooter>
    </ModalDialog>
  );
}

interface RevisionProps extends Pick<Props, 'onLook'> {
  readonly summary: RevisionSummary;
  readonly isCurrent: boolean;
}

function Revision({ summary, isCurrent, onLook }: RevisionProps) {
  const text = useText();
  const intl = useIntl();
  const { revision, origin, name, kept } = summary;
  const from = text(`revisions.origin.${origin}`, { name });
  const date = kept === null ? '' : intl.formatDate(kept, { dateStyle: 'long', timeStyle: 'short' });
  const since = kept === null ? (isCurrent ? '' : text('revisions.new')) : text('revisions.kept', { date });
  return (
    <li className={styles.revision}>
      <span className={styles.origin}>
        {from}
        {since === '' ? null : <small>{since}</small>}
      </span>
      {isCurrent ? (
        <span className={styles.current}>{text('revisions.current')}</span>
      ) : (
        <ActionButton
          label={text('revisions.look.named', { name: [from, since].join(' ') })}
          onPress={() => onLook(revision)}
        >
          {text('revisions.look')}
        </ActionButton>
      )}
    </li>
  );
}
