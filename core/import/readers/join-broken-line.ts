const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60“”‘’—…]/u;

/** Joins two lines of one paragraph: with a space between words, without between Han characters; mends hyphenation. */
export function joinBrokenLine(line: string, next: string): string {
  if (/\p{Ll}[-\u2010]$/u.test(line) && /^\p{Ll}/u.test(next)) {
    return `${line.replace(/[-\u2010]$/u, '')}${next}`;
  }
  const isWide = UNSPACED.test(line.at(-1) ?? '') && UNSPACED.test(next.charAt(0));
  return `${line}${isWide ? '' : ' '}${next}`;
}
