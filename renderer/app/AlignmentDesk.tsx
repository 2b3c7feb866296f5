import { AlignmentScreen } from '../features/alignment/AlignmentScreen.tsx';
import { DiscardDialog } from '../features/alignment/DiscardDialog.tsx';
import { LeaveDialog } from '../features/alignment/LeaveDialog.tsx';
import { nameLanguage } from './language-name.ts';
import type { AlignmentPlace } from './use-alignment-place.ts';

interface Props {
  readonly place: AlignmentPlace;
  readonly isShown: boolean;
  readonly isMac: boolean;
}

/** The alignment editor, and the questions about what it has changed. */
export function AlignmentDesk({ place, isShown, isMac }: Props) {
  const { question, answer } = place;
  return (
    <>
      {isShown ? (
        <AlignmentScreen
          alignment={place.alignment}
          isMac={isMac}
          languageName={nameLanguage}
          isCommitting={place.isLinking}
          onCommit={place.commit}
          onDiscard={place.askToDiscard}
        />
      ) : null}
      {question?.type === 'leave' ? (
        <LeaveDialog
          onDiscard={() => answer('discard')}
          onKeep={() => answer('keep')}
          onStay={() => answer('stay')}
        />
      ) : question?.type === 'discard' ? (
        <DiscardDialog onDiscard={() => answer('discard')} onClose={() => answer('stay')} />
      ) : null}
    </>
  );
}
