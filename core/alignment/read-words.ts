import { foldText } from '../search/fold-text.ts';
import { stemmerFor } from '../search/stem-word.ts';
import { splitRuns, type WordRun } from '../search/word-runs.ts';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { CHINESE_NUMERAL, readChineseNumeral } from '../text/chinese-numeral.ts';
import type { BilingualLexicon } from './bilingual-lexicon.ts';
import { stemEnglish } from './english-words.ts';
import { readEnglishNumeral } from './english-numeral.ts';

/** A word as the aligner compares it, in the order of the text. */
export interface AlignedWord {
  /** Folded and stemmed; a number is '#' and its value in European digits, whatever it was written in. */
  readonly form: string;
  /** Whether it is written like a name: with a capital letter. */
  readonly isCapitalised: boolean;
  /** Where it stands in the folded text (`foldText`). */
  readonly span: TextSpan;
}

/** Cuts a text into words. */
export type WordReader = (text: string) => readonly AlignedWord[];

/** The words of a language that can be cut by a dictionary. */
export type WordList = Pick<BilingualLexicon, 'has' | 'longest'>;

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{L}+)*/gu;
const DIGITS = /^\d+$/u;
/** Between the groups of a long number: "1,000", "1 000". */
const GROUP_SEPARATOR = /^[,\u00a0\u202f]$/u;
const NUMERAL = new RegExp(CHINESE_NUMERAL, 'gu');
/** 一 alone is rather "a" than "1", 千万 "by all means", 万一 "in case". */
const NO_NUMERALS = new Set(['一', '千万', '百', '千', '万', '亿', '零', '两']);

/** A stretch of folded text before it is stemmed. */
type Piece = Pick<WordRun, 'text' | 'start'>;

/**
 * A reader for the words of a language.
 * @param wordList words to cut Chinese by, the longest first; without it the segmenter of the platform cuts.
 */
export function createWordReader(language: LanguageTag, wordList?: WordList): WordReader {
  const isEnglish = isOfLanguage(language, 'en');
  const stem = isEnglish || isOfLanguage(language, 'zh') ? stemEnglish : stemmerFor(language);
  const cutUnspaced = wordList === undefined ? createSegmenter(language) : createCutter(wordList);
  return (text) => {
    const capitalised = new Set(
      (text.match(CAPITALISED) ?? []).flatMap((word) =>
        splitRuns(foldText(word).text).map(({ text }) => text),
      ),
    );
    const { text: folded } = foldText(text);
    const words: AlignedWord[] = [];
    let spaced: Piece[] = [];
    const takeSpaced = (): void => {
      for (const { form, span } of readSpaced(joinGroups(spaced, folded), isEnglish)) {
        const stemmed = form.startsWith('#') ? form : stem(form);
        words.push({ form: stemmed, isCapitalised: capitalised.has(form), span });
      }
      spaced = [];
    };
    for (const run of splitRuns(folded)) {
      if (run.kind === 'word') {
        spaced.push(run);
        continue;
      }
      takeSpaced();
      for (const word of cutNumerals(run, cutUnspaced)) words.push({ ...word, isCapitalised: false });
    }
    takeSpaced();
    return words;
  };
}

/** Makes one piece of the groups of a long number. */
function joinGroups(pieces: readonly Piece[], folded: string): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const end = before === undefined ? 0 : before.start + before.text.length;
    const isNextGroup =
      before !== undefined &&
      DIGITS.test(before.text.replaceAll(/[,\u00a0\u202f]/gu, '')) &&
      /^\d{3}$/u.test(piece.text) &&
      GROUP_SEPARATOR.test(folded.slice(end, piece.start));
    if (isNextGroup) joined.pop();
    joined.push(
      isNextGroup
        ? { text: folded.slice(before.start, piece.start + piece.text.length), start: before.start }
        : piece,
    );
  }
  return joined;
}

type UnstemmedWord = Pick<AlignedWord, 'form' | 'span'>;

function readSpaced(pieces: readonly Piece[], isEnglish: boolean): readonly UnstemmedWord[] {
  const words = pieces.map(({ text }) => text.replaceAll(/[,\u00a0\u202f]/gu, ''));
  const read: UnstemmedWord[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const word = words[at] ?? '';
    const numeral = isEnglish && word !== 'one' ? readEnglishNumeral(words, at) : undefined;
    const last = pieces[at + (numeral?.wordCount ?? 1) - 1];
    const value = numeral?.value ?? (DIGITS.test(word) ? Number(word) : undefined);
    const start = pieces[at]?.start ?? 0;
    const end = last === undefined ? start : last.start + last.text.length;
    read.push({ form: value === undefined ? word : `#${value}`, span: { start, end } });
    at += (numeral?.wordCount ?? 1) - 1;
  }
  return read;
}

function cutNumerals(run: Piece, cut: (text: string) => readonly string[]): readonly UnstemmedWord[] {
  const words: UnstemmedWord[] = [];
  let done = 0;
  const take = (form: string, length: number): void => {
    words.push({ form, span: { start: run.start + done, end: run.start + done + length } });
    done += length;
  };
  const cutUpTo = (end: number): void => {
    if (end > done) for (const word of cut(run.text.slice(done, end))) take(word, word.length);
  };
  for (const { 0: numeral, index } of run.text.matchAll(NUMERAL)) {
    const value = NO_NUMERALS.has(numeral) ? undefined : readChineseNumeral(numeral);
    if (value === undefined) continue;
    cutUpTo(index);
    take(`#${value}`, numeral.length);
  }
  cutUpTo(run.text.length);
  return words;
}

function createSegmenter(language: LanguageTag): (text: string) => readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Cuts by the longest word that fits, from left to right. */
function createCutter({ has, longest }: WordList): (text: string) => readonly string[] {
  return (text) => {
    const words: string[] = [];
    for (let start = 0; start < text.length;) {
      let length = Math.min(longest, text.length - start);
      while (length > 1 && !has(text.slice(start, start + length))) length -= 1;
      words.push(text.slice(start, start + length));
      start += length;
    }
    return words;
  };
}
