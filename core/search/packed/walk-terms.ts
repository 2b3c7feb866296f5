import { countDictionary, type TermDictionary, type TermRange } from './term-dictionary.ts';

/**
 * What terms are compared with, one code unit at a time. `State` is what must be known after some code units; states are
 * never changed, since terms that begin alike share them.
 */
export interface TermPattern<State> {
  readonly start: State;
  /** The state after one more code unit; undefined when no term that begins so can match. */
  readonly step: (state: State, codeUnit: number) => State | undefined;
  /** Whether a term that ends here matches. */
  readonly accepts: (state: State) => boolean;
  /** Terms of other lengths, in code units, are passed over at once. */
  readonly minLength: number;
  readonly maxLength: number;
}

/** The terms that match a pattern, in order. What several terms have in common is compared once. */
export function walkTerms<State>(
  dictionary: TermDictionary,
  pattern: TermPattern<State>,
): readonly TermRange[] {
  const { codeUnits, starts } = dictionary;
  const found: TermRange[] = [];
  // states[n] holds after the first n of `walkedLength` code units; where the last is undefined, all that begins so is dead.
  const states: (State | undefined)[] = [pattern.start];
  let walkedStart = 0;
  let walkedLength = 0;
  for (let term = 0; term < countDictionary(dictionary); term += 1) {
    const start = starts[term] ?? 0;
    const length = (starts[term + 1] ?? 0) - start;
    if (length < pattern.minLength || length > pattern.maxLength) continue;
    let depth = 0;
    const shared = Math.min(walkedLength, length);
    while (depth < shared && codeUnits[walkedStart + depth] === codeUnits[start + depth]) depth += 1;
    walkedStart = start;
    let state = states[depth];
    while (state !== undefined && depth < length) {
      state = pattern.step(state, codeUnits[start + depth] ?? 0);
      depth += 1;
      states[depth] = state;
    }
    walkedLength = depth;
    if (state !== undefined && pattern.accepts(state)) found.push({ from: term, to: term + 1 });
  }
  return found;
}
