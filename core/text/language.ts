/** A BCP 47 tag, as in `lang` attributes: 'zh-Hans', 'en', 'ru'. */
export type LanguageTag = string;

/** Whether a tag names Chinese in any script or region. */
export function isChinese(language: LanguageTag): boolean {
  return language === 'zh' || language.startsWith('zh-');
}
