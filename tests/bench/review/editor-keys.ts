import { ALIGNING_KEYS } from '../../../renderer/commands/aligning-keys.ts';
import {
  reduceAlignment,
  type AlignmentAction,
  type AlignmentState,
  type RowAction,
} from '../../../renderer/features/alignment/alignment-state.ts';

/** A key of the editor. */
export interface EditorKey {
  readonly name: string;
  readonly action: AlignmentAction;
  /** How many keys are pressed for it: a modifier is one of them, as the keystroke-level model counts. */
  readonly strokes: number;
  /** Whether it changes rows, and does not only go somewhere. */
  readonly isOperation: boolean;
}

function keyOf(action: RowAction): EditorKey {
  const chord = ALIGNING_KEYS[action];
  return {
    name: chord,
    action: { type: 'acted', action },
    strokes: chord.split('+').length,
    isOperation: true,
  };
}

function arrow(key: string): EditorKey {
  return { name: key, action: { type: 'moved', key }, strokes: 1, isOperation: false };
}

export const NEXT_DOUBTFUL: EditorKey = { ...keyOf('next-doubtful'), isOperation: false };
export const ACCEPT = keyOf('accept');

/** What rows are mended with. Swapping is not among them: it makes another text of it. */
export const MENDING_KEYS: readonly EditorKey[] = [
  ...['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].map(arrow),
  ...(
    ['join-next', 'join-previous', 'split-row', 'leave-unanswered', 'move-next', 'move-previous'] as const
  ).map(keyOf),
];

/** What the editor does when the key is pressed. */
export function press(state: AlignmentState, { action }: EditorKey): AlignmentState {
  return reduceAlignment(state, action);
}
