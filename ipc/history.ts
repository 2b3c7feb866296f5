import { STEP_NAMES, type StepName } from '../core/annotation/step-name.ts';
import { z } from '../core/schema.ts';

/**
 * What undoing or redoing would do now: a step of the history of notes; 'typing' while a text field has the keyboard, whose
 * own history it then is; `null` for nothing.
 */
export type UndoTarget = StepName | 'typing' | null;

/** What the Edit menu names. */
export interface DescribedHistory {
  readonly undo: UndoTarget;
  readonly redo: UndoTarget;
}

const undoTarget: z.ZodType<UndoTarget> = z.union([z.enum(STEP_NAMES), z.literal('typing'), z.null()]);

/** Validates a {@link DescribedHistory} that comes from another process. */
export const describedHistorySchema: z.ZodType<DescribedHistory> = z.strictObject({
  undo: undoTarget,
  redo: undoTarget,
});
