import type { CommandId } from '../../ipc/commands.ts';

/** Where a command stands in the list of keys and the palette. */
export type CommandGroup = 'places' | 'views' | 'moving' | 'marking' | 'aligning' | 'program';

/** How a command is reached by key. `Mod` is Ctrl, on a Mac Command. */
export interface CommandKeys {
  readonly group: CommandGroup;
  /** `KeyboardEvent.key` names joined by '+', modifiers first. Alternatives in order; the first is the one shown. */
  readonly keys: readonly string[];
}

/** Every command with its keys. Plain letters are only heard where nothing is being typed. */
export const COMMAND_KEYS: Readonly<Record<CommandId, CommandKeys>> = {
  'go-to-library': { group: 'places', keys: ['Mod+1'] },
  'go-to-reader': { group: 'places', keys: ['Mod+2'] },
  'go-to-notes': { group: 'places', keys: ['Mod+3'] },
  'go-to-search': { group: 'places', keys: ['/', 'Mod+f'] },
  'go-to-glossary': { group: 'places', keys: ['Mod+4'] },
  'go-to-concordance': { group: 'places', keys: ['Mod+5'] },
  'go-to-settings': { group: 'places', keys: ['Mod+,'] },
  'go-to-backups': { group: 'places', keys: ['Mod+Shift+B'] },
  'view-side-by-side': { group: 'views', keys: ['1'] },
  'view-line-by-line': { group: 'views', keys: ['2'] },
  'view-single-first': { group: 'views', keys: ['3'] },
  'view-single-second': { group: 'views', keys: ['4'] },
  'toggle-links': { group: 'views', keys: ['l'] },
  'toggle-remarks': { group: 'views', keys: ['r'] },
  'toggle-contents': { group: 'views', keys: ['o'] },
  'larger-type': { group: 'views', keys: ['Mod+=', 'Mod++'] },
  'smaller-type': { group: 'views', keys: ['Mod+-'] },
  'reset-type': { group: 'views', keys: ['Mod+0'] },
  'next-unit': { group: 'moving', keys: ['j'] },
  'previous-unit': { group: 'moving', keys: ['k'] },
  'next-hit': { group: 'moving', keys: ['F3', 'Mod+g'] },
  'previous-hit': { group: 'moving', keys: ['Shift+F3', 'Mod+Shift+G'] },
  'save-search': { group: 'moving', keys: ['Mod+Shift+S'] },
  'copy-search-link': { group: 'moving', keys: ['Mod+Shift+L'] },
  'switch-language': { group: 'moving', keys: ['s'] },
  'go-to-unit': { group: 'moving', keys: ['g'] },
  'go-back': { group: 'moving', keys: ['Alt+ArrowLeft'] },
  'go-forward': { group: 'moving', keys: ['Alt+ArrowRight'] },
  highlight: { group: 'marking', keys: ['h'] },
  'add-note': { group: 'marking', keys: ['n'] },
  'add-unit-note': { group: 'marking', keys: ['Shift+N'] },
  'add-work-note': { group: 'marking', keys: ['Mod+Shift+N'] },
  'add-question': { group: 'marking', keys: ['q'] },
  'add-tag': { group: 'marking', keys: ['t'] },
  'add-bookmark': { group: 'marking', keys: ['b'] },
  'add-counterpart': { group: 'marking', keys: ['c'] },
  'show-detached': { group: 'marking', keys: ['Mod+Shift+D'] },
  'copy-selection': { group: 'marking', keys: ['Mod+c'] },
  'search-selection': { group: 'marking', keys: ['f'] },
  'concordance-selection': { group: 'marking', keys: ['Shift+F'] },
  'mark-read': { group: 'marking', keys: ['Shift+R'] },
  'mark-in-work': { group: 'marking', keys: ['Shift+W'] },
  'mark-understood': { group: 'marking', keys: ['Shift+U'] },
  'import-text': { group: 'program', keys: ['Mod+o'] },
  'open-work-file': { group: 'program', keys: ['Mod+i'] },
  'export-work': { group: 'program', keys: ['Mod+e'] },
  'export-notes': { group: 'program', keys: ['Mod+Shift+E'] },
  'import-notes': { group: 'program', keys: ['Mod+Shift+O'] },
  'add-edition': { group: 'program', keys: ['Mod+Shift+X'] },
  'import-again': { group: 'program', keys: ['Mod+Shift+Y'] },
  'show-revisions': { group: 'program', keys: ['Mod+Shift+K'] },
  'align-text': { group: 'aligning', keys: ['Mod+Shift+A'] },
  'rename-tag': { group: 'program', keys: ['Mod+Shift+T'] },
  undo: { group: 'program', keys: ['Mod+z'] },
  redo: { group: 'program', keys: ['Mod+Shift+Z', 'Mod+y'] },
  'switch-theme': { group: 'program', keys: ['Shift+T'] },
  'switch-interface-language': { group: 'program', keys: ['Shift+L'] },
  'show-keys': { group: 'program', keys: ['?'] },
  'show-palette': { group: 'program', keys: ['Mod+k'] },
};

/** What the modifiers and the named keys are called on the keys themselves. */
export function describeKeys(keys: string, isMac: boolean): string {
  return keys
    .split(/(?<=.)\+(?=.)/)
    .map((key) => {
      switch (key) {
        case 'Mod':
          return isMac ? '⌘' : 'Ctrl';
        case 'Alt':
          return isMac ? '⌥' : 'Alt';
        case 'ArrowUp':
          return '↑';
        case 'ArrowDown':
          return '↓';
        case 'ArrowLeft':
          return '←';
        case 'ArrowRight':
          return '→';
        default:
          return key;
      }
    })
    .join('+');
}

/** The parts of a `KeyboardEvent` that decide which command is meant. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command a key press means, if any. */
export function findCommand(pressed: PressedKey, isMac: boolean): CommandId | undefined {
  const entries = Object.entries(COMMAND_KEYS) as [CommandId, CommandKeys][];
  return entries.find(([, { keys }]) => keys.some((chord) => matchesChord(chord, pressed, isMac)))?.[0];
}

/** Whether a key press is a chord that is also meant while something is being typed. */
export function isChord(pressed: PressedKey): boolean {
  return pressed.ctrlKey || pressed.metaKey || pressed.altKey || FUNCTION_KEY.test(pressed.key);
}

const FUNCTION_KEY = /^F\d{1,2}$/;

/** Whether a key press is a chord as `CommandKeys` writes them. */
export function matchesChord(chord: string, pressed: PressedKey, isMac: boolean): boolean {
  const parts = chord.split(/(?<=.)\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const wantsMod = parts.includes('Mod');
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = isMac ? pressed.ctrlKey : pressed.metaKey;
  if (mod !== wantsMod || otherMod || pressed.altKey !== parts.includes('Alt')) return false;
  // Shift is part of what a punctuation key types ('?'), and a modifier of its own only with keys that type the same.
  const isOwnKey = /^[a-z]$/i.test(key) || FUNCTION_KEY.test(key);
  if (isOwnKey && pressed.shiftKey !== parts.includes('Shift')) return false;
  return pressed.key.toLowerCase() === key.toLowerCase();
}
