import type { Bead } from '../../../core/alignment/align-texts.ts';
import { isExactly, keyOf, type BeadPlaces } from './score-alignment.ts';

/** A table of how many beads are exactly right by how confident the aligner was, in fifths of confidence. */
export function formatCalibration(
  texts: readonly { readonly gold: readonly BeadPlaces[]; readonly beads: readonly Bead[] }[],
): string {
  const judged = texts.flatMap(({ gold, beads }) => {
    const exact = new Set(gold.map(keyOf));
    return beads.map(({ source, target, confidence }) => ({
      confidence,
      isRight: isExactly([source, target], exact),
    }));
  });
  const rows = [0, 1, 2, 3, 4].map((fifth) => {
    const inside = judged.filter(({ confidence }) => Math.min(4, Math.floor(confidence * 5)) === fifth);
    const right = inside.filter(({ isRight }) => isRight).length;
    const share = inside.length === 0 ? '' : `${Math.round((100 * right) / inside.length)} %`;
    return `${(fifth / 5).toFixed(1)}–${((fifth + 1) / 5).toFixed(1)} ${String(inside.length).padStart(8)} ${share.padStart(8)}`;
  });
  return ['confidence beads    right', ...rows].join('\n');
}
