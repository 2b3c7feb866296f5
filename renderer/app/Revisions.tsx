import { useState } from 'react';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import { Toast } from '../components/Toast.tsx';
import type { SessionHandle } from '../features/notes/use-session.ts';
import { RefusedDialog } from '../features/revisions/RefusedDialog.tsx';
import { RevisionPreviewDialog } from '../features/revisions/RevisionPreviewDialog.tsx';
import { RevisionsList } from '../features/revisions/RevisionsList.tsx';
import { RevisionsToast } from '../features/revisions/RevisionsToast.tsx';
import type { RevisionsHandle } from '../features/revisions/use-revisions.ts';
import { useText } from '../i18n/use-text.ts';
import type { WorkOnDesk } from './use-library.ts';

interface Props {
  readonly revisions: RevisionsHandle;
  readonly opened: WorkOnDesk | undefined;
  readonly session: SessionHandle;
  readonly language: InterfaceLanguage;
}

/** The dialogs about revisions while they are open, and what is said when they have closed. They outlive the text on the desk. */
export function Revisions({ revisions, opened, session, language }: Props) {
  const text = useText();
  const [seen, setSeen] = useState<string>();
  const { dialog } = revisions;
  const offered = opened?.offered ?? null;
  const isOffered =
    opened !== undefined && offered !== null && offered !== opened.revision && offered !== seen;
  const title = opened?.work.titles[language] ?? opened?.work.id ?? '';
  return (
    <>
      {dialog?.type === 'list' ? (
        <RevisionsList
          list={dialog.list}
          onLook={revisions.look}
          onChooseFile={revisions.chooseFile}
          onExport={revisions.exportText}
          onClose={revisions.close}
        />
      ) : dialog?.type === 'refused' ? (
        <RefusedDialog {...dialog} onClose={revisions.close} />
      ) : dialog?.type === 'preview' ? (
        <RevisionPreviewDialog
          dialog={dialog}
          onReplace={revisions.replace}
          onKeepPresent={revisions.keepPresent}
          onClose={revisions.close}
        />
      ) : null}
      <RevisionsToast
        news={revisions.news}
        onUndo={
          session.undoStep?.label === 'revise'
            ? () => {
                session.session.undo();
                revisions.dismissNews();
              }
            : undefined
        }
        onDismiss={revisions.dismissNews}
      />
      <Toast
        words={isOffered ? text('revisions.offer', { title }) : undefined}
        action={{
          label: text('revisions.offer.look'),
          onPress: () => {
            setSeen(offered ?? undefined);
            if (offered !== null) void revisions.look(offered);
          },
        }}
        dismissLabel={text('revisions.dismiss')}
        onDismiss={() => setSeen(offered ?? undefined)}
      />
    </>
  );
}
