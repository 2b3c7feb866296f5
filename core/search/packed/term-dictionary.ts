/**
 * Sorted terms without a string for each: the UTF-16 code units of all of them, one after another, and where each
 * begins. Terms are known by their place in the order, which is that of their code units.
 */
export interface TermDictionary {
  readonly codeUnits: Uint16Array;
  /** One more than there are terms. */
  readonly starts: Uint32Array;
}

/** Terms from the first to just before the second, by their place in the dictionary. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** How many terms there are. */
export function countDictionary(dictionary: TermDictionary): number {
  return dictionary.starts.length - 1;
}

/** A term as a string. */
export function termAt({ codeUnits, starts }: TermDictionary, place: number): string {
  return String.fromCharCode(...codeUnits.subarray(starts[place] ?? 0, starts[place + 1] ?? 0));
}

/**
 * The beginnings of every so-manieth term ({@link keyOf}): looking among these first touches little memory, where looking
 * among hundreds of thousands of terms waits for it at every step.
 */
export type TermGuide = Float64Array;

const GUIDE_STEP = 64;

/** Makes the guide to a dictionary. */
export function createGuide(dictionary: TermDictionary): TermGuide {
  const guide = new Float64Array(Math.ceil(countDictionary(dictionary) / GUIDE_STEP));
  for (let index = 0; index < guide.length; index += 1) guide[index] = keyOf(dictionary, index * GUIDE_STEP);
  return guide;
}

/** The range that holds a term alone; empty when it is not there. */
export function findTerm(dictionary: TermDictionary, term: string, guide?: TermGuide): TermRange {
  const from = findNotBefore(dictionary, term, guide);
  const isThere = from < countDictionary(dictionary) && compareTo(dictionary, from, term) === 0;
  return { from, to: isThere ? from + 1 : from };
}

/** The terms that begin with a prefix, itself among them. */
export function findPrefix(dictionary: TermDictionary, prefix: string, guide?: TermGuide): TermRange {
  const from = findNotBefore(dictionary, prefix, guide);
  // Terms that begin alike are few as a rule: the end is looked for near the beginning first.
  let low = from;
  let high = from + 1;
  while (high < countDictionary(dictionary) && startsWith(dictionary, high, prefix)) high += high - from;
  high = Math.min(high, countDictionary(dictionary));
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startsWith(dictionary, middle, prefix)) low = middle + 1;
    else high = middle;
  }
  return { from, to: low };
}

