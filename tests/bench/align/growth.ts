import type { Bead } from '../../../core/alignment/align-texts.ts';
import type { GoldText } from './read-gold.ts';

const SIZES = [1000, 3000, 10_000];

/**
 * Aligns ever longer texts, put together from stretches of the given ones whose order differs from copy to copy, and
 * tells seconds and memory of each.
 */
export function* measureGrowth(
  texts: readonly GoldText[],
  align: (source: readonly string[], target: readonly string[]) => readonly Bead[],
): Generator<string, void, undefined> {
  yield '\nsentences  seconds  µs a sentence  memory';
  for (const size of SIZES) {
    const { source, target } = repeatTexts(texts, size);
    const start = performance.now();
    align(source, target);
    const seconds = (performance.now() - start) / 1000;
    const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    const perSentence = Math.round((seconds * 1e6) / size);
    yield `${String(size).padStart(9)} ${seconds.toFixed(2).padStart(8)} ${String(perSentence).padStart(14)} ${megabytes} MB`;
  }
}

function repeatTexts(
  texts: readonly GoldText[],
  size: number,
): { readonly source: readonly string[]; readonly target: readonly string[] } {
  const blocks = texts.flatMap(cutIntoBlocks);
  const source: string[] = [];
  const target: string[] = [];
  // A step that has no divisor in common with the number of blocks meets each once before it meets one again.
  const step = 7;
  for (let copy = 0; source.length < size || target.length < size; copy += 1) {
    const block = blocks[(copy * step) % blocks.length];
    if (block === undefined) break;
    source.push(...block.source);
    target.push(...block.target);
  }
  return { source: source.slice(0, size), target: target.slice(0, size) };
}

const BEADS_IN_BLOCK = 10;

/** Stretches of ten beads, which answer each other. */
function cutIntoBlocks({ source, target, gold }: GoldText): readonly Pick<GoldText, 'source' | 'target'>[] {
  const blocks: Pick<GoldText, 'source' | 'target'>[] = [];
  for (let start = 0; start < gold.length; start += BEADS_IN_BLOCK) {
    const beads = gold.slice(start, start + BEADS_IN_BLOCK);
    blocks.push({
      source: beads.flatMap(([places]) => places.map((place) => source[place] ?? '')),
      target: beads.flatMap(([, places]) => places.map((place) => target[place] ?? '')),
    });
  }
  return blocks;
}
