import { findNumberLabel } from '../text/number-label.ts';
import { readChineseNumeral } from '../text/chinese-numeral.ts';

/** What a sentence ends with, closing quotes and brackets aside. */
export type EndMark = 'stop' | 'question' | 'exclamation' | 'colon' | 'comma' | 'ellipsis' | 'none';

/** What the punctuation and the beginning of a sentence say, in any script. */
export interface SentenceMarks {
  readonly end: EndMark;
  readonly closesQuote: boolean;
  /** Whether direct speech goes on behind it. */
  readonly isInSpeechAfter: boolean;
  /** The number it opens with, in European digits where it can be read: '1', '2.1'; '' where it has none. */
  readonly label: string;
}

const CLOSING = /["'”’」』][\s)）]*$/u;
const CLOSERS = /[\s"'”’」』》)）\]]+$/u;
/** Opening quotes; an ASCII one opens where a word begins. */
const QUOTES =
  /(?<opening>[“「『]|(?<![\p{L}\p{N}.,!?…])["'‘](?=[\p{L}\p{N}“‘.…]))|(?<closing>[”」』]|(?<=[.,!?…—–-])["'’])/gu;
const ENDS: readonly (readonly [RegExp, EndMark])[] = [
  [/[?？]!*$/u, 'question'],
  [/[!！]$/u, 'exclamation'],
  [/(?:…+|\.{3,})$/u, 'ellipsis'],
  [/[.。．]$/u, 'stop'],
  [/[:：]$/u, 'colon'],
  [/[,，;；、—–-]$/u, 'comma'],
];

/** Reads the marks of sentences that follow each other. */
export function readMarks(sentences: readonly string[]): readonly SentenceMarks[] {
  let isInSpeech = false;
  return sentences.map((text) => {
    for (const { groups } of text.matchAll(QUOTES)) isInSpeech = groups?.['opening'] !== undefined;
    const bare = text.replace(CLOSERS, '');
    return {
      end: ENDS.find(([pattern]) => pattern.test(bare))?.[1] ?? 'none',
      closesQuote: CLOSING.test(text),
      isInSpeechAfter: isInSpeech,
      label: readLabel(text),
    };
  });
}

function readLabel(text: string): string {
  const label = findNumberLabel(text.trimStart())?.label;
  if (label === undefined) return '';
  const bare = label.replace(/^第|[条章节]$|^(?:Article|Статья) /gu, '');
  return String(readChineseNumeral(bare) ?? bare);
}
