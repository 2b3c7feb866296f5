import { createRandom } from '../anchoring/random.ts';
import type { GoldText } from './read-gold.ts';
import type { BeadPlaces } from './score-alignment.ts';

/** How often one side of some beads is left out, and of how many at most. */
const SHARE = 0.01;
const LONGEST_RUN = 3;

/** A text from which sentences of one side are missing here and there, as real texts leave out and add. */
export function dropSentences(text: GoldText, seed: number): GoldText {
  const random = createRandom(seed);
  const droppedSources = new Set<number>();
  const droppedTargets = new Set<number>();
  for (let at = 0; at < text.gold.length; at += 1) {
    if (!random.chance(SHARE)) continue;
    const run = text.gold.slice(at, at + random.between(1, LONGEST_RUN));
    const isSource = random.chance(0.5);
    for (const [source, target] of run) {
      for (const place of isSource ? source : target) (isSource ? droppedSources : droppedTargets).add(place);
    }
    at += run.length;
  }
  const sources = renumber(text.source.length, droppedSources);
  const targets = renumber(text.target.length, droppedTargets);
  return {
    name: text.name,
    source: text.source.filter((_, place) => !droppedSources.has(place)),
    target: text.target.filter((_, place) => !droppedTargets.has(place)),
    gold: text.gold.flatMap(([source, target]): readonly BeadPlaces[] => {
      const from = source.flatMap((place) => sources.get(place) ?? []);
      const to = target.flatMap((place) => targets.get(place) ?? []);
      if (from.length > 0 && to.length > 0) return [[from, to]];
      return [
        ...from.map((place): BeadPlaces => [[place], []]),
        ...to.map((place): BeadPlaces => [[], [place]]),
      ];
    }),
  };
}

function renumber(length: number, dropped: ReadonlySet<number>): ReadonlyMap<number, number> {
  const kept = Array.from({ length }, (_, place) => place).filter((place) => !dropped.has(place));
  return new Map(kept.map((place, rank) => [place, rank]));
}
