import type { LanguageTag } from './language.ts';

/** A Han character says about as much as an English word of this many letters. */
const LETTERS_PER_HAN = 4;

/** The language a reader's text is most probably written in, by its letters; undefined where it has none. */
export function guessLanguage(text: string): LanguageTag | undefined {
  const han = count(text, /\p{Script=Han}/gu) * LETTERS_PER_HAN;
  const latin = count(text, /\p{Script=Latin}/gu);
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu);
  const most = Math.max(han, latin, cyrillic);
  if (most === 0) return undefined;
  if (han === most) return 'zh-Hans';
  return latin === most ? 'en' : 'ru';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
