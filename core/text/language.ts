/** A BCP 47 tag, as in `lang` attributes: 'zh-Hans', 'en', 'ru'. */
export type LanguageTag = string;

/** Whether a tag names Chinese in any script or region. */
export function isChinese(language: LanguageTag): boolean {
  return isOfLanguage(language, 'zh');
}

/**
 * Whether a tag is a language range or one of its variants: 'zh' stands for 'zh-Hans' too (RFC 4647, basic filtering).
 * @param range in lower case.
 */
export function isOfLanguage(language: LanguageTag, range: LanguageTag): boolean {
  const tag = language.toLowerCase();
  return tag === range || tag.startsWith(`${range}-`);
}
