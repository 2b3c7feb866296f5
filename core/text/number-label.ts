import type { TextSpan } from './text-span.ts';

/**
 * The number a segment opens with, as the text prints it ("一、", "1. ", "（二）", "第三条 "), so that a view can hang it
 * in the gutter while the offsets of the segment stay those of the source. `undefined` where it opens with none.
 */
export interface NumberLabel {
  /** What the gutter shows: the bare number, "一" or "1". */
  readonly label: string;
  /** The whole prefix including its punctuation and white space. */
  readonly span: TextSpan;
}

const NUMBER_PREFIXES: readonly RegExp[] = [
  /^([一二三四五六七八九十百]+)、\s*/u,
  /^[（(]([一二三四五六七八九十百]+|\d{1,3})[）)]\s*/u,
  /^(第[一二三四五六七八九十百]+[条章节])\s*/u,
  /^(\d{1,3}(?:\.\d{1,3})*)[.)、．]\s+/u,
  /^((?:Article|Статья) \d{1,3})[.:]?\s+/u,
];

/** Finds the number label of a segment; see {@link NumberLabel}. */
export function findNumberLabel(text: string): NumberLabel | undefined {
  for (const pattern of NUMBER_PREFIXES) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined) return { label: match[1], span: { start: 0, end: match[0].length } };
  }
  return undefined;
}
