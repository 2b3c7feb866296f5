import type { Block, ProseDocument } from '../imported-document.ts';
import { endStrength } from '../structure/sentence-ends.ts';
import { tidyLine } from '../tidy-text.ts';
import { joinBrokenLine } from './join-broken-line.ts';

/** Lines wider than this are not broken to fit a page; in columns, a Han character taking two. */
const WIDEST_PAGE = 120;

/** A page narrower than this is a list or a poem. */
const NARROWEST_PAGE = 36;

/** How many of the lines that another follows must be full for the lines to be those of a page. */
const SHARE_OF_FULL_LINES = 0.5;

/**
 * Reads plain text: a line is a paragraph, unless the lines are broken at the width of a page; then blank lines, indents
 * and lines that end early separate paragraphs.
 */
export function readPlainText(text: string): ProseDocument {
  const lines = text
    .replace(/\r\n?|\u0085|\u2028|\u2029/gu, '\n')
    .split('\n')
    .map((line) => line.replace(/\f/gu, ''));
  const width = findPageWidth(lines);
  const paragraphs = width === undefined ? lines : joinLines(lines, width);
  const blocks = paragraphs.flatMap((paragraph): Block[] => {
    const tidied = tidyLine(paragraph);
    return tidied === '' ? [] : [{ text: tidied, role: 'paragraph' }];
  });
  return { kind: 'prose', format: 'text', blocks, isLineByLine: width === undefined };
}

/** The width lines are broken at, in columns; undefined where each line stands for itself. */
function findPageWidth(lines: readonly string[]): number | undefined {
  const widths = lines.map((line) => measureColumns(line.trimEnd()));
  const width = Math.max(0, ...sampled(widths));
  if (width > WIDEST_PAGE || width < NARROWEST_PAGE) return undefined;
  let [followed, full] = [0, 0];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (line.trim() === '' || next === undefined || next.trim() === '') continue;
    followed += 1;
    if (isFull(line, next, width) && endStrength(line.trimEnd()) < 3) full += 1;
  }
  return followed >= 3 && full >= followed * SHARE_OF_FULL_LINES ? width : undefined;
}

function sampled(values: readonly number[]): readonly number[] {
  return values.slice(0, 5000);
}

/** Whether a line was broken because the next word had no room in it. */
function isFull(line: string, next: string, width: number): boolean {
  const word = /^\s*(\p{Script=Han}[。，；：、！？”』」》）]?|\S+)/u.exec(next)?.[1] ?? '';
  // A space before the word, and two columns of play for punctuation that may hang or not.
  return measureColumns(line.trimEnd()) + 1 + measureColumns(word) > width - 2;
}

function measureColumns(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/gu)
      ?.length ?? 0)
  );
}

function joinLines(lines: readonly string[], width: number): readonly string[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === '') isOpen = false;
    else {
      const before = lines[index - 1] ?? '';
      const isIndented = /^[ \t\u3000]{2,}/u.test(line) && !/^[ \t\u3000]{2,}/u.test(before);
      if (isOpen && !isIndented && isFull(before, line, width)) {
        const last = paragraphs.length - 1;
        paragraphs[last] = joinBrokenLine(paragraphs[last] ?? '', text);
      } else paragraphs.push(text);
      isOpen = true;
    }
  }
  return paragraphs;
}
