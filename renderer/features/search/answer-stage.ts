import { loadGlyphs } from '../../dom/load-glyphs.ts';
import { waitForFrame } from '../../dom/wait-for-frame.ts';

/** How many lines of an answer are in sight, or about to be. */
export const FIRST_LINES = 12;

/** Lets an answer wait until showing it makes no frame late. */
export interface AnswerStage {
  /** To be called when something is asked. */
  readonly begin: () => void;
  /** Is resolved when an answer that begins with these words can be shown. */
  readonly ready: (words: string) => Promise<void>;
}

/**
 * An answer is often there before the key that asked for it has been drawn. In one frame with it, it would make that one
 * late; so it comes in the next, and with its characters at hand.
 */
export function createAnswerStage(): AnswerStage {
  let drawn = Promise.resolve();
  return {
    begin: () => {
      drawn = waitForFrame();
    },
    ready: async (words) => {
      await Promise.all([drawn, loadGlyphs(words)]);
    },
  };
}
