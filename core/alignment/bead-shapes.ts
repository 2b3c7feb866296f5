/** How many source and target sentences a bead joins. */
export interface BeadShape {
  readonly source: number;
  readonly target: number;
}

/** The most sentences of one side in one bead. */
export const MOST_SENTENCES = 6;

/** All shapes that are considered, by number. */
export const BEAD_SHAPES: readonly BeadShape[] = (
  [
    [1, 1],
    [1, 0],
    [0, 1],
    [1, 2],
    [2, 1],
    [1, 3],
    [3, 1],
    [1, 4],
    [4, 1],
    [1, 5],
    [5, 1],
    [1, 6],
    [6, 1],
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
    [2, 4],
    [4, 2],
  ] as const
).map(([source, target]) => ({ source, target }));
