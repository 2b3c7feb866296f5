import type { LanguageTag } from '../../text/language.ts';

const TRADITIONAL_REGIONS: ReadonlySet<string> = new Set(['TW', 'HK', 'MO']);

/**
 * A language tag as files write them ("zh_CN", "EN-US", "zh-Hant-TW") in the form of this program: Chinese by its
 * script, other languages without region. Undefined where it names none.
 */
export function normalizeLanguageTag(tag: string): LanguageTag | undefined {
  const [language = '', ...rest] = tag
    .trim()
    .replace(/[.@].*$/u, '')
    .split(/[-_]/u);
  const primary = LONG_CODES[language.toLowerCase()] ?? language.toLowerCase();
  if (!/^[a-z]{2,3}$/u.test(primary) || NO_LANGUAGE.has(primary)) return undefined;
  if (primary !== 'zh') return primary;
  const parts = new Set(rest.map((part) => part.toLowerCase()));
  if (parts.has('hant') || parts.has('cht')) return 'zh-Hant';
  if (parts.has('hans') || parts.has('chs')) return 'zh-Hans';
  return rest.some((part) => TRADITIONAL_REGIONS.has(part.toUpperCase())) ? 'zh-Hant' : 'zh-Hans';
}

const NO_LANGUAGE: ReadonlySet<string> = new Set(['und', 'mul', 'zxx', 'mis', 'all']);

/** ISO 639-2 and 639-3 codes that stand in files where a shorter one is meant. */
const LONG_CODES: Readonly<Record<string, string>> = {
  zho: 'zh',
  chi: 'zh',
  cmn: 'zh',
  eng: 'en',
  rus: 'ru',
  fra: 'fr',
  fre: 'fr',
  deu: 'de',
  ger: 'de',
  spa: 'es',
  jpn: 'ja',
  kor: 'ko',
  ara: 'ar',
  cn: 'zh',
};
