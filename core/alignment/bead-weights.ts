import type { BeadFeature } from './measure-bead.ts';

/** What each measure of a bead counts. */
export type BeadWeights = Readonly<Record<BeadFeature, number>>;

/**
 * What each measure of a bead counts. Fitted as a conditional random field on about a thousand beads of literary
 * Chinese and English, as they are and with sentences left out, by `npm run fit:align`; but for the labels of numbered
 * paragraphs, which those texts have not.
 */
export const BEAD_WEIGHTS: BeadWeights = {
  evidence: 0.5,
  unanswered: -0.12,
  null: -4.28,
  oneTwo: -0.47,
  oneThree: -1.29,
  oneFour: -1.5,
  oneFive: -2.24,
  twoTwo: -1.96,
  twoThree: -1.64,
  larger: -2.78,
  lengthSpread: -5,
  nullLength: 0.59,
  question: 0.72,
  exclamation: 0.72,
  sameEnd: 1.54,
  speech: -1.46,
  closesQuote: -2.2,
  weakest: -1.02,
  emptyMember: 0.41,
  covered: 6.06,
  sameLabel: 4,
  otherLabel: -4.16,
  innerLabel: -5,
};
