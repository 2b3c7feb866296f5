import { readFileSync, writeFileSync } from 'node:fs';

/** A unit of the bench: a stretch of Chinese and its translation. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** As many units as a work of the library of the bench has: 500 such works are 100,000 units. */
export const UNITS_OF_A_WORK = 200;

/**
 * Reads a file of pairs: one a line, Chinese, a tab, English.
 * @throws Error naming the line that is none.
 */
export function readPairs(file: string): readonly Pair[] {
  return parsePairs(readFileSync(file, 'utf8'));
}

export function parsePairs(text: string): readonly Pair[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index): readonly Pair[] => {
      if (line.trim() === '') return [];
      const [zh = '', en, ...rest] = line.split('\t');
      if (en === undefined || rest.length > 0)
        throw new Error(`Line ${index + 1} is not "Chinese<TAB>English": ${line.slice(0, 60)}`);
      return [{ zh: zh.trim(), en: en.trim() }];
    });
}

export function writePairs(file: string, pairs: readonly Pair[]): void {
  writeFileSync(file, pairs.map(({ zh, en }) => `${toCell(zh)}\t${toCell(en)}\n`).join(''));
}

function toCell(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The pairs cut into works, in order. */
export function cutIntoWorks(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const works: (readonly Pair[])[] = [];
  for (let start = 0; start < pairs.length; start += UNITS_OF_A_WORK)
    works.push(pairs.slice(start, start + UNITS_OF_A_WORK));
  return works;
}
