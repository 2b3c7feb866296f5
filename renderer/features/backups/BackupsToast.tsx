import { Toast } from '../../components/Toast.tsx';
import { useText, type Text } from '../../i18n/use-text.ts';
import type { Outcome } from './backups-state.ts';
import type { BackupsHandle } from './use-backups.ts';

interface Props {
  readonly backups: BackupsHandle;
  /** Whether the last step of the reader's is a restore. */
  readonly canUndo: boolean;
}

/** What came of the last step with backups; a restore can be taken back. Always mounted, whatever screen is shown. */
export function BackupsToast({ backups, canUndo }: Props) {
  const text = useText();
  const { outcome } = backups.state;
  return (
    <Toast
      words={outcome === undefined ? undefined : describeOutcome(text, outcome)}
      action={
        outcome?.type === 'restored' && canUndo
          ? { label: text('backups.undo'), onPress: backups.undoRestore }
          : undefined
      }
      dismissLabel={text('backups.dismiss')}
      onDismiss={backups.dismissOutcome}
    />
  );
}

/** Failures are said on the screen itself, where there is room for the reason. */
function describeOutcome(text: Text, outcome: Outcome): string | undefined {
  switch (outcome.type) {
    case 'made':
      return text('backups.made', { count: outcome.noteCount });
    case 'exported':
      return text('backups.exported', { path: outcome.path });
    case 'restored':
      return text('backups.restored', { saved: outcome.savedCount, binned: outcome.binnedCount });
    case 'nothing-to-restore':
      return text('backups.nothing-to-restore');
    case 'failed':
      return undefined;
  }
}
