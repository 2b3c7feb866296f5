const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/gu;

/**
 * A text as it is kept: composed (NFC), without invisible and control characters, white space in a row as one space,
 * line breaks as single line feeds without space around them, nothing at either end.
 */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u0085|\u2028|\u2029|\v|\f/gu, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
}

/** The same in one line. */
export function tidyLine(text: string): string {
  return tidyText(text).replaceAll('\n', ' ');
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

const AFTER_HAN = /(?<=[\p{Script=Han}”’」』》）〉】])([,;:?!])(?: (?=[\p{Script=Han}“‘「『《（〈【]))?/gu;

/** Chinese with the punctuation that belongs to it: "合作,共赢" becomes "合作，共赢"; nothing else is changed. */
export function widenPunctuation(text: string): string {
  return text.replace(AFTER_HAN, (_all, sign: string) => HALF_WIDTH[sign] ?? sign);
}
