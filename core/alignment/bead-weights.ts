import type { BeadFeature } from './measure-bead.ts';

/**
 * What each measure of a bead counts. Fitted as a conditional random field on about a thousand beads of literary
 * Chinese and English by `tools/fit-bead-weights.ts`, but for the labels of numbered paragraphs, which those texts have not.
 */
export const BEAD_WEIGHTS: Readonly<Record<BeadFeature, number>> = {
  evidence: 0.4,
  unanswered: -0.15,
  null: -0.97,
  oneTwo: -0.21,
  oneThree: -0.5,
  oneFour: -0.14,
  oneFive: -0.25,
  twoTwo: -1.23,
  twoThree: -1.02,
  larger: -1.7,
  length: -0.4,
  lengthSpread: -3.5,
  nullLength: -0.28,
  question: 1.03,
  exclamation: 1.46,
  colon: 0.08,
  sameEnd: 2.18,
  speech: -1.1,
  opensQuote: -0.2,
  closesQuote: -1.78,
  weakest: -0.52,
  emptyMember: 0.23,
  covered: 2.8,
  sameLabel: 4,
  otherLabel: -4.6,
  innerLabel: -5,
};
