import type { LanguageTag } from '../../core/text/language.ts';

/** What a language calls itself: "中文", "English", "русский". */
export function nameLanguage(language: LanguageTag): string {
  const primary = language.split('-')[0] ?? language;
  return new Intl.DisplayNames([language], { type: 'language' }).of(primary) ?? language;
}
