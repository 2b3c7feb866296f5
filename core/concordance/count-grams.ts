import { foldText } from '../search/fold-text.ts';
import { hasUnspaced, splitRuns } from '../search/word-runs.ts';
import type { Steps } from '../steps.ts';
import { isChinese, type LanguageTag } from '../text/language.ts';
import { segmentText } from '../text/work.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';
import { measureDispersion } from './dispersion.ts';
import type { DividedCorpus } from './divide-works.ts';
import { compileConcordanceQuery } from './find-lines.ts';

/** What is counted: stretches of so many words, or of characters of scripts written without spaces. */
export interface GramSearch {
  readonly language: LanguageTag;
  readonly grain: 'word' | 'character';
  /** How many words or characters make one stretch, from 1. */
  readonly size: number;
  /** Only what stands in so many places. */
  readonly minCount: number;
  /** Only what holds the words of this query; everything where it is blank. */
  readonly contains: string;
  /** How many are given at most, the most frequent. */
  readonly limit: number;
}

/** One line of the frequency list. */
export interface GramRow {
  /** As it stands the first time. */
  readonly text: string;
  readonly count: number;
  /** How often in each part of the corpus; neighbouring parts are taken together where there are more than {@link MOST_BARS}. */
  readonly counts: readonly number[];
  /** In how many of the parts it stands. */
  readonly partCount: number;
  /** Gries' DP, normalised: 0 spread evenly, 1 in one part only. */
  readonly dispersion: number;
}

/** The frequency list of a corpus. */
export interface GramList {
  readonly rows: readonly GramRow[];
  /** How many different ones there are, given or not. */
  readonly total: number;
  /** How many stretches were counted in all. */
  readonly size: number;
  /** How many parts the corpus has. */
  readonly parts: number;
}

interface Counted {
  readonly text: string;
  /** Counted up from 0. */
  readonly id: number;
  count: number;
}

const UNITS_A_STEP = 20;
const ROWS_A_STEP = 200;
const STRETCHES_A_STEP = 50_000;

/** More bars than a plot in a table has room for. */
const MOST_BARS = 120;
const WORD_GAP = /^[\s\p{Pd}'’]*$/u;

/**
 * How often each word, or stretch of words, stands in a corpus, the most frequent first, and how evenly it is spread
 * over its parts. Words of Chinese are those of `Intl.Segmenter`; no stretch runs over punctuation.
 */
export function* countGrams(
  corpus: ConcordanceCorpus,
  divided: DividedCorpus,
  search: GramSearch,
): Steps<GramList> {
  const counted = new Map<string, Counted>();
  const sizes = divided.parts.map(() => 0);
  // Every stretch once more as two numbers: cutting text into words is what takes long, and is done once.
  const ids: number[] = [];
  const parts: number[] = [];
  yield* visitGrams(corpus, search, ({ key, text, work, unit }) => {
    const known = counted.get(key) ?? { text: text(), id: counted.size, count: 0 };
    if (known.count === 0) counted.set(key, known);
    known.count += 1;
    const part = divided.partOf(work, unit);
    sizes[part] = (sizes[part] ?? 0) + 1;
    ids.push(known.id);
    parts.push(part);
  });
  const find = compileConcordanceQuery({ text: search.contains, language: search.language });
  const matching = [...counted].filter(
    ([key, { count }]) => count >= search.minCount && (find === null || find(key).length > 0),
  );
  yield;
  const chosen = matching.toSorted(([, a], [, b]) => b.count - a.count).slice(0, search.limit);
  const countsById = new Map(chosen.map(([, { id }]) => [id, new Int32Array(sizes.length)]));
  for (const [index, id] of ids.entries()) {
    if (index % STRETCHES_A_STEP === 0) yield;
    const counts = countsById.get(id);
    const part = parts[index] ?? 0;
    if (counts !== undefined) counts[part] = (counts[part] ?? 0) + 1;
  }
  const rows: GramRow[] = [];
  for (const [, { text, id, count }] of chosen) {
    if (rows.length % ROWS_A_STEP === 0) yield;
    const counts = countsById.get(id) ?? new Int32Array(sizes.length);
    const partCount = counts.reduce((sum, inPart) => sum + Number(inPart > 0), 0);
    rows.push({
      text,
      count,
      counts: joinParts(counts),
      partCount,
      dispersion: measureDispersion(counts, sizes),
    });
  }
  return { rows, total: matching.length, size: ids.length, parts: sizes.length };
}

function joinParts(counts: Int32Array): readonly number[] {
  const width = Math.ceil(counts.length / MOST_BARS);
  return Array.from({ length: Math.ceil(counts.length / Math.max(1, width)) }, (_, bar) =>
    counts.subarray(bar * width, (bar + 1) * width).reduce((sum, count) => sum + count, 0),
  );
}

interface Gram {
  /** What it is counted under: its words, folded. */
  readonly key: string;
  readonly text: () => string;
  readonly work: number;
  readonly unit: number;
}

function* visitGrams(
  corpus: ConcordanceCorpus,
  { language, grain, size }: GramSearch,
  visit: (gram: Gram) => void,
): Steps<null> {
  const split = grain === 'word' ? createWordSplitter(language) : splitCharacters;
  const joint = grain === 'character' || isChinese(language) ? '' : ' ';
  let read = 0;
  for (const [work, { units }] of corpus.works.entries()) {
    for (const [unit, one] of units.entries()) {
      read += 1;
      if (read % UNITS_A_STEP === 0) yield;
      const segment = segmentText(one, language);
      const words = segment === '' ? [] : split(segment);
      for (let from = 0; from + size <= words.length; from += 1) {
        const last = words[from + size - 1];
        const first = words[from];
        if (first === undefined || last === undefined || !isUnbroken(words, from, size)) continue;
        const key = words.slice(from, from + size).map(({ key: word }) => word);
        visit({ key: key.join(joint), text: () => segment.slice(first.start, last.end), work, unit });
      }
    }
  }
  return null;
}

interface SegmentWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether punctuation stands between it and the word before. */
  readonly isAfterBreak: boolean;
}

function isUnbroken(words: readonly SegmentWord[], from: number, size: number): boolean {
  for (let at = from + 1; at < from + size; at += 1) if (words[at]?.isAfterBreak !== false) return false;
  return true;
}

function createWordSplitter(language: LanguageTag): (segment: string) => readonly SegmentWord[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (segment) => {
    const words: SegmentWord[] = [];
    let end = 0;
    for (const { segment: word, index, isWordLike } of segmenter.segment(segment)) {
      if (isWordLike !== true) continue;
      const isAfterBreak = !WORD_GAP.test(segment.slice(end, index));
      end = index + word.length;
      words.push({ key: foldText(word).text, start: index, end, isAfterBreak });
    }
    return words;
  };
}

function splitCharacters(segment: string): readonly SegmentWord[] {
  const folded = foldText(segment);
  const characters: SegmentWord[] = [];
  for (const run of splitRuns(folded.text)) {
    if (!hasUnspaced(run.text)) continue;
    let start = run.start;
    for (const key of run.text) {
      const span = folded.toOriginal({ start, end: start + key.length });
      characters.push({ key, ...span, isAfterBreak: start === run.start });
      start += key.length;
    }
  }
  return characters;
}
