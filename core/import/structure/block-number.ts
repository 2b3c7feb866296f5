import { readChineseNumeral } from '../../text/chinese-numeral.ts';

/** The number a stretch of text opens with. */
export interface BlockNumber {
  /** In European digits, letters small: '3', '3.2', 'a'. */
  readonly number: string;
  readonly style: 'division' | 'item';
  /** UTF-16 code units of the label with the white space after it. */
  readonly length: number;
}

const HAN_DIGITS = '〇零○一二三四五六七八九十百千两';

const DIVISION_WORDS =
  'Article|Articles|Section|Chapter|Part|Title|Annex|Appendix|Rule|Principle|Art\\.|Статья|Глава|Раздел|Часть|Приложение';

const PATTERNS: readonly { readonly style: BlockNumber['style']; readonly pattern: RegExp }[] = [
  {
    style: 'division',
    pattern: new RegExp(
      `^第\\s?([${HAN_DIGITS}]+|\\d{1,4})\\s?[条條章节節款项項编編部篇](?!约|約|件|例|目)[\\s、：:．.]*`,
      'u',
    ),
  },
  {
    style: 'division',
    pattern: new RegExp(
      `^(?:${DIVISION_WORDS})\\s+(\\d{1,4}|[IVXLC]{1,7})(?![\\p{L}\\d])(?!,|\\s+of\\b)\\s*[.:—–-]?\\s*`,
      'iu',
    ),
  },
  { style: 'division', pattern: /^§\s?(\d{1,4})[.:]?\s*/u },
  { style: 'item', pattern: /^([一二三四五六七八九十百]+)[、．.]\s*/u },
  {
    style: 'item',
    pattern: /^[（(]([一二三四五六七八九十百]+|\d{1,3}|[a-z]|[ivx]{1,5}|[а-я])[）)][、.]?\s*/u,
  },
  { style: 'item', pattern: /^(\d{1,3}(?:\.\d{1,3})*)(?:[、．]|[.)）](?!\d))\s*(?=\S)/u },
  { style: 'item', pattern: /^(\d{1,3}(?:\.\d{1,3})+)\s+(?=[\p{Lu}\p{Script=Han}])/u },
  { style: 'item', pattern: /^([a-z])[)）]\s+/u },
  { style: 'item', pattern: /^([IVX]{1,5})[.)、]\s+/u },
  { style: 'item', pattern: /^([①-⑳])\s*/u },
];

/** Finds the number a block opens with, as texts of laws and treaties print it; undefined where it opens with none. */
export function parseBlockNumber(text: string): BlockNumber | undefined {
  for (const { style, pattern } of PATTERNS) {
    const match = pattern.exec(text);
    const printed = match?.[1];
    if (match !== null && printed !== undefined)
      return { number: toDigits(printed), style, length: match[0].length };
  }
  return undefined;
}

function toDigits(printed: string): string {
  if (/^[IVXLC]+$/u.test(printed)) return String(parseRoman(printed));
  if (/^[①-⑳]$/u.test(printed)) return String((printed.codePointAt(0) ?? 0) - 0x245f);
  return String(readChineseNumeral(printed) ?? printed.toLowerCase());
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function parseRoman(text: string): number {
  let total = 0;
  let before = 0;
  for (const letter of Array.from(text).toReversed()) {
    const value = ROMAN_VALUES[letter] ?? 0;
    total += value < before ? -value : value;
    before = Math.max(before, value);
  }
  return total;
}
