import type { TermPattern } from './walk-terms.ts';

/**
 * What is still to be met: `kept` (a code unit that changed places with the one after it) if it is not undefined, then
 * the pattern from `from` on; and how many edits may still be made.
 */
interface Rest {
  readonly kept: number | undefined;
  readonly from: number;
  readonly edits: number;
}

const WILDCARD = 0x2a;

/**
 * A term and everything within an edit distance: code units put in, left out, replaced, or two neighbours swapped, just
 * as lunr.TokenSet.fromFuzzyString has it. The state is every rest that could still be met.
 */
export class FuzzyPattern implements TermPattern<readonly Rest[]> {
  readonly start: readonly Rest[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly #pattern: string;

  constructor(pattern: string, editDistance: number) {
    this.#pattern = pattern;
    this.minLength = Math.max(1, pattern.length - editDistance);
    this.maxLength = pattern.length + editDistance;
    this.start = this.#withDeletions([{ kept: undefined, from: 0, edits: editDistance }]);
  }

  step(rests: readonly Rest[], codeUnit: number): readonly Rest[] | undefined {
    const next: Rest[] = [];
    for (const rest of rests) {
      const first = this.#codeUnitAt(rest, 0);
      if (agrees(first, codeUnit)) next.push(this.#drop(rest, 0));
      if (rest.edits === 0) continue;
      next.push({ ...rest, edits: rest.edits - 1 });
      if (first === undefined) continue;
      next.push(this.#drop(rest, 1));
      if (agrees(this.#codeUnitAt(rest, 1), codeUnit)) {
        const from = rest.kept === undefined ? rest.from + 2 : rest.from + 1;
        next.push({ kept: first, from, edits: rest.edits - 1 });
      }
    }
    return next.length === 0 ? undefined : this.#withDeletions(next);
  }

  accepts(rests: readonly Rest[]): boolean {
    return rests.some((rest) => {
      const length = this.#lengthOf(rest);
      return length === 0 || (length === 1 && rest.edits > 0);
    });
  }

  #withDeletions(rests: readonly Rest[]): readonly Rest[] {
    const reached = new Map<number, Rest>();
    const queue = [...rests];
    for (const rest of queue) {
      const key = this.#keyOf(rest);
      if (reached.has(key)) continue;
      reached.set(key, rest);
      if (rest.edits > 0 && this.#lengthOf(rest) > 1) queue.push(this.#drop(rest, 1));
    }
    return [...reached.values()];
  }

  #keyOf({ kept, from, edits }: Rest): number {
    return (from * 0x1_0001 + (kept ?? 0x1_0000)) * 16 + edits;
  }

  #lengthOf({ kept, from }: Rest): number {
    return this.#pattern.length - from + (kept === undefined ? 0 : 1);
  }

  #codeUnitAt({ kept, from }: Rest, index: 0 | 1): number | undefined {
    if (kept !== undefined && index === 0) return kept;
    const place = from + index - (kept === undefined ? 0 : 1);
    return place < this.#pattern.length ? this.#pattern.charCodeAt(place) : undefined;
  }

  /** The rest without its first code unit, at the cost of some edits. */
  #drop({ kept, from, edits }: Rest, cost: number): Rest {
    return { kept: undefined, from: kept === undefined ? from + 1 : from, edits: edits - cost };
  }
}

// In lunr a `*` in a fuzzy term stands for any one code unit.
function agrees(expected: number | undefined, codeUnit: number): boolean {
  return expected !== undefined && (expected === codeUnit || expected === WILDCARD);
}
