import { endStrength } from './sentence-ends.ts';
import { measureText } from '../language/script.ts';

/** A line at the beginning of a page that may be its headline or the title of its text. */
interface Line {
  readonly text: string;
  readonly language: string | undefined;
}

/** So many Latin letters at most, and no sentence. */
const LONGEST_TITLE = 260;

/** So many lines at most stand over a text. */
const LONGEST_HEAD = 24;

/** How much of the shorter of two lines must stand in the other. */
const LIKENESS = 0.5;

/**
 * The positions of headlines that say again what the title of the text says: pages put their own over a text that has
 * one. The last of the like lines before the text is its title.
 */
export function findDuplicateHeadlines(lines: readonly Line[]): ReadonlySet<number> {
  const dropped = new Set<number>();
  const bodyStart = lines.findIndex((line) => !mayBeTitle(line.text));
  const head = lines.slice(0, bodyStart === -1 ? 0 : Math.min(bodyStart, LONGEST_HEAD));
  for (const [index, line] of head.entries()) {
    const isRepeated = head
      .slice(index + 1)
      .some((other) => other.language === line.language && likeness(line.text, other.text) >= LIKENESS);
    if (isRepeated) dropped.add(index);
  }
  return dropped;
}

/** Whether a line is short, no sentence, and does not begin a list. */
export function mayBeTitle(text: string): boolean {
  return measureText(text) <= LONGEST_TITLE && endStrength(text) === 0;
}

/** How much of the shorter of two lines stands in the longer, by pairs of Han characters and by words. */
function likeness(a: string, b: string): number {
  const [first, second] = [listFeatures(a), listFeatures(b)];
  const [short, long] = first.size <= second.size ? [first, second] : [second, first];
  if (short.size < 3) return a.toLowerCase() === b.toLowerCase() ? 1 : 0;
  let same = 0;
  for (const feature of short) if (long.has(feature)) same += 1;
  return same / short.size;
}

function listFeatures(text: string): ReadonlySet<string> {
  const features = new Set<string>();
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) features.add(run);
    else for (let at = 0; at + 1 < run.length; at += 1) features.add(run.slice(at, at + 2));
  }
  return features;
}
