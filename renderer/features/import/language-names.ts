import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { LanguageTag } from '../../../core/text/language.ts';

/** Languages a reader can choose beside those that were found: those of official texts, then of the neighbours. */
const COMMON_LANGUAGES: readonly LanguageTag[] = [
  'zh-Hans',
  'zh-Hant',
  'en',
  'ru',
  'fr',
  'es',
  'ar',
  'de',
  'pt',
  'it',
  'ja',
  'ko',
  'kk',
  'mn',
  'uk',
  'vi',
  'th',
  'pl',
];

/** The languages of a list to choose from. */
export function listLanguages(found: readonly LanguageTag[]): readonly LanguageTag[] {
  return [...new Set([...found, ...COMMON_LANGUAGES])];
}

/** Names languages in the language of the interface. */
export function useLanguageNames(): (language: LanguageTag) => string {
  const intl = useIntl();
  return useCallback(
    (language) => intl.formatDisplayName(language, { type: 'language' }) ?? language,
    [intl],
  );
}
