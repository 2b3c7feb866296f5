import type { LanguageTag } from '../../core/text/language.ts';

// Making an Intl.DisplayNames takes longer than drawing the button that is named.
const names = new Map<LanguageTag, string>();

/** What a language calls itself: "中文", "English", "русский". */
export function nameLanguage(language: LanguageTag): string {
  const known = names.get(language);
  if (known !== undefined) return known;
  const primary = language.split('-')[0] ?? language;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(primary) ?? language;
  names.set(language, name);
  return name;
}
