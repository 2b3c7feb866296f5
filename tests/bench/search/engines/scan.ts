import type { BenchQuery, QueryPart } from '../bench-query.ts';
import type { OpenEngine, SearchEngine } from '../engine.ts';
import type { Pair } from '../pairs.ts';
import { preparePair, stemEnglish } from '../prepared-pairs.ts';

/** Texts one after the other in a single string, which the engine searches fastest. */
interface LongText {
  readonly text: string;
  /** Where the text of each unit begins; one more for the end. */
  readonly starts: Uint32Array;
}

/** A literal scan of the folded text: no index, and the oracle for how many units there are. Results by place. */
export const scanEngine: SearchEngine = {
  name: 'substring scan',
  describe: () => 'String.indexOf over the folded text in three long strings; results by place, not ranked',
  build: () => Promise.resolve(),
  open: (pairs) => Promise.resolve(openScan(pairs)),
};

export function openScan(pairs: readonly Pair[]): OpenEngine {
  const prepared = pairs.map(preparePair);
  const zh = joinTexts(prepared.map((pair) => pair.zh));
  const words = joinTexts(prepared.map((pair) => ` ${pair.words.join(' ')} `));
  const stems = joinTexts(prepared.map((pair) => ` ${pair.words.map(stemEnglish).join(' ')} `));

  const findPart = (part: QueryPart): readonly number[] => {
    switch (part.form) {
      case 'han':
        return findUnits(zh, part.text);
      case 'word':
        return findUnits(stems, ` ${stemEnglish(part.text)} `);
      case 'prefix':
        return findUnits(words, ` ${part.text}`);
      case 'phrase':
        return findUnits(words, ` ${part.words.join(' ')} `);
    }
  };
  const search = ({ parts }: BenchQuery, limit: number) => {
    let found: readonly number[] | undefined;
    for (const part of parts.toSorted((a, b) => Number(a.isExcluded) - Number(b.isExcluded))) {
      const units = findPart(part);
      if (found === undefined) found = units;
      else {
        const holds = new Set(units);
        found = found.filter((unit) => holds.has(unit) !== part.isExcluded);
      }
      if (found.length === 0) break;
    }
    return { total: found?.length ?? 0, top: found?.slice(0, limit) ?? [] };
  };
  return { search };
}

function joinTexts(texts: readonly string[]): LongText {
  const starts = new Uint32Array(texts.length + 1);
  let end = 0;
  texts.forEach((text, index) => {
    starts[index] = end;
    end += text.length + 1;
  });
  starts[texts.length] = end;
  // By way of a buffer, or it would stay a tree of pieces, which is flattened at the first search.
  return { text: Buffer.from(`${texts.join('\n')}\n`, 'utf16le').toString('utf16le'), starts };
}

function findUnits({ text, starts }: LongText, words: string): readonly number[] {
  const found: number[] = [];
  let unit = 0;
  let at = text.indexOf(words);
  while (at >= 0) {
    unit = unitAt(starts, at, unit);
    found.push(unit);
    at = text.indexOf(words, starts[unit + 1]);
  }
  return found;
}

/** The unit that holds an offset, at `from` or later. */
function unitAt(starts: Uint32Array, offset: number, from: number): number {
  let step = 1;
  while ((starts[from + step] ?? Infinity) <= offset) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, starts.length - 1);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
