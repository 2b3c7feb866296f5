import type { Unit } from '../text/work.ts';
import { tokenize } from './align-tokens.ts';

/** How often each word stands in a unit, in all its editions. */
export interface WordCounts {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** The segments of several units, put one behind the other. */
export function joinSegments(units: readonly Unit[]): Unit['segments'] {
  const joined: Record<string, string> = {};
  for (const { segments } of units) {
    for (const [language, text] of Object.entries(segments)) {
      joined[language] = `${joined[language] ?? ''}\n${text}`;
    }
  }
  return joined;
}

/** Counts the words of a unit; in each edition the first ones, up to a limit. */
export function countWords({ segments }: Pick<Unit, 'segments'>, limit = Infinity): WordCounts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [language, text] of Object.entries(segments)) {
    for (const token of tokenize(text).slice(0, limit)) {
      const key = `${language} ${token.text}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      total += 1;
    }
  }
  return { total, counts };
}

/** Dice's coefficient of two bags of words, and the share of the smaller that is in the larger. */
export function compareWords(
  a: WordCounts,
  b: WordCounts,
): { readonly common: number; readonly likeness: number; readonly share: number } {
  let common = 0;
  for (const [key, count] of a.counts) common += Math.min(count, b.counts.get(key) ?? 0);
  const smaller = Math.min(a.total, b.total);
  return {
    common,
    likeness: a.total + b.total === 0 ? 1 : (2 * common) / (a.total + b.total),
    share: smaller === 0 ? 1 : common / smaller,
  };
}

/** The same of a unit that may not be there. */
export function countWordsOf(unit: Unit | undefined, limit?: number): WordCounts {
  return unit === undefined ? { total: 0, counts: new Map() } : countWords(unit, limit);
}
