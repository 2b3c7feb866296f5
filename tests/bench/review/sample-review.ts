import type { AlignedBead } from '../../../core/alignment/align-texts.ts';
import type { AlignmentState } from '../../../renderer/features/alignment/alignment-state.ts';
import type { BeadPlaces } from '../align/score-alignment.ts';
import { openReview } from './open-review.ts';

/** How many sentences of each text follow each other in a row, and how sure the aligner is of it. */
export type Shape = readonly [source: number, target: number, confidence?: number];

/** Beads that follow each other. */
export function beadsOf(...shapes: readonly Shape[]): readonly AlignedBead[] {
  let [sourceAt, targetAt] = [0, 0];
  return shapes.map(([sources, targets, confidence = 1]) => {
    const bead = {
      source: Array.from({ length: sources }, (_, at) => sourceAt + at),
      target: Array.from({ length: targets }, (_, at) => targetAt + at),
      confidence,
      border: confidence,
      isSupported: true,
    };
    sourceAt += sources;
    targetAt += targets;
    return bead;
  });
}

export function placesOf(beads: readonly AlignedBead[]): readonly BeadPlaces[] {
  return beads.map(({ source, target }) => [source, target]);
}

/** A text of so many sentences: "甲。" and "A b." over and over. */
export function textOf(source: number, target: number) {
  return {
    source: Array.from({ length: source }, () => '甲。'),
    target: Array.from({ length: target }, () => 'A b.'),
  };
}

/** The editor with a text whose rows are the beads of the aligner. */
export function openBeads(...shapes: readonly Shape[]): AlignmentState {
  const beads = beadsOf(...shapes);
  const count = (side: 0 | 1): number => shapes.reduce((sum, shape) => sum + shape[side], 0);
  return openReview(textOf(count(0), count(1)), placesOf(beads), beads);
}
