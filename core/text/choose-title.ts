import type { LanguageTag } from './language.ts';

/** A title and the language it is in. */
export interface ChosenTitle {
  readonly language: LanguageTag;
  readonly title: string;
}

/** The title in a language; where there is none the English one, else the first. Undefined where there are no titles. */
export function chooseTitle(
  titles: Readonly<Record<LanguageTag, string>>,
  language: LanguageTag,
): ChosenTitle | undefined {
  const [first] = Object.keys(titles);
  const chosen = [language, 'en', first].find((tag) => tag !== undefined && titles[tag] !== undefined);
  const title = chosen === undefined ? undefined : titles[chosen];
  return chosen === undefined || title === undefined ? undefined : { language: chosen, title };
}
