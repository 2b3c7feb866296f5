/**
 * Arrays for the lists of one search, given out one after another from a piece of memory that is there already: what the
 * system must clear first for a list of a hundred thousand units takes longer than filling it.
 */
export class WorkingMemory {
  readonly #units: Uint32Array;
  readonly #scores: Float64Array;
  #unitsTaken = 0;
  #scoresTaken = 0;

  /** @param room how many units there are: one list of all of them fits, and most searches. */
  constructor(room: number) {
    this.#units = new Uint32Array(room);
    this.#scores = new Float64Array(room);
  }

  /** Takes back all that was given out: it must not be in use any more. */
  clear(): void {
    this.#unitsTaken = 0;
    this.#scoresTaken = 0;
  }

  /** Room for so many units. What is in it is left from before. */
  takeUnits(length: number): Uint32Array {
    const start = this.#unitsTaken;
    if (start + length > this.#units.length) return new Uint32Array(length);
    this.#unitsTaken += length;
    return this.#units.subarray(start, start + length);
  }

  /** Room for so many scores. What is in it is left from before. */
  takeScores(length: number): Float64Array {
    const start = this.#scoresTaken;
    if (start + length > this.#scores.length) return new Float64Array(length);
    this.#scoresTaken += length;
    return this.#scores.subarray(start, start + length);
  }
}
