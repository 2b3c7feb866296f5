import type { Bead } from '../../../core/alignment/align-texts.ts';
import { createRandom } from '../anchoring/random.ts';
import type { GoldText } from './read-gold.ts';

const SIZES = [1000, 3000, 10_000];

/**
 * Aligns ever longer texts, put together from stretches of the given ones in any order, and
 * tells of each the seconds, those of the processor (which a busy machine does not make longer), and the memory.
 */
export function* measureGrowth(
  texts: readonly GoldText[],
  align: (source: readonly string[], target: readonly string[]) => readonly Bead[],
): Generator<string, void, undefined> {
  yield '\nsentences  seconds  CPU seconds  µs a sentence  memory';
  for (const size of SIZES) {
    const { source, target } = repeatTexts(texts, size);
    const start = performance.now();
    const before = process.cpuUsage();
    align(source, target);
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    const perSentence = Math.round((user + system) / size);
    yield [
      String(size).padStart(9),
      seconds.toFixed(2).padStart(8),
      ((user + system) / 1e6).toFixed(2).padStart(12),
      String(perSentence).padStart(14),
      ` ${megabytes} MB`,
    ].join(' ');
  }
}

function repeatTexts(
  texts: readonly GoldText[],
  size: number,
): { readonly source: readonly string[]; readonly target: readonly string[] } {
  const blocks = texts.flatMap(cutIntoBlocks);
  const source: string[] = [];
  const target: string[] = [];
  const random = createRandom(1);
  while (source.length < size || target.length < size) {
    const block = random.pick(blocks);
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
