import type { CommandId } from '../../ipc/commands.ts';
import type { Platform } from './platform.ts';

/** The chords of the page (renderer/commands/command-keys.ts) as the menu shows them. */
const KEYS: Partial<Record<CommandId, string>> = {
  'go-to-library': 'CmdOrCtrl+1',
  'go-to-reader': 'CmdOrCtrl+2',
  'go-to-notes': 'CmdOrCtrl+3',
  'go-to-glossary': 'CmdOrCtrl+4',
  'go-to-concordance': 'CmdOrCtrl+5',
  'go-to-settings': 'CmdOrCtrl+,',
  'go-to-backups': 'CmdOrCtrl+Shift+B',
  'go-to-search': 'CmdOrCtrl+F',
  'save-search': 'CmdOrCtrl+Shift+S',
  'copy-search-link': 'CmdOrCtrl+Shift+L',
  'larger-type': 'CmdOrCtrl+Plus',
  'smaller-type': 'CmdOrCtrl+-',
  'reset-type': 'CmdOrCtrl+0',
  'show-palette': 'CmdOrCtrl+K',
  'import-text': 'CmdOrCtrl+O',
  'open-work-file': 'CmdOrCtrl+I',
  'export-work': 'CmdOrCtrl+E',
  'export-notes': 'CmdOrCtrl+Shift+E',
  'import-notes': 'CmdOrCtrl+Shift+O',
  'add-edition': 'CmdOrCtrl+Shift+X',
  'import-again': 'CmdOrCtrl+Shift+Y',
  'show-revisions': 'CmdOrCtrl+Shift+K',
  'align-text': 'CmdOrCtrl+Shift+A',
  'rename-tag': 'CmdOrCtrl+Shift+T',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
};

/** Where hits are gone through with function keys. */
const HIT_KEYS: Partial<Record<CommandId, string>> = { 'next-hit': 'F3', 'previous-hit': 'Shift+F3' };

/**
 * On macOS Option+arrow moves by words in a text field, so the menu must have other keys for going back there; and there
 * the function keys are the system's.
 */
const PLATFORM_KEYS: Readonly<Record<Platform, Partial<Record<CommandId, string>>>> = {
  darwin: {
    'go-back': 'CmdOrCtrl+[',
    'go-forward': 'CmdOrCtrl+]',
    'next-hit': 'CmdOrCtrl+G',
    'previous-hit': 'CmdOrCtrl+Shift+G',
  },
  win32: { ...HIT_KEYS, 'go-back': 'Alt+Left', 'go-forward': 'Alt+Right' },
  linux: { ...HIT_KEYS, 'go-back': 'Alt+Left', 'go-forward': 'Alt+Right' },
};

/** The key of a menu item. */
export interface MenuKey {
  readonly accelerator: string;
  readonly registerAccelerator: false;
}

/**
 * The key the menu shows for a command, or `undefined`. It only shows it: the page hears the keys, since it alone knows
 * whether something is being typed. (macOS registers menu keys regardless, but asks the page first.) Single letters are
 * not shown, since macOS would take them from typing.
 */
export function findMenuKey(command: CommandId, platform: Platform): MenuKey | undefined {
  const accelerator = PLATFORM_KEYS[platform][command] ?? KEYS[command];
  return accelerator === undefined ? undefined : { accelerator, registerAccelerator: false };
}
