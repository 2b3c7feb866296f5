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
