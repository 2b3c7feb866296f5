import type { LanguageTag } from '../../../core/text/language.ts';

/** A stretch of a note in one language; `language` is undefined where it is the note's own. */
export interface LanguageRun {
  /** Where in the text it begins, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
  readonly language: LanguageTag | undefined;
}

/** A Han character says about as much as an English word of this many letters. */
const LETTERS_PER_HAN = 4;

/** The language a note is written in, by its letters; undefined where it has none. Notes name no language themselves. */
export function guessNoteLanguage(note: string): LanguageTag | undefined {
  const han = count(note, /\p{Script=Han}/gu) * LETTERS_PER_HAN;
  const latin = count(note, /\p{Script=Latin}/gu);
  const cyrillic = count(note, /\p{Script=Cyrillic}/gu);
  const most = Math.max(han, latin, cyrillic);
  if (most === 0) return undefined;
  if (han === most) return 'zh-Hans';
  return latin === most ? 'en' : 'ru';
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

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
