import type { LanguageTag } from '../../../core/text/language.ts';

/** A stretch of a note in one language; `language` is undefined where it is the note's own. */
export interface LanguageRun {
  /** Where in the text it begins, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
  readonly language: LanguageTag | undefined;
}

/**
 * Cuts a text where it changes between Chinese and an alphabet, so that each stretch can be marked for fonts and screen
 * readers. Spaces and ASCII punctuation stay with what they follow.
 */
export function splitByLanguage(text: string, own: LanguageTag | undefined): readonly LanguageRun[] {
  const foreign = own === 'zh-Hans' ? LATIN_RUN : HAN_RUN;
  const language = own === 'zh-Hans' ? 'en' : 'zh-Hans';
  const runs: LanguageRun[] = [];
  let start = 0;
  // Splitting by a pattern with a group gives what lies between the matches and the matches by turns.
  for (const [index, part] of text.split(foreign).entries()) {
    if (part !== '') runs.push({ start, text: part, language: index % 2 === 1 ? language : undefined });
    start += part.length;
  }
  return runs;
}

// Chinese with the full-width punctuation inside it.
const HAN_RUN = /(\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef]*\p{Script=Han})?)/u;
// Two letters at least: "A 国" is Chinese.
const LATIN_RUN = /(\p{Script=Latin}[\p{Script=Latin}\s'’,.;:()-]*\p{Script=Latin})/u;