/** The first place whose term is not before a term. */
function findNotBefore(dictionary: TermDictionary, term: string, guide?: TermGuide): number {
  let low = 0;
  let high = countDictionary(dictionary);
  if (guide !== undefined) {
    const key = keyOfCodeUnits(term.charCodeAt(0), term.charCodeAt(1), term.charCodeAt(2));
    const first = findKey(guide, key, 0, guide.length);
    low = Math.max(0, first - 1) * GUIDE_STEP;
    // Few terms begin alike: those that begin with more are near. Keys are whole numbers, so that the first above is the first
    // that is not below the next.
    let step = 1;
    while ((guide[first + step] ?? Infinity) <= key) step *= 2;
    high = Math.min(high, findKey(guide, key + 1, first, first + step) * GUIDE_STEP);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareTo(dictionary, middle, term) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place of a guide, from `from` to `to`, whose key is not below a key; `to` where none is. */
function findKey(guide: TermGuide, key: number, from: number, to: number): number {
  let low = from;
  let high = Math.min(to, guide.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((guide[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareTo({ codeUnits, starts }: TermDictionary, place: number, term: string): number {
  const start = starts[place] ?? 0;
  const length = (starts[place + 1] ?? 0) - start;
  const shared = Math.min(length, term.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (codeUnits[start + index] ?? 0) - term.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return length - term.length;
}

function startsWith({ codeUnits, starts }: TermDictionary, place: number, prefix: string): boolean {
  const start = starts[place] ?? 0;
  if ((starts[place + 1] ?? 0) - start < prefix.length) return false;
  for (let index = 0; index < prefix.length; index += 1) {
    if (codeUnits[start + index] !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

/**
 * The beginning of a term as a number: numbers of different terms are ordered as the terms, those of terms that begin with
 * the same three code units are equal.
 */
export function keyOf({ codeUnits, starts }: TermDictionary, place: number): number {
  const start = starts[place] ?? 0;
  const end = starts[place + 1] ?? 0;
  return keyOfCodeUnits(
    start < end ? (codeUnits[start] ?? 0) : 0,
    start + 1 < end ? (codeUnits[start + 1] ?? 0) : 0,
    start + 2 < end ? (codeUnits[start + 2] ?? 0) : 0,
  );
}

/** @param first NaN for a code unit that is not there, as `charCodeAt` has it. */
function keyOfCodeUnits(first: number, second: number, third: number): number {
  return ((first || 0) * 0x1_0000 + (second || 0)) * 0x1_0000 + (third || 0);
}

/** Orders two terms of two dictionaries by their code units. */
export function compareTerms(
  a: TermDictionary,
  placeInA: number,
  b: TermDictionary,
  placeInB: number,
): number {
  const startInA = a.starts[placeInA] ?? 0;
  const startInB = b.starts[placeInB] ?? 0;
  const lengthInA = (a.starts[placeInA + 1] ?? 0) - startInA;
  const lengthInB = (b.starts[placeInB + 1] ?? 0) - startInB;
  const shared = Math.min(lengthInA, lengthInB);
  for (let index = 0; index < shared; index += 1) {
    const difference = (a.codeUnits[startInA + index] ?? 0) - (b.codeUnits[startInB + index] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthInA - lengthInB;
}

/** The first place from `from` on whose term is not before a term of another dictionary; looks near `from` first. */
export function skipBefore(
  dictionary: TermDictionary,
  from: number,
  other: TermDictionary,
  otherPlace: number,
): number {
  const isBefore = (place: number): boolean =>
    place < countDictionary(dictionary) && compareTerms(dictionary, place, other, otherPlace) < 0;
  let step = 1;
  let low = from;
  while (isBefore(low + step)) {
    low += step;
    step *= 2;
  }
  let high = low + step;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a dictionary of terms that come in their order. */
export class TermDictionaryWriter {
  #codeUnits: Uint16Array;
  #length = 0;
  readonly #starts: number[] = [0];

  /** @param room for how many code units there is before it must grow. */
  constructor(room: number) {
    this.#codeUnits = new Uint16Array(room);
  }

  add(codeUnits: Uint16Array): void {
    this.#append(codeUnits);
    this.#starts.push(this.#length);
  }

  /** Adds the terms from `from` to just before `to` of a dictionary. */
  addRun({ codeUnits, starts }: TermDictionary, from: number, to: number): void {
    const shift = this.#length - (starts[from] ?? 0);
    this.#append(codeUnits.subarray(starts[from] ?? 0, starts[to] ?? 0));
    for (let term = from + 1; term <= to; term += 1) this.#starts.push((starts[term] ?? 0) + shift);
  }

  #append(codeUnits: Uint16Array): void {
    const length = this.#length + codeUnits.length;
    if (length > this.#codeUnits.length) {
      const larger = new Uint16Array(Math.max(this.#codeUnits.length * 2, length));
      larger.set(this.#codeUnits.subarray(0, this.#length));
      this.#codeUnits = larger;
    }
    this.#codeUnits.set(codeUnits, this.#length);
    this.#length = length;
  }

  finish(): TermDictionary {
    return { codeUnits: this.#codeUnits.slice(0, this.#length), starts: new Uint32Array(this.#starts) };
  }
}

/** The UTF-16 code units of a term. */
export function toCodeUnits(term: string): Uint16Array {
  const codeUnits = new Uint16Array(term.length);
  for (let index = 0; index < term.length; index += 1) codeUnits[index] = term.charCodeAt(index);
  return codeUnits;
}
