import type { ConcordanceCorpus } from './concordance-corpus.ts';
import { contextWords } from './context-words.ts';
import type { ConcordanceLine, ConcordanceQuery } from './find-lines.ts';

/** How lines can be ordered. */
export const LINE_ORDERS = ['place', 'left', 'right', 'rendering'] as const;

/** One of {@link LINE_ORDERS}. */
export type LineOrder = (typeof LINE_ORDERS)[number];

/** How Chinese is put in order: by sound (Hanyu Pinyin), or by the numbers of the characters in Unicode. */
export type Collation = 'pinyin' | 'code-point';

/** See {@link sortLines}. */
export interface LineSorting {
  readonly order: LineOrder;
  /** How many words (characters of Chinese) beside the keyword decide, from 1 to 3. */
  readonly depth: 1 | 2 | 3;
  readonly collation: Collation;
}

/**
 * Lines in an order; those that compare equal stay as they stand in the works. By context, the word next to the keyword
 * decides first, then the next; where a segment begins or ends comes first. By rendering, those without come last.
 */
export function sortLines(
  corpus: ConcordanceCorpus,
  query: ConcordanceQuery,
  lines: readonly ConcordanceLine[],
  sorting: LineSorting,
): readonly ConcordanceLine[] {
  const { order, depth, collation } = sorting;
  switch (order) {
    case 'place':
      return lines;
    case 'left':
    case 'right': {
      const keys = lines.map((line) => keyOfContext(corpus, line, order, depth));
      return sortByKeys(lines, keys, collatorFor(query.language, collation));
    }
    case 'rendering': {
      // U+10FFFF is no letter of any language: what has no rendering stands behind all that have.
      const keys = lines.map(({ rendering }) =>
        rendering.key === '' ? ['\u{10ffff}', rendering.type] : [rendering.key],
      );
      return sortByKeys(lines, keys, collatorFor(query.counterpart, collation));
    }
  }
}

/** Compares words of a language in the order of a dictionary, or by code points. */
export function collatorFor(language: string, collation: Collation): (a: string, b: string) => number {
  if (collation === 'code-point') return compareCodePoints;
  // The plain tag: with a script or region, some builds of ICU sort Chinese by strokes.
  const collator = new Intl.Collator(language.split('-')[0] ?? language);
  return (a, b) => {
    const isLastA = a.startsWith('\u{10ffff}');
    const isLastB = b.startsWith('\u{10ffff}');
    return isLastA === isLastB ? collator.compare(a, b) : isLastA ? 1 : -1;
  };
}

function keyOfContext(
  corpus: ConcordanceCorpus,
  line: ConcordanceLine,
  side: 'left' | 'right',
  depth: number,
): readonly string[] {
  const unit = corpus.works[line.work]?.units[line.unit];
  const segment = unit?.segments[line.language] ?? '';
  const context = side === 'left' ? segment.slice(0, line.span.start) : segment.slice(line.span.end);
  return contextWords(context.toLowerCase(), side, depth);
}

/** Each different word is compared with others once, however many lines it stands in. */
function sortByKeys(
  lines: readonly ConcordanceLine[],
  keys: readonly (readonly string[])[],
  compare: (a: string, b: string) => number,
): readonly ConcordanceLine[] {
  const words = [...new Set(keys.flat())].toSorted((a, b) => compare(a, b) || compareCodePoints(a, b));
  const ranks = new Map(words.map((word, rank) => [word, rank + 1]));
  const ranked = lines.map((line, index) => ({
    line,
    ranks: (keys[index] ?? []).map((word) => ranks.get(word) ?? 0),
  }));
  return ranked.toSorted((a, b) => compareRanks(a.ranks, b.ranks)).map(({ line }) => line);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareCodePoints(a: string, b: string): number {
  const [first, second] = [Array.from(a), Array.from(b)];
  for (const [at, character] of first.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
