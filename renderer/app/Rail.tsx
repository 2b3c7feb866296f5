import {
  BookOpen,
  Columns2,
  Keyboard,
  Languages,
  Search,
  Settings2,
  StickyNote,
  TextAlignCenter,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { CommandId } from '../../ipc/commands.ts';
import { COMMAND_KEYS, describeKeys } from '../commands/command-keys.ts';
import { IconButton } from '../components/IconButton.tsx';
import { useText } from '../i18n/use-text.ts';
import styles from './Rail.module.css';
import type { Screen } from './screen.ts';

interface Props {
  readonly screen: Screen;
  readonly isMac: boolean;
  readonly onCommand: (command: CommandId) => void;
}

interface Place {
  readonly command: CommandId;
  readonly screen: Screen | undefined;
  readonly icon: ReactNode;
}

const ICON = { size: 20, strokeWidth: 1.6 } as const;

const UPPER: readonly Place[] = [
  { command: 'go-to-library', screen: 'library', icon: <Columns2 {...ICON} /> },
  { command: 'go-to-reader', screen: 'reader', icon: <BookOpen {...ICON} /> },
  { command: 'go-to-notes', screen: 'notes', icon: <StickyNote {...ICON} /> },
  { command: 'go-to-search', screen: undefined, icon: <Search {...ICON} /> },
  { command: 'go-to-glossary', screen: 'glossary', icon: <Languages {...ICON} /> },
  { command: 'go-to-concordance', screen: 'concordance', icon: <TextAlignCenter {...ICON} /> },
];

const LOWER: readonly Place[] = [
  { command: 'show-keys', screen: undefined, icon: <Keyboard {...ICON} /> },
  { command: 'go-to-settings', screen: 'settings', icon: <Settings2 {...ICON} /> },
];

/** The narrow rail at the left: where one can go. */
export const Rail = memo(function Rail({ screen, isMac, onCommand }: Props) {
  const text = useText();
  const renderPlace = (place: Place) => (
    <IconButton
      key={place.command}
      label={text(`commands.${place.command}`)}
      icon={place.icon}
      shortcut={describeKeys(COMMAND_KEYS[place.command].keys[0] ?? '', isMac)}
      placement="right"
      isCurrent={place.screen === (screen === 'import' ? 'library' : screen)}
      onPress={() => onCommand(place.command)}
    />
  );
  return (
    <nav className={styles.rail} aria-label={text('shell.rail')}>
      {UPPER.map(renderPlace)}
      <span className={styles.space} />
      {LOWER.map(renderPlace)}
    </nav>
  );
});
