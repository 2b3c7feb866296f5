import type { AlignedSide } from './aligned-side.ts';
import type { PairTable, WordPair } from './word-pairs.ts';

/** Sentences of two texts, by their places, and how sure it is that they belong together. */
interface Answer {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly confidence: number;
  readonly isSupported: boolean;
}

/** Shorter sentences may answer each other without one word that the lexicon knows: "是啊。" — "Quite so." */
const FEWEST_WORDS = 6;

/** Of the beads of literary texts, one or two in a hundred have less; of sentences put together blindly, a quarter to a third. */
const LITTLE_ANSWERED = 0.2;

/** How sure an alignment is at most of what the lexicon finds no answer for. */
export const MOST_UNSUPPORTED = 0.5;

/**
 * Makes a bead doubtful whose words do not answer each other. How probable an alignment is says only that no other is
 * better: two paragraphs that have nothing to do with each other may well stand at the same place.
 * @param known the pairs that are known from the lexicon, not those that were learned from these beads.
 */
export function createDoubt(
  source: AlignedSide,
  target: AlignedSide,
  known: PairTable,
): <Bead extends Answer>(bead: Bead) => Bead {
  const pairs = known.list(source.counts.length);
  return (bead) => {
    const share = answeredShare(bead, source, target, pairs);
    if (share === undefined || share >= LITTLE_ANSWERED) return bead;
    return { ...bead, confidence: Math.min(bead.confidence, MOST_UNSUPPORTED), isSupported: false };
  };
}

/**
 * How much of what a bead says is answered on the other side by words that are known to answer each other: rare words
 * count more. From 0 to 1; undefined where a side is empty or too short to tell.
 * @param pairs what is known, by source word; not what was learned from the bead itself.
 */
function answeredShare(
  bead: Answer,
  source: AlignedSide,
  target: AlignedSide,
  pairs: readonly (readonly WordPair[])[],
): number | undefined {
  const sourceWords = wordsOf(source, bead.source);
  const targetWords = wordsOf(target, bead.target);
  if (Math.min(sourceWords.length, targetWords.length) < FEWEST_WORDS) return undefined;
  const there = new Set(targetWords);
  const answered = new Set<number>();
  let share = 0;
  let mass = 0;
  for (const word of sourceWords) {
    const rarity = source.rarity[word] ?? 0;
    const partners = (pairs[word] ?? []).filter((pair) => there.has(pair.target));
    for (const partner of partners) answered.add(partner.target);
    mass += rarity;
    if (partners.length > 0) share += rarity;
  }
  for (const word of targetWords) {
    const rarity = target.rarity[word] ?? 0;
    mass += rarity;
    if (answered.has(word)) share += rarity;
  }
  return mass === 0 ? undefined : share / mass;
}

function wordsOf(side: AlignedSide, places: readonly number[]): readonly number[] {
  return places.flatMap((place) => [...(side.sentences[place]?.words ?? [])]);
}
