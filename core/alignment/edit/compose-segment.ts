import { isOfLanguage, type LanguageTag } from '../../text/language.ts';
import { shownText, type EditedSentence } from './edited-row.ts';

/** Languages that are written without spaces between words, by primary subtag. */
const UNSPACED = ['zh', 'ja', 'th', 'lo', 'km', 'my'] as const;

/** The segment that sentences make. */
export function composeSegment(sentences: readonly EditedSentence[], language: LanguageTag): string {
  return sentences
    .map(
      (sentence, index) =>
        shownText(sentence) + (index < sentences.length - 1 ? gapBehind(sentence, language) : ''),
    )
    .join('');
}

/** The white space between a sentence and the next one; where two segments were joined, as the language has it. */
export function gapBehind(sentence: EditedSentence, language: LanguageTag): string {
  if (sentence.gap !== null) return sentence.gap;
  const isUnspaced = UNSPACED.some((range) => isOfLanguage(language, range));
  return isUnspaced || /\s$/u.test(shownText(sentence)) ? '' : ' ';
}
