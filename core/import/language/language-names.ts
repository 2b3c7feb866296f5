import type { LanguageTag } from '../../text/language.ts';
import { normalizeLanguageTag } from './language-tag.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': [
    '中文',
    '汉语',
    '漢語',
    '中',
    '简体中文',
    '简体',
    '中文（简体）',
    '中文(简体)',
    'chinese',
    'chinese (simplified)',
    'simplified chinese',
    'mandarin',
    'китайский',
  ],
  'zh-Hant': [
    '繁体中文',
    '繁體中文',
    '繁体',
    '繁體',
    '中文（繁體）',
    '中文(繁體)',
    '中文(繁体)',
    'chinese (traditional)',
    'traditional chinese',
  ],
  en: ['英文', '英语', '英語', '英', 'english', 'английский', 'anglais'],
  ru: ['俄文', '俄语', '俄語', '俄', 'russian', 'русский', 'russe'],
  fr: ['法文', '法语', '法語', 'french', 'français', 'французский'],
  de: ['德文', '德语', '德語', 'german', 'deutsch', 'немецкий'],
  es: ['西班牙文', '西班牙语', '西班牙語', 'spanish', 'español', 'испанский'],
  ja: ['日文', '日语', '日語', 'japanese', '日本語', 'японский'],
  ko: ['韩文', '韩语', '韓語', 'korean', '한국어', 'корейский'],
  ar: ['阿拉伯文', '阿拉伯语', 'arabic', 'العربية', 'арабский'],
  pt: ['葡萄牙语', 'portuguese', 'português'],
  it: ['意大利语', 'italian', 'italiano'],
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([tag, names]) => names.map((name) => [name, tag] as const)),
);

/** Words that stand beside the name of a language at the head of a column. */
const BESIDE = /(?:原文|译文|譯文|版本|文本|版|text|version|source|target|original|translation|текст)/giu;

/** The language that the head of a column names ("中文", "English text", "zh-CN"); undefined where it names none. */
export function parseLanguageName(head: string): LanguageTag | undefined {
  const name = head.trim().toLowerCase();
  const bare = name
    .replace(BESIDE, ' ')
    .replace(/[_:：/|-]+$|^[_:：/|-]+/gu, '')
    .trim();
  for (const one of [name, bare, bare.replace(/[\s()（）[\]]+/gu, ' ').trim()]) {
    const tag = BY_NAME.get(one);
    if (tag !== undefined) return tag;
  }
  const code = /^(?:.*[([_ ])?([a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}|[a-z]{4}[-_][a-z]{2}))?)[)\]]?$/u.exec(
    bare,
  )?.[1];
  return code === undefined || !KNOWN_CODES.has(code.slice(0, 2)) ? undefined : normalizeLanguageTag(code);
}

const KNOWN_CODES = new Set(
  'zh en ru fr de es ja ko ar pt it uk kk mn vi th pl nl sv fi cs tr el he hi fa cn'.split(' '),
);
