import type { InterfaceLanguage } from '../../core/settings/settings.ts';

/** In which theme and language the program is shown. */
export interface Variant {
  readonly theme: 'light' | 'dark';
  readonly language: InterfaceLanguage;
}

export const VARIANTS: readonly Variant[] = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'zh-Hans' },
  { theme: 'dark', language: 'zh-Hans' },
];

/** `<screen>-<theme>.png`, with `-chinese` before the theme for the Chinese interface. */
export function nameFile(screen: string, { theme, language }: Variant): string {
  return `${screen}${language === 'zh-Hans' ? '-chinese' : ''}-${theme}.png`;
}
