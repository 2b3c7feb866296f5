import { BEAD_SHAPES } from './bead-shapes.ts';

/** Which cells of the plane of source and target positions are looked at: a stretch of columns for each row. */
export interface Band {
  /** By row, from 0 to the number of source sentences. */
  readonly first: Int32Array;
  /** Behind the last column of the row. */
  readonly end: Int32Array;
}

/** A bead on the way through a lattice. */
export interface PlacedBead {
  /** The first source and target sentence. */
  readonly row: number;
  readonly column: number;
  /** A number of `BEAD_SHAPES`. */
  readonly shape: number;
}

const SHAPE_COUNT = BEAD_SHAPES.length;

/**
 * All ways to divide two texts into beads inside a band: a semi-Markov conditional random field (Sarawagi and Cohen, 2004)
 * whose segments are beads. A position (row, column) lies behind so many source and target sentences.
 */
export class Lattice {
  readonly band: Band;
  /** By cell and shape: the score of the bead that begins in the cell, a logarithm; -Infinity where it may not stand. */
  readonly scores: Float32Array;
  readonly #offsets: Int32Array;
  readonly #cellCount: number;

  constructor(band: Band) {
    this.band = band;
    this.#offsets = new Int32Array(band.first.length + 1);
    band.first.forEach((first, row) => {
      this.#offsets[row + 1] = (this.#offsets[row] ?? 0) + (band.end[row] ?? 0) - first;
    });
    this.#cellCount = this.#offsets[band.first.length] ?? 0;
    this.scores = new Float32Array(this.#cellCount * SHAPE_COUNT).fill(-Infinity);
  }

  /** The number of a cell; -1 outside the band. */
  cellAt(row: number, column: number): number {
    const first = this.band.first[row];
    if (first === undefined || column < first || column >= (this.band.end[row] ?? 0)) return -1;
    return (this.#offsets[row] ?? 0) + column - first;
  }

  /** The place of a bead in `scores`; -1 where it would leave the band. */
  beadAt(row: number, column: number, shape: number): number {
    const size = BEAD_SHAPES[shape];
    const cell = this.cellAt(row, column);
    if (size === undefined || cell < 0) return -1;
    return this.cellAt(row + size.source, column + size.target) < 0 ? -1 : cell * SHAPE_COUNT + shape;
  }

  /**
   * How probable each bead is, at its place in `scores`, and by cell that a bead ends and another begins there
   * (forward–backward).
   */
  posteriors(): {
    readonly total: number;
    readonly probabilities: Float32Array;
    readonly borders: Float32Array;
  } {
    const forward = this.#sumForward();
    const backward = this.#sumBackward();
    const total = backward[0] ?? -Infinity;
    const probabilities = new Float32Array(this.scores.length);
    this.#visit((cell, next, bead) => {
      probabilities[bead] = Math.exp(
        (forward[cell] ?? 0) + (this.scores[bead] ?? 0) + (backward[next] ?? 0) - total,
      );
    });
    const borders = Float32Array.from(forward, (before, cell) =>
      Math.exp(before + (backward[cell] ?? 0) - total),
    );
    return { total, probabilities, borders };
  }

  /** The beads with the largest sum of values, from the beginning to the end. */
  bestPath(values: Float32Array): readonly PlacedBead[] {
    const best = new Float64Array(this.#cellCount).fill(-Infinity);
    const from = new Int32Array(this.#cellCount).fill(-1);
    best[0] = 0;
    this.#visit((cell, next, bead) => {
      const value = (best[cell] ?? -Infinity) + (values[bead] ?? -Infinity);
      if (value <= (best[next] ?? -Infinity)) return;
      best[next] = value;
      from[next] = bead % SHAPE_COUNT;
    });
    const path: PlacedBead[] = [];
    let row = this.band.first.length - 1;
    let column = (this.band.end[row] ?? 1) - 1;
    while (row > 0 || column > 0) {
      const shape = from[this.cellAt(row, column)] ?? -1;
      const size = BEAD_SHAPES[shape];
      if (size === undefined) throw new Error('No way leads through the band.');
      row -= size.source;
      column -= size.target;
      path.push({ row, column, shape });
    }
    return path.toReversed();
  }

  #sumForward(): Float64Array {
    const sums = new Float64Array(this.#cellCount).fill(-Infinity);
    sums[0] = 0;
    this.#visit((cell, next, bead) => {
      sums[next] = addLogs(
        sums[next] ?? -Infinity,
        (sums[cell] ?? -Infinity) + (this.scores[bead] ?? -Infinity),
      );
    });
    return sums;
  }

  #sumBackward(): Float64Array {
    const sums = new Float64Array(this.#cellCount).fill(-Infinity);
    sums[this.#cellCount - 1] = 0;
    for (let row = this.band.first.length - 1; row >= 0; row -= 1) {
      for (let column = (this.band.end[row] ?? 0) - 1; column >= (this.band.first[row] ?? 0); column -= 1) {
        const cell = this.cellAt(row, column);
        for (let shape = 0; shape < SHAPE_COUNT; shape += 1) {
          const bead = cell * SHAPE_COUNT + shape;
          const score = this.scores[bead] ?? -Infinity;
          const size = BEAD_SHAPES[shape];
          if (score === -Infinity || size === undefined) continue;
          const next = this.cellAt(row + size.source, column + size.target);
          sums[cell] = addLogs(sums[cell] ?? -Infinity, score + (sums[next] ?? -Infinity));
        }
      }
    }
    return sums;
  }

  /** Every bead that may stand, so that whatever leads to its cell was visited before. */
  #visit(act: (cell: number, next: number, bead: number) => void): void {
    for (let row = 0; row < this.band.first.length; row += 1) {
      for (let column = this.band.first[row] ?? 0; column < (this.band.end[row] ?? 0); column += 1) {
        const cell = this.cellAt(row, column);
        for (let shape = 0; shape < SHAPE_COUNT; shape += 1) {
          const bead = cell * SHAPE_COUNT + shape;
          const size = BEAD_SHAPES[shape];
          if (this.scores[bead] === -Infinity || size === undefined) continue;
          act(cell, this.cellAt(row + size.source, column + size.target), bead);
        }
      }
    }
  }
}

function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
