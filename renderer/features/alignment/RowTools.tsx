import {
  ArrowDown,
  ArrowUp,
  ArrowUpDown,
  Check,
  CheckCheck,
  ChevronsDown,
  ChevronsUp,
  Lock,
  LockOpen,
  Pencil,
  RefreshCw,
  Rows2,
  Undo,
  Unlink,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { ALIGNING_ACTIONS, ALIGNING_KEYS, type AligningAction } from '../../commands/aligning-keys.ts';
import { describeKeys } from '../../commands/command-keys.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './AlignmentGrid.module.css';

interface Props {
  readonly isLocked: boolean;
  readonly isMac: boolean;
  readonly onAct: (action: AligningAction) => void;
}

const ICON = { size: 15, strokeWidth: 1.7 } as const;

const ICONS: Readonly<Partial<Record<AligningAction, ReactNode>>> = {
  accept: <Check {...ICON} />,
  'accept-above': <CheckCheck {...ICON} />,
  'move-previous': <ArrowUp {...ICON} />,
  'move-next': <ArrowDown {...ICON} />,
  'join-previous': <ChevronsUp {...ICON} />,
  'join-next': <ChevronsDown {...ICON} />,
  'split-row': <Rows2 {...ICON} />,
  'leave-unanswered': <Unlink {...ICON} />,
  swap: <ArrowUpDown {...ICON} />,
  correct: <Pencil {...ICON} />,
  'take-back': <Undo {...ICON} />,
  lock: <Lock {...ICON} />,
  realign: <RefreshCw {...ICON} />,
};

/** Everything that can be done at the place of the reader, for the mouse; the keys do the same. */
export const RowTools = memo(function RowTools({ isLocked, isMac, onAct }: Props) {
  const text = useText();
  return (
    <div role="toolbar" aria-label={text('alignment.tools')} className={styles.toolbar}>
      {ALIGNING_ACTIONS.map((action) => {
        if (ICONS[action] === undefined) return null;
        const isUnlocking = action === 'lock' && isLocked;
        return (
          <IconButton
            key={action}
            size="small"
            label={text(isUnlocking ? 'alignment.unlock' : `alignment.action.${action}`)}
            icon={isUnlocking ? <LockOpen {...ICON} /> : ICONS[action]}
            shortcut={describeKeys(ALIGNING_KEYS[action], isMac)}
            onPress={() => onAct(action)}
          />
        );
      })}
    </div>
  );
});
