import { BEAD_WEIGHTS, type BeadWeights } from '../../../core/alignment/bead-weights.ts';
import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { BEAD_FEATURES, type BeadFeature } from '../../../core/alignment/measure-bead.ts';
import { dropSentences } from './drop-sentences.ts';
import { fitWeights, measureText, type MeasuredText } from './fit-weights.ts';
import type { GoldText } from './read-gold.ts';

/** A text as it is and with sentences left out, measured. */
export interface FittedText {
  readonly name: string;
  readonly whole: MeasuredText;
  readonly dropped: MeasuredText;
}

/** Nearly none: a thousand beads say enough about two dozen weights. */
const STRICTNESS = 0.05;

/** What no text of the folder shows keeps the weight that was chosen by hand. */
const BY_HAND: ReadonlySet<BeadFeature> = new Set(['sameLabel', 'otherLabel', 'innerLabel']);

export function measureTexts(texts: readonly GoldText[], lexicon: BilingualLexicon): readonly FittedText[] {
  return texts.map((text, index) => ({
    name: text.name,
    whole: measureText(text, lexicon),
    dropped: measureText(dropSentences(text, index + 1), lexicon),
  }));
}

/** The weights that ship. */
export const SHIPPED_WEIGHTS: Float64Array = Float64Array.from(BEAD_FEATURES, (name) => BEAD_WEIGHTS[name]);

/** Weights fitted to texts, all of them or all but one. */
export function fitTexts(
  texts: readonly FittedText[],
  without: string | null,
  start = SHIPPED_WEIGHTS,
): Float64Array {
  const prior = Float64Array.from(BEAD_FEATURES, (name) => (BY_HAND.has(name) ? BEAD_WEIGHTS[name] : 0));
  const used = texts.filter(({ name }) => name !== without);
  return fitWeights(
    used.flatMap(({ whole, dropped }) => [whole, dropped]),
    prior,
    STRICTNESS,
    start,
  );
}

/** Weights as the aligner takes them. */
export function nameWeights(weights: Float64Array): BeadWeights {
  const named: Record<string, number> = {};
  BEAD_FEATURES.forEach((name, at) => (named[name] = weights[at] ?? 0));
  return { ...BEAD_WEIGHTS, ...named };
}
