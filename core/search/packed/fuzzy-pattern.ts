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

/** Every rest that could still be met, and the states that are known to follow. There are few: they are made once. */
interface FuzzyState {
  readonly rests: readonly Rest[];
  readonly accepts: boolean;
  /** By code unit; under {@link OTHER} for all that are not in the pattern. Null where nothing can follow. */
  readonly next: Map<number, FuzzyState | null>;
}

const WILDCARD = 0x2a;
const OTHER = -1;

/**
 * A term and everything within an edit distance: code units put in, left out, replaced, or two neighbours swapped, just
 * as lunr.TokenSet.fromFuzzyString has it.
 */
export class FuzzyPattern implements TermPattern<FuzzyState> {
  readonly start: FuzzyState;
  readonly minLength: number;
  readonly maxLength: number;
  readonly #pattern: string;
  readonly #codeUnits: ReadonlySet<number>;
  readonly #states = new Map<string, FuzzyState>();

  constructor(pattern: string, editDistance: number) {
    this.#pattern = pattern;
    this.#codeUnits = new Set(pattern.split('').map((character) => character.charCodeAt(0)));
    this.minLength = Math.max(1, pattern.length - editDistance);
    this.maxLength = pattern.length + editDistance;
    this.start = this.#stateOf([{ kept: undefined, from: 0, edits: editDistance }]);
  }

  step({ rests, next }: FuzzyState, codeUnit: number): FuzzyState | undefined {
    const key = this.#codeUnits.has(codeUnit) ? codeUnit : OTHER;
    let state = next.get(key);
    if (state === undefined) {
      const stepped = rests.flatMap((rest) => this.#stepRest(rest, codeUnit));
      state = stepped.length === 0 ? null : this.#stateOf(stepped);
      next.set(key, state);
    }
    return state ?? undefined;
  }

  accepts(state: FuzzyState): boolean {
    return state.accepts;
  }

  #stepRest(rest: Rest, codeUnit: number): readonly Rest[] {
    const next: Rest[] = [];
    const first = this.#codeUnitAt(rest, 0);
    if (agrees(first, codeUnit)) next.push(this.#drop(rest, 0));
    if (rest.edits === 0) return next;
    next.push({ ...rest, edits: rest.edits - 1 });
    if (first === undefined) return next;
    next.push(this.#drop(rest, 1));
    if (agrees(this.#codeUnitAt(rest, 1), codeUnit)) {
      const from = rest.kept === undefined ? rest.from + 2 : rest.from + 1;
      next.push({ kept: first, from, edits: rest.edits - 1 });
    }
    return next;
  }

  /** The state of these rests and of what is left when code units are left out. */
  #stateOf(given: readonly Rest[]): FuzzyState {
    const reached = new Map<string, Rest>();
    const queue = [...given];
    for (const rest of queue) {
      const key = `${rest.kept ?? ''},${rest.from},${rest.edits}`;
      if (reached.has(key)) continue;
      reached.set(key, rest);
      if (rest.edits > 0 && this.#lengthOf(rest) > 1) queue.push(this.#drop(rest, 1));
    }
    const key = [...reached.keys()].toSorted().join(';');
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const rests = [...reached.values()];
    const accepts = rests.some((rest) => {
      const length = this.#lengthOf(rest);
      return length === 0 || (length === 1 && rest.edits > 0);
    });
    const state: FuzzyState = { rests, accepts, next: new Map() };
    this.#states.set(key, state);
    return state;
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
