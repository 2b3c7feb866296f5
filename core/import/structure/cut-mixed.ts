import { parseBlockNumber } from './block-number.ts';
import { dominantScript, measureText, type Script } from '../language/script.ts';

/** Letters in a row that are of one script and not enclosed in quotation marks or brackets. */
interface Run {
  readonly script: Script;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a stretch in which languages follow each other ("…与合作。Recognize that…") where the script changes at the end of
 * a sentence or of a line. Names, terms and quotations of the other script inside a sentence ("ICTs") are no reason to
 * cut. Gives the text whole where it is of one language. A number goes with what it numbers: "…行为。| 1. Jointly…".
 */
export function cutAtScriptChanges(text: string): readonly string[] {
  const runs = findRuns(text);
  const cuts = runs.flatMap((run, index) => {
    const before = runs[index - 1];
    if (before === undefined || before.script === run.script) return [];
    const cut = findCut(text, before, run, runs[index + 1]?.start ?? text.length);
    return cut === undefined ? [] : [cut];
  });
  return cutBetweenScripts(text, cuts);
}

/**
 * Cuts a heading that is written in two languages one after the other ("总则 General Provisions"), which no sign shows:
 * only for headings, and only in texts known to be of two languages.
 */
export function cutHeading(text: string): readonly string[] {
  const [first, second, ...others] = findRuns(text);
  if (first === undefined || second === undefined || others.length > 0) return [text];
  const between = text.slice(first.end, second.start);
  const label = findOpeningLabel(between, text.slice(second.start));
  if (!/^[\s/|·—–\-.\d（(]*$/u.test(between)) return [text];
  const parts = cutBetweenScripts(text, [first.end + label]).map((part) => part.replace(/\s*[/|—–-]$/u, ''));
  const [a = 0, b = 0] = parts.map(measureText);
  return a * 3 < b || b * 3 < a ? [text] : parts;
}

const LETTERS =
  /(?<han>\p{Script=Han}+)|\p{Script=Latin}+|\p{Script=Cyrillic}+|[\p{Script=Hiragana}\p{Script=Katakana}]+|\p{Script=Hangul}+|\p{Script=Arabic}+|(?<opening>[（(《〈「『【［[“])|(?<closing>[）)》〉」』】］\]”])|(?<quote>")/gu;

function findRuns(text: string): readonly Run[] {
  const runs: { script: Script; start: number; end: number }[] = [];
  let depth = 0;
  let isQuoted = false;
  for (const { 0: found, index, groups } of text.matchAll(LETTERS)) {
    if (groups?.['quote'] !== undefined) isQuoted = !isQuoted;
    else if (groups?.['opening'] !== undefined) depth += 1;
    else if (groups?.['closing'] !== undefined) depth = Math.max(0, depth - 1);
    else {
      const script = dominantScript(found);
      if (script === undefined || depth > 0 || isQuoted) continue;
      const last = runs.at(-1);
      if (last?.script === script) last.end = index + found.length;
      else runs.push({ script, start: index, end: index + found.length });
    }
  }
  return runs;
}

/** A sentence end with what closes after it, and then nothing but what opens the next sentence. */
const HAN_END = /^(.*([。！？；：…!?;:.])[”’」』）)》\]]*)(\s*(?:[“‘「『（(《【["'•·—–*-].*)?)$/su;
const ALPHABETIC_END = /^(.*([.!?;:…])['”’)\]]*)(\s*(?:[“‘「『（(《【["'•·—–*-].*)?)$/su;
const WIDE_SIGN = /^\s*[，。；：、！？]/u;

/** After a colon or semicolon only as much as this, in Latin letters, is a sentence of its own and not a name or term. */
const LEAST_AFTER_WEAK_SIGN = 20;

/** So many signs in a row are an ornament or an attack, and no end of a sentence. */
const LONGEST_BETWEEN = 200;

/** The place between two runs where a sentence of one ends and the other's begins. */
function findCut(text: string, before: Run, after: Run, afterEnd: number): number | undefined {
  const between = text.slice(before.end, after.start);
  if (between.includes('\n')) return before.end + between.indexOf('\n');
  if (between.length > LONGEST_BETWEEN) return undefined;
  const head = between.slice(0, findOpeningLabel(between, text.slice(after.start)));
  const isWide = isWideScript(before.script);
  // "Hello。" is a Chinese sentence that quotes.
  if (!isWide && WIDE_SIGN.test(between)) return undefined;
  if (!isWideScript(after.script) && WIDE_SIGN.test(text.slice(after.end, afterEnd))) return undefined;
  const match = (isWide ? HAN_END : ALPHABETIC_END).exec(head);
  if (match?.[1] === undefined) return undefined;
  if (/[；：;:]/u.test(match[2] ?? '')) {
    const lengths = [before, after].map(({ start, end }) => measureText(text.slice(start, end)));
    if (Math.min(...lengths) < LEAST_AFTER_WEAK_SIGN) return undefined;
  }
  const cut = before.end + match[1].length;
  const closesQuote = text[cut] === '"' && text.slice(0, cut).split('"').length % 2 === 0;
  return closesQuote ? cut + 1 : cut;
}

function isWideScript(script: Script): boolean {
  return script === 'Han' || script === 'Japanese';
}

/** Where the number label ("1. ", "（二）") begins that ends what stands between two runs; else its end. */
function findOpeningLabel(between: string, following: string): number {
  const ahead = following.slice(0, 8);
  for (let at = 0; at < between.length; at += 1) {
    if (/[\d.]/u.test(between.charAt(at - 1))) continue;
    const number = parseBlockNumber(between.slice(at) + ahead);
    if (number !== undefined && at + number.length >= between.length) return at;
  }
  return between.length;
}

/** Whether a part that begins in one script and ends in another is a sentence of the first that names something. */
function isCoherent(part: string): boolean {
  const runs = findRuns(part);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined || first.script === last.script) return true;
  const ending = part.slice(last.end).trim();
  return ending === '' || WIDE_SIGN.test(ending) === isWideScript(first.script);
}

/** The parts between cuts; neighbours of one script stay together as they stand. */
function cutBetweenScripts(text: string, cuts: readonly number[]): readonly string[] {
  let rest = text;
  const parts: string[] = [];
  for (const cut of cuts.toReversed()) {
    const [left, right] = [rest.slice(0, cut), rest.slice(cut)];
    const lastCut = Math.max(0, ...cuts.filter((one) => one < cut));
    const [script, other] = [dominantScript(left.slice(lastCut)), dominantScript(right)];
    if (script === undefined || other === undefined || script === other || !isCoherent(right)) continue;
    parts.unshift(right.trim());
    rest = left;
  }
  return [rest.trim(), ...parts].filter((part) => part !== '');
}
