import { matchesChord, type PressedKey } from './command-keys.ts';

/** What can be done at a row of the alignment editor with one key. Their names are `alignment.action.<id>`. */
export const ALIGNING_KEYS = {
  'next-doubtful': 'n',
  'previous-doubtful': 'Shift+N',
  accept: 'a',
  'accept-above': 'Shift+A',
  'move-previous': 'Alt+ArrowUp',
  'move-next': 'Alt+ArrowDown',
  'join-previous': 'Shift+J',
  'join-next': 'j',
  'split-row': 's',
  'leave-unanswered': '0',
  swap: 'x',
  correct: 'Enter',
  'take-back': 'Backspace',
  lock: 'l',
  realign: 'r',
  commit: 'Mod+s',
} as const satisfies Readonly<Record<string, string>>;

/** One of {@link ALIGNING_KEYS}. */
export type AligningAction = keyof typeof ALIGNING_KEYS;

/** All of them, in the order in which they are listed. */
export const ALIGNING_ACTIONS = Object.keys(ALIGNING_KEYS) as readonly AligningAction[];

/** What a key press in the editor means, if anything. */
export function findAligningAction(pressed: PressedKey, isMac: boolean): AligningAction | undefined {
  return ALIGNING_ACTIONS.find((action) => matchesChord(ALIGNING_KEYS[action], pressed, isMac));
}
