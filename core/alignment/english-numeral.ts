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
