import { splitRuns } from '../search/word-runs.ts';

/**
 * The words next to some words, nearest first, at most `depth` of them: words of scripts with spaces, single characters
 * of those without (of Chinese). `context` is folded text, up to the words or from them on.
 */
export function contextWords(context: string, side: 'left' | 'right', depth: number): readonly string[] {
  // Words are seldom longer than this; only what is near is cut into words.
  const reach = depth * 40;
  const near = side === 'left' ? context.slice(-reach) : context.slice(0, reach);
  const words = splitRuns(near).flatMap(({ kind, text }) => (kind === 'word' ? [text] : Array.from(text)));
  return side === 'left' ? words.slice(-depth).toReversed() : words.slice(0, depth);
}
