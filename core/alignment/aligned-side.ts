import type { LanguageTag } from '../text/language.ts';
import { commonWords } from './common-words.ts';
import { createWordReader, type WordList } from './read-words.ts';
import { readMarks, type SentenceMarks } from './sentence-marks.ts';
import { Vocabulary } from './vocabulary.ts';

/** One sentence as the aligner sees it. */
export interface AlignedSentence {
  /** Numbers in the vocabulary of the side, in the order of the text. */
  readonly words: Int32Array;
  /** In UTF-16 code units, white space aside. */
  readonly length: number;
  readonly marks: SentenceMarks;
  /** Whether the sentence before it is not aligned with it, so that no bead may hold both. */
  readonly isBehindGap: boolean;
}

/** One of the two texts, read. */
export interface AlignedSide {
  readonly language: LanguageTag;
  readonly sentences: readonly AlignedSentence[];
  readonly vocabulary: Vocabulary;
  /** How often each word stands in the text. */
  readonly counts: Uint32Array;
  /** The natural logarithm of how rare each word is: of one in a hundred words 4.6. */
  readonly rarity: Float64Array;
  /** Words that are always written with a capital letter, by number. */
  readonly names: ReadonlySet<number>;
  /** The sum of the lengths of all sentences. */
  readonly length: number;
}

/** Reads a text for alignment. */
export function readSide(texts: readonly string[], language: LanguageTag, wordList?: WordList): AlignedSide {
  const vocabulary = new Vocabulary();
  const readWords = createWordReader(language, wordList);
  const marks = readMarks(texts);
  const counts: number[] = [];
  const capitals: number[] = [];
  const sentences = texts.map((text, index): AlignedSentence => {
    const words = readWords(text);
    const ids = words.map(({ form, isCapitalised }) => {
      const id = vocabulary.add(form);
      counts[id] = (counts[id] ?? 0) + 1;
      capitals[id] = (capitals[id] ?? 0) + (isCapitalised ? 1 : 0);
      return id;
    });
    return {
      words: Int32Array.from(ids),
      length: text.replaceAll(/\s/gu, '').length,
      marks: marks[index] ?? NO_MARKS,
      isBehindGap: false,
    };
  });
  return {
    language,
    sentences,
    vocabulary,
    counts: Uint32Array.from(counts),
    rarity: measureRarity(vocabulary.forms, counts, language),
    names: new Set(counts.flatMap((count, id) => (capitals[id] === count ? [id] : []))),
    length: sentences.reduce((sum, { length }) => sum + length, 0),
  };
}

/**
 * A short text says little about how rare its words are: it is counted together with so many words of a usual one, in which
 * the commonest words take their part and every other word stands once.
 */
const USUAL_WORDS = 1000;
const USUAL_COUNT_OF_COMMON = 9;

function measureRarity(
  forms: readonly string[],
  counts: readonly number[],
  language: LanguageTag,
): Float64Array {
  const common = commonWords(language);
  const total = counts.reduce((sum, count) => sum + count, USUAL_WORDS);
  return Float64Array.from(counts, (count, id) =>
    Math.log(total / (count + (common.has(forms[id] ?? '') ? USUAL_COUNT_OF_COMMON : 1))),
  );
}

/** A side with some of its sentences only; what is known of its words stays. */
export function selectSentences(side: AlignedSide, places: readonly number[]): AlignedSide {
  if (places.length === side.sentences.length) return side;
  const sentences = places.flatMap((place, rank) => {
    const sentence = side.sentences[place];
    return sentence === undefined
      ? []
      : [{ ...sentence, isBehindGap: place > 0 && places[rank - 1] !== place - 1 }];
  });
  return { ...side, sentences };
}

const NO_MARKS: SentenceMarks = {
  end: 'none',
  closesQuote: false,
  isInSpeechAfter: false,
  label: '',
};
