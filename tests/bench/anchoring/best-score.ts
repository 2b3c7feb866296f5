import type { TracedToken } from './traced-text.ts';

/** Which histories are asked about. */
export type Condition =
  /** Those that keep words by their identity only: the true one. */
  | { readonly type: 'identity' }
  /** Those that keep `length` old words from `from` on as the new ones from `start` on. */
  | { readonly type: 'run'; readonly from: number; readonly length: number; readonly start: number }
  /** Those that keep them, as far as they do, among the new ones from `start` to `end`, and no others there. */
  | {
      readonly type: 'within';
      readonly from: number;
      readonly length: number;
      readonly start: number;
      readonly end: number;
    }
  /** Those in which the old word is not the new one at `place`. */
  | { readonly type: 'not'; readonly old: number; readonly place: number };

/**
 * The score of the best history that meets a condition: the old words it keeps, in their order, less `weight` for each
 * place it changes. Minus infinity if there is none.
 */
export function bestScore(
  before: readonly TracedToken[],
  after: readonly TracedToken[],
  weight: number,
  condition: Condition,
): number {
  const rules = rulesFor(before, after, condition);
  let above: Cell[] = [];
  for (let i = 0; i <= before.length; i += 1) {
    const row: Cell[] = [];
    for (let j = 0; j <= after.length; j += 1) {
      if (i === 0 && j === 0) {
        row.push({ kept: 0, changed: -Infinity });
        continue;
      }
      const taken = i > 0 && rules.canTake(i - 1) ? change(above[j], weight) : -Infinity;
      const added = j > 0 && rules.canAdd(j - 1) ? change(row[j - 1], weight) : -Infinity;
      const kept = i > 0 && j > 0 && rules.canKeep(i - 1, j - 1) ? best(above[j - 1]) + 1 : -Infinity;
      row.push({ kept, changed: Math.max(taken, added) });
    }
    above = row;
  }
  return best(above[after.length]);
}

/** The best scores of two beginnings: after a kept word, and inside a place of change. */
interface Cell {
  readonly kept: number;
  readonly changed: number;
}

interface Rules {
  readonly canKeep: (i: number, j: number) => boolean;
  readonly canTake: (i: number) => boolean;
  readonly canAdd: (j: number) => boolean;
}

function rulesFor(
  before: readonly TracedToken[],
  after: readonly TracedToken[],
  condition: Condition,
): Rules {
  const isSame = (i: number, j: number): boolean => before[i]?.text === after[j]?.text;
  const always = (): boolean => true;
  switch (condition.type) {
    case 'identity':
      return { canKeep: (i, j) => before[i]?.id === after[j]?.id, canTake: always, canAdd: always };
    case 'not':
      return {
        canKeep: (i, j) => isSame(i, j) && (i !== condition.old || j !== condition.place),
        canTake: always,
        canAdd: always,
      };
    case 'within': {
      const isInOld = (i: number): boolean => i >= condition.from && i < condition.from + condition.length;
      const isInNew = (j: number): boolean => j >= condition.start && j < condition.end;
      return {
        canKeep: (i, j) => isSame(i, j) && isInOld(i) === isInNew(j),
        canTake: always,
        canAdd: always,
      };
    }
    case 'run': {
      const isInOld = (i: number): boolean => i >= condition.from && i < condition.from + condition.length;
      const isInNew = (j: number): boolean => j >= condition.start && j < condition.start + condition.length;
      return {
        canKeep: (i, j) => isSame(i, j) && (!isInOld(i) || j - condition.start === i - condition.from),
        canTake: (i) => !isInOld(i),
        canAdd: (j) => !isInNew(j),
      };
    }
  }
}

function change(cell: Cell | undefined, weight: number): number {
  return cell === undefined ? -Infinity : Math.max(cell.kept - weight, cell.changed);
}

function best(cell: Cell | undefined): number {
  return cell === undefined ? -Infinity : Math.max(cell.kept, cell.changed);
}
