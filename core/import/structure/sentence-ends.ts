/** How much ends with a text: 3 a sentence, 2 a clause (semicolon, colon), 1 a phrase (comma), 0 nothing. */
export type EndStrength = 0 | 1 | 2 | 3;

const CLOSERS = `["'”’」』）)》\\]]*`;
const ENDS: readonly (readonly [EndStrength, RegExp])[] = [
  [3, new RegExp(`[。！？.!?…]${CLOSERS}$`, 'u')],
  [2, new RegExp(`[；：;:]${CLOSERS}$`, 'u')],
  [1, new RegExp(`[，、,—–-]${CLOSERS}$`, 'u')],
];

/** What ends with the last sign of a text. */
export function endStrength(text: string): EndStrength {
  return ENDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;
}

const BREAKS = /[。！？；：，!?;](?:[”’」』）)》"']*)|[.,:](?=\s)["')\]]*|\n/gu;
const OPENING = /[（(《〈「『【［[“]/u;
const CLOSING = /[）)》〉」』】］\]”]/u;

/** Offsets where a text can be cut in two: after a sign of punctuation, never within brackets or quotation marks. */
export function listClauseEnds(text: string): readonly number[] {
  const depths = measureDepths(text);
  return Array.from(text.matchAll(BREAKS), (match) => match.index + match[0].length).filter(
    (end) => end < text.length && depths[end] === 0,
  );
}

/** For every offset, how many brackets and quotation marks are open there. */
function measureDepths(text: string): readonly number[] {
  const depths = [0];
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (OPENING.test(character)) depth += 1;
    else if (CLOSING.test(character)) depth = Math.max(0, depth - 1);
    depths.push(depth);
  }
  return depths;
}
