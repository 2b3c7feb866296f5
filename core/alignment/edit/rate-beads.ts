import type { AlignedBead } from '../align-texts.ts';
import { MOST_UNSUPPORTED } from '../answered-share.ts';
import type { GivenNeighbours } from './edited-row.ts';

/** How sure a row is, from 0 to 1. */
export interface RowMeasure {
  readonly confidence: number;
  readonly given: GivenNeighbours;
}

/** A measure that does not depend on the neighbours. */
export function measureAs(confidence: number): RowMeasure {
  return { confidence, given: { above: confidence, below: confidence } };
}

/**
 * How probable it is that the sentences of a row answer each other, by the beads that fill it.
 *
 * Of one bead it is the bead's own confidence. How several beads divide the row is of no account: it is right where both
 * texts part before and behind it. The two borders are taken as independent, which they are the more the more stands
 * between them. Where the lexicon finds answers in less than half of the beads, they are not believed.
 *
 * Once a neighbour is known to be right the border between them is certain. A bead has its borders in every alignment that
 * has it, so its probability then is that before, divided by that of the border.
 * @param borderBefore how probable it is that both texts part before the row.
 */
export function rateBeads(beads: readonly AlignedBead[], borderBefore: number): RowMeasure {
  const last = beads.at(-1);
  if (last === undefined) return measureAs(1);
  const sure = beads.length === 1 ? last.confidence : borderBefore * last.border;
  const supportedCount = beads.filter(({ isSupported }) => isSupported).length;
  const most = supportedCount * 2 < beads.length ? MOST_UNSUPPORTED : 1;
  const givenBorder = (border: number): number => Math.min(most, border === 0 ? sure : sure / border);
  return {
    confidence: Math.min(most, sure),
    given: { above: givenBorder(borderBefore), below: givenBorder(last.border) },
  };
}
