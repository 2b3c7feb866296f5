import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { BEAD_SHAPES } from '../../../core/alignment/bead-shapes.ts';
import { Lattice } from '../../../core/alignment/lattice.ts';

const SIZE = 5;

/** All beads of two texts of five sentences, with any scores. */
function makeLattice(scores: readonly number[]): Lattice {
  const lattice = new Lattice({
    first: new Int32Array(SIZE + 1),
    end: new Int32Array(SIZE + 1).fill(SIZE + 1),
  });
  let next = 0;
  for (const [row, column] of listPoints()) {
    BEAD_SHAPES.forEach((_, shape) => {
      const bead = lattice.beadAt(row, column, shape);
      if (bead < 0) return;
      lattice.scores[bead] = scores[next % scores.length] ?? 0;
      next += 1;
    });
  }
  return lattice;
}

function listPoints(): readonly (readonly [row: number, column: number])[] {
  const places = Array.from({ length: SIZE + 1 }, (_, place) => place);
  return places.flatMap((row) => places.map((column) => [row, column] as const));
}

property.prop([fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 1 })])(
  'a border is as probable as all beads together that begin there',
  (scores) => {
    const lattice = makeLattice(scores);
    const { probabilities, borders } = lattice.posteriors();
    for (const [row, column] of listPoints()) {
      const isEnd = row === SIZE && column === SIZE;
      const beginning = BEAD_SHAPES.map((_, shape) => lattice.beadAt(row, column, shape))
        .filter((bead) => bead >= 0)
        .reduce((sum, bead) => sum + (probabilities[bead] ?? 0), 0);
      expect(borders[lattice.cellAt(row, column)]).toBeCloseTo(isEnd ? 1 : beginning, 4);
    }
  },
);
