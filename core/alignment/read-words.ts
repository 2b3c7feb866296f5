import { foldText } from '../search/fold-text.ts';
import { stemmerFor } from '../search/stem-word.ts';
import { splitRuns } from '../search/word-runs.ts';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { BilingualLexicon } from './bilingual-lexicon.ts';
import { stemEnglish } from './english-words.ts';
import { CHINESE_NUMERAL, readChineseNumeral, readEnglishNumeral } from './numerals.ts';

/** A word as the aligner compares it, in the order of the text. */
export interface AlignedWord {
  /** Folded and stemmed; a number is '#' and its value in European digits, whatever it was written in. */
  readonly form: string;
  /** Whether it is written like a name: with a capital letter. */
  readonly isCapitalised: boolean;
}

/** Cuts a text into words. */
export type WordReader = (text: string) => readonly AlignedWord[];

/** The words of a language that can be cut by a dictionary. */
export type WordList = Pick<BilingualLexicon, 'has' | 'longest'>;

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{L}+)*/gu;
const GROUPED_DIGITS = /(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))/gu;
const NUMERAL = new RegExp(CHINESE_NUMERAL, 'gu');
/** 一 alone is rather "a" than "1", 千万 "by all means", 万一 "in case". */
const NO_NUMERALS = new Set(['一', '十百', '千万', '百', '千', '万', '亿', '万一', '零', '两']);

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
    const words: AlignedWord[] = [];
    let spaced: string[] = [];
    const takeSpaced = (): void => {
      for (const form of isEnglish ? joinNumerals(spaced) : spaced.map(markDigits)) {
        words.push({ form: form.startsWith('#') ? form : stem(form), isCapitalised: capitalised.has(form) });
      }
      spaced = [];
    };
    for (const run of splitRuns(foldText(text.replaceAll(GROUPED_DIGITS, '')).text)) {
      if (run.kind === 'word') {
        spaced.push(run.text);
        continue;
      }
      takeSpaced();
      for (const form of cutNumerals(run.text, cutUnspaced)) words.push({ form, isCapitalised: false });
    }
    takeSpaced();
    return words;
  };
}

function markDigits(word: string): string {
  return /^\d+$/u.test(word) ? `#${Number(word)}` : word;
}

function joinNumerals(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const numeral = word === 'one' ? undefined : readEnglishNumeral(words, at);
    joined.push(numeral === undefined ? markDigits(word) : `#${numeral.value}`);
    at += (numeral?.wordCount ?? 1) - 1;
  }
  return joined;
}

function cutNumerals(run: string, cut: (run: string) => readonly string[]): readonly string[] {
  const forms: string[] = [];
  let start = 0;
  for (const { 0: numeral, index } of run.matchAll(NUMERAL)) {
    const value = NO_NUMERALS.has(numeral) ? undefined : readChineseNumeral(numeral);
    if (value === undefined) continue;
    if (index > start) forms.push(...cut(run.slice(start, index)));
    forms.push(`#${value}`);
    start = index + numeral.length;
  }
  if (start < run.length) forms.push(...cut(run.slice(start)));
  return forms;
}

function createSegmenter(language: LanguageTag): (run: string) => readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (run) => Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/** Cuts by the longest word that fits, from left to right. */
function createCutter({ has, longest }: WordList): (run: string) => readonly string[] {
  return (run) => {
    const words: string[] = [];
    for (let start = 0; start < run.length;) {
      let length = Math.min(longest, run.length - start);
      while (length > 1 && !has(run.slice(start, start + length))) length -= 1;
      words.push(run.slice(start, start + length));
      start += length;
    }
    return words;
  };
}
