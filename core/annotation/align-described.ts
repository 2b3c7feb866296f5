import type { LanguageTag } from '../text/language.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import { alignTokens, countKept, splitJoined, textOf, tokenize, type Token } from './align-tokens.ts';
import { isContextCut, type AnnotationTarget } from './annotation.ts';
import type { PlacedToken } from './compare-works.ts';

/** What must hold of words for {@link alignDescribed} to take them. */
export interface AlignmentNeeds {
  /** That they stand here once, with one side whole: then little need stand beside them. */
  readonly isHeld: boolean;
  /** Whether a unit has the words with as much of their context as stands beside those that start at `start`. */
  readonly isRival: (unit: Unit, start: number) => boolean;
}

/** The described words with their context. */
interface Described {
  readonly tokens: readonly Token[];
  /** The tokens of the words are [from, to). */
  readonly from: number;
  readonly to: number;
  /** Where the words start in the described text. */
  readonly start: number;
  /** Whether the segment went on before the context and after it. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** How much of the described text must be kept for its words to be the described ones, if little stands beside them. */
const MIN_KEPT_SHARE = 0.5;

/** How many words must stand beside them otherwise. */
const MIN_NEIGHBOURS = 4;

/**
 * Where the described words, with their context, stand in the unit by every best explanation; undefined in doubt. The unit
 * alone may not speak against it. The units beside it are looked at too, for they may have been parted from it or may
 * carry its old number, and then every other that has some of the context or is a rival: it may be the described one,
 * under another id.
 */
export function alignDescribed(
  work: Work,
  home: Unit,
  target: AnnotationTarget,
  { isHeld, isRival }: AlignmentNeeds,
): number | undefined {
  const described = describeTokens(target);
  const { from, to, start } = described;
  const index = work.units.indexOf(home);
  const near = work.units.slice(Math.max(0, index - 1), index + 2);
  const found = findCertain(near, target.language, described);
  const [first, token] = [described.tokens[from], found?.after[found.at]];
  if (found === undefined || first === undefined || token?.unit !== home) return undefined;
  const { tokens: before, after, at } = found;
  if (after.slice(at, at + to - from).some(({ isPart }) => isPart)) return undefined;
  const { neighbours, areParted } = countNeighbours({ ...described, tokens: before }, after, at);
  const words = before.map(textOf);
  const isCredible =
    isHeld ||
    neighbours >= MIN_NEIGHBOURS ||
    countKept(words, after.map(textOf)) >= MIN_KEPT_SHARE * before.length;
  if (!isCredible) return undefined;
  const spanStart = token.span.start + start - first.span.start;
  if (!areParted && !mayStand(home, target.language, described, token)) return undefined;

  const others = listOthers(work, home, target, (unit) => isRival(unit, spanStart));
  if (others.length === 0) return spanStart;
  if (others.length > MAX_OTHERS) {
    const kept = countKept(words, readTokens(home, target.language).words);
    const isOutdone = others.some(
      (unit) => isRival(unit, spanStart) || keepsMore(unit, target.language, before, kept),
    );
    return isOutdone ? undefined : spanStart;
  }
  const all = work.units.filter((unit) => near.includes(unit) || others.includes(unit));
  const still = findCertain(all, target.language, described);
  const same = still?.after[still.at];
  return same?.unit === home && same.span.start === token.span.start ? spanStart : undefined;
}

/** An edge of a segment, as a token: selectors tell where it was if their context reaches it. */
const EDGE = '\n';

/** What stood beyond the context and what stands beyond the units, where that is not the same. */
const [OLD_BEYOND, NEW_BEYOND] = ['\n\n', '\n\n\n'];

/** So few tokens would rather be taken away in one change than be kept between two: there the ends may be the same. */
const MAX_SHORT = 8;

function alignWith(units: readonly Unit[], language: LanguageTag, described: Described, beyond: string) {
  const { isCutBefore, isCutAfter } = described;
  const placed = units.flatMap((unit) => readTokens(unit, language).placed);
  const after = splitJoined(placed, described.tokens);
  const tokens = readCutWords(described.tokens, after);
  const opening = [OLD_BEYOND, ...(isCutBefore ? [] : [EDGE])];
  const closing = [...(isCutAfter ? [] : [EDGE]), OLD_BEYOND];
  const alignment = alignTokens(
    [...opening, ...tokens.map(textOf), ...closing],
    [beyond, ...after.map(textOf), beyond],
  );
  return { tokens, after, alignment, offset: opening.length };
}

/** Whether what lies beyond is taken for the same. It is not known, and of few words it decides. */
function chooseBeyond({ tokens }: Described): string {
  return tokens.length > MAX_SHORT ? NEW_BEYOND : OLD_BEYOND;
}

/** Where the context may end inside a word. */
const CUT = '\u2026';

/**
 * Reads the words that the context cuts in two: where the same word stands beside one in the new text that begins or ends
 * as the cut one does, that is it.
 */
function readCutWords(tokens: readonly Token[], after: readonly Token[]): readonly Token[] {
  const last = tokens.length - 1;
  return tokens.map((token, index) => {
    const { text } = token;
    const [isHead, isTail] = [index === 0 && text.startsWith(CUT), index === last && text.endsWith(CUT)];
    if (!isHead && !isTail) return token;
    const step = isHead ? 1 : -1;
    const beside = tokens[index + step]?.text;
    const part = isHead ? text.slice(1) : text.slice(0, -1);
    const isIt = (one: Token, place: number): boolean =>
      after[place + step]?.text === beside && (isHead ? one.text.endsWith(part) : one.text.startsWith(part));
    const found = new Set(after.filter(isIt).map(textOf));
    const [whole] = found;
    return whole !== undefined && found.size === 1 ? { ...token, text: whole } : token;
  });
}

/** The words where every best explanation has them. */
interface Certain {
  /** As they are read beside the new text. */
  readonly tokens: readonly Token[];
  readonly after: readonly PlacedToken[];
  readonly at: number;
}

/**
 * Where the words are for certain. Of few words also if they are so only where the ends are not taken for the same, but
 * where they are that place alone is allowed by every weight.
 */
function findCertain(
  units: readonly Unit[],
  language: LanguageTag,
  described: Described,
): Certain | undefined {
  const beyond = chooseBeyond(described);
  const { tokens, after, alignment, offset } = alignWith(units, language, described, beyond);
  const [from, to] = [described.from + offset, described.to + offset];
  const at = alignment?.findCertain(from, to);
  if (at !== undefined) return { tokens, after, at: at - 1 };
  if (beyond === NEW_BEYOND || alignment === undefined) return undefined;
  const { agreed } = alignment.findSurvival(from, to);
  const apart = alignWith(units, language, described, NEW_BEYOND).alignment?.findCertain(from, to);
  return apart !== undefined && agreed.length === 1 && agreed[0] === apart
    ? { tokens, after, at: apart - 1 }
    : undefined;
}

/** Whether some best explanation of the unit alone has the words begin with this token. */
function mayStand(home: Unit, language: LanguageTag, described: Described, token: Token): boolean {
  const { after, alignment, offset } = alignWith([home], language, described, chooseBeyond(described));
  const at = after.findIndex(({ text, span }) => text !== EDGE && span.start === token.span.start);
  return alignment?.mayStart(described.from + offset, described.to + offset, at + 1) ?? true;
}

/** How many tokens beside the words are the same in a row, on both sides together, and whether other units have some. */
function countNeighbours(
  { tokens, from, to }: Described,
  after: readonly PlacedToken[],
  at: number,
): { readonly neighbours: number; readonly areParted: boolean } {
  let neighbours = 0;
  let areParted = false;
  const home = after[at]?.unit;
  for (const step of [1, -1]) {
    let [i, j] = step === 1 ? [to, at + to - from] : [from - 1, at - 1];
    while (tokens[i] !== undefined) {
      while (after[j]?.text === EDGE) j += step;
      if (tokens[i]?.text !== after[j]?.text) break;
      neighbours += 1;
      areParted ||= after[j]?.unit !== home;
      [i, j] = [i + step, j + step];
    }
  }
  return { neighbours, areParted };
}

/** A piece of the context, in code units, without which no other unit is compared. */
const PIECE_LENGTH = 12;

/** More units than this are not aligned together; then none may keep more of the described text than the words' own. */
const MAX_OTHERS = 8;

/** The units farther off that may be the described one, under another id; of those with one text the first. */
function listOthers(
  work: Work,
  home: Unit,
  { language, selector: [{ prefix, exact, suffix }] }: AnnotationTarget,
  isRival: (unit: Unit) => boolean,
): readonly Unit[] {
  const whole = prefix + exact + suffix;
  const pieces = [
    whole.slice(0, PIECE_LENGTH),
    prefix.slice(-PIECE_LENGTH),
    suffix.slice(0, PIECE_LENGTH),
    whole.slice(-PIECE_LENGTH),
  ].filter((piece) => piece.length === PIECE_LENGTH);
  const index = work.units.indexOf(home);
  const [above, below] = [new Set<string>(), new Set<string>()];
  return work.units.filter((unit, place) => {
    const distance = Math.abs(place - index);
    if (distance <= 1) return false;
    const text = segmentText(unit, language);
    const known = place < index ? above : below;
    const isOther = distance === 2 || pieces.some((piece) => text.includes(piece)) || isRival(unit);
    if (!isOther || known.has(text)) return false;
    known.add(text);
    return true;
  });
}

function keepsMore(unit: Unit, language: LanguageTag, described: readonly Token[], kept: number): boolean {
  const words = readTokens(unit, language).words;
  return words.length > kept && countKept(described.map(textOf), words) > kept;
}

/** A unit that was cut into tokens. */
interface ReadUnit {
  readonly words: readonly string[];
  /** Its tokens, between its edges. */
  readonly placed: readonly PlacedToken[];
}

/** The units that were compared already: one unit is a rival of many targets. */
const knownUnits = new WeakMap<Unit, Map<LanguageTag, ReadUnit>>();

function readTokens(unit: Unit, language: LanguageTag): ReadUnit {
  const known = knownUnits.get(unit) ?? new Map<LanguageTag, ReadUnit>();
  knownUnits.set(unit, known);
  const read = known.get(language) ?? readUnit(unit, language);
  known.set(language, read);
  return read;
}

function readUnit(unit: Unit, language: LanguageTag): ReadUnit {
  const tokens = tokenize(segmentText(unit, language));
  const edge: PlacedToken = { text: EDGE, span: { start: 0, end: 0 }, unit };
  return { words: tokens.map(textOf), placed: [edge, ...tokens.map((token) => ({ ...token, unit })), edge] };
}

/** A word of letters or digits, which a cut leaves in two; a Chinese character and a mark are one. */
const WORD = /^(?!\p{Script=Han})[\p{L}\p{N}\p{M}]/u;

function describeTokens({ selector: [{ prefix, exact, suffix }, position] }: AnnotationTarget): Described {
  const whole = prefix + exact + suffix;
  const [start, end] = [prefix.length, prefix.length + exact.length];
  const isCutBefore = position.start > prefix.length;
  const isCutAfter = isContextCut(suffix);
  const tokens = tokenize(whole).map((token) => {
    const { text, span } = token;
    if (!WORD.test(text) || (span.start < end && span.end > start)) return token;
    if (isCutBefore && span.start === 0) return { ...token, text: CUT + text };
    return isCutAfter && span.end === whole.length ? { ...token, text: text + CUT } : token;
  });
  const from = tokens.findIndex(({ span }) => span.end > start);
  const to = tokens.findLastIndex(({ span }) => span.start < end) + 1;
  return { tokens, from, to, start, isCutBefore, isCutAfter };
}
