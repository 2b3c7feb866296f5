const DIGITS: ReadonlyMap<string, number> = new Map(
  Array.from('零一二三四五六七八九', (digit, value): [string, number] => [digit, value]).concat([
    ['〇', 0],
    ['○', 0],
    ['两', 2],
  ]),
);
const POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** A stretch of Chinese that may be a number. */
export const CHINESE_NUMERAL = '[零一二三四五六七八九〇○两十百千万亿]+';

/**
 * The value of a Chinese numeral: of 二○一六 2016, of 三百二十 320, of 两万 20000. Undefined for what is none, such as 万一.
 */
export function readChineseNumeral(text: string): number | undefined {
  const characters = Array.from(text);
  if (characters.every((character) => DIGITS.has(character))) {
    return Number(characters.map((character) => DIGITS.get(character) ?? 0).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const value = DIGITS.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      continue;
    }
    const power = POWERS.get(character);
    if (power === undefined) return undefined;
    if (power < 10_000) {
      section += (digit ?? 1) * power;
    } else {
      if (section === 0 && digit === undefined && total === 0) return undefined;
      // 一亿二千万 adds, 三万亿 multiplies.
      const ofSection = section + (digit ?? 0);
      total = total > power ? total + ofSection * power : (total + ofSection) * power;
      section = 0;
    }
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}

const DIGITS_ONLY = /^\d+(?:\.\d+)?$/u;
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value): [string, number] => [word, value])
    .concat(
      'thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, index): [string, number] => [word, 30 + index * 10]),
    ),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** The longest number that the words at a place spell out ("two hundred and fifty"), and how many words that takes. */
export function readEnglishNumeral(
  words: readonly string[],
  start: number,
): { readonly value: number; readonly wordCount: number } | undefined {
  let total = 0;
  let section: number | undefined;
  let end = start;
  let startsWithDigits = false;
  for (let at = start; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const digits = at === start && DIGITS_ONLY.test(word) ? Number(word) : undefined;
    // "2016, twenty" are two numbers.
    const value = startsWithDigits ? undefined : (digits ?? NUMBER_WORDS.get(word));
    startsWithDigits ||= digits !== undefined;
    const scale = SCALES.get(word);
    const isAfterScale = section !== undefined && section >= 100;
    if (value !== undefined && (section === undefined || isAfterScale || fitsTens(section, value))) {
      section = (section ?? 0) + value;
    } else if (scale === 100 && section !== undefined) {
      section *= 100;
    } else if (scale !== undefined && section !== undefined) {
      total += section * scale;
      section = 0;
    } else if (word === 'and' && end > start && (section === undefined || isAfterScale || section === 0)) {
      continue;
    } else {
      break;
    }
    end = at + 1;
  }
  return end === start ? undefined : { value: total + (section ?? 0), wordCount: end - start };
}

function fitsTens(section: number, value: number): boolean {
  const tens = section % 100;
  return (section === 0 || (tens >= 20 && tens % 10 === 0)) && (section === 0 || value < 10);
}
