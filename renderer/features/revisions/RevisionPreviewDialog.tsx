import { useIntl } from 'react-intl';
import type { RevisionOutcome } from '../../../core/annotation/plan-revision.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { RevisedNote, RevisionPreview } from '../../../ipc/revisions.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { FailureText } from '../../components/FailureText.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { RevisedNotes } from './RevisedNotes.tsx';
import type { ReplaceFailure, RevisionsDialog } from './revisions-state.ts';
import styles from './Revisions.module.css';

interface Props {
  readonly dialog: Extract<RevisionsDialog, { readonly type: 'preview' }>;
  readonly onReplace: () => void;
  readonly onKeepPresent: () => void;
  readonly onClose: () => void;
}

/** Says what replacing the text would do to the notes, before it is done. */
export function RevisionPreviewDialog({ dialog, onReplace, onKeepPresent, onClose }: Props) {
  const text = useText();
  const { preview, step, failed } = dialog;
  const { revision, isCurrent } = preview;
  const isWorking = step === 'working';
  return (
    <ModalDialog
      title={text('revisions.preview.title')}
      size="medium"
      closeLabel={text('revisions.close')}
      onClose={onClose}
    >
      <p className={styles.intro}>{text(`revisions.origin.${revision.origin}`, { name: revision.name })}</p>
      {isCurrent ? <p>{text('revisions.preview.same')}</p> : <Changes preview={preview} />}
      <Failed failed={failed} />
      <DialogFooter>
        {!isCurrent && revision.origin === 'bundled' && revision.kept === null ? (
          <ActionButton isDisabled={isWorking} onPress={onKeepPresent}>
            {text('revisions.keep-present')}
          </ActionButton>
        ) : null}
        <ActionButton isDisabled={isWorking} onPress={onClose}>
          {text(isCurrent ? 'revisions.close' : 'revisions.cancel')}
        </ActionButton>
        {isCurrent ? null : (
          <ActionButton tone="primary" autoFocus isDisabled={isWorking} onPress={onReplace}>
            {text(isWorking ? 'revisions.working' : 'revisions.replace')}
          </ActionButton>
        )}
      </DialogFooter>
    </ModalDialog>
  );
}

const COUNTED = ['kept', 'moved', 'detached'] as const satisfies readonly RevisionOutcome[];

function Changes({ preview }: { readonly preview: RevisionPreview }) {
  const text = useText();
  const { units, links, counts } = preview;
  const isWithoutNotes = COUNTED.every((outcome) => counts[outcome] === 0) && counts['still-detached'] === 0;
  const ofOutcome = (wanted: RevisionOutcome): readonly RevisedNote[] =>
    preview.notes.filter(({ outcome }) => outcome === wanted);
  return (
    <>
      <Editions editions={preview.editions} />
      <p>{text('revisions.units', { ...units })}</p>
      {links.before === links.after ? null : <p>{text('revisions.links', { ...links })}</p>}
      {isWithoutNotes ? (
        <p>{text('revisions.no-notes')}</p>
      ) : (
        <ul className={styles.counts} aria-label={text('revisions.counts')}>
          {COUNTED.map((outcome) => (
            <li key={outcome} data-outcome={outcome} data-empty={counts[outcome] === 0 || undefined}>
              <strong>{counts[outcome]}</strong>{' '}
              {text(`revisions.count.${outcome}`, { count: counts[outcome] })}
            </li>
          ))}
        </ul>
      )}
      {counts['still-detached'] === 0 ? null : (
        <p className={styles.detail}>
          {text('revisions.still-detached', { count: counts['still-detached'] })}
        </p>
      )}
      <RevisedNotes outcome="detached" notes={ofOutcome('detached')} count={counts.detached} />
      <RevisedNotes outcome="moved" notes={ofOutcome('moved')} count={counts.moved} />
      <p className={styles.detail}>{text('revisions.calm')}</p>
    </>
  );
}

/** Which languages come and which go, where any do. */
function Editions({ editions }: Pick<RevisionPreview, 'editions'>) {
  const text = useText();
  const intl = useIntl();
  const name = (languages: readonly LanguageTag[]): string =>
    intl.formatList(
      languages.map((language) => intl.formatDisplayName(language, { type: 'language' }) ?? language),
    );
  return CHANGED.filter((change) => editions[change].length > 0).map((change) => (
    <p key={change}>{text(`revisions.editions.${change}`, { languages: name(editions[change]) })}</p>
  ));
}

const CHANGED = ['added', 'removed'] as const;

function Failed({ failed }: { readonly failed: ReplaceFailure | undefined }) {
  const text = useText();
  if (failed === undefined) return null;
  return (
    <FailureText
      words={text(`revisions.failed.${failed.at}`, { reason: text(`errors.${failed.failure.code}`) })}
    />
  );
}
