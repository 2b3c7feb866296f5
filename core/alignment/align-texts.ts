import { runToEnd } from '../steps.ts';
import type { LanguageTag } from '../text/language.ts';
import { createDoubt } from './answered-share.ts';
import { alignRegion, type RegionBead } from './align-region.ts';
import { readSide, selectSentences, type AlignedSide } from './aligned-side.ts';
import { insertLocks, planLocks, type LockPlan } from './bead-locks.ts';
import { BEAD_WEIGHTS } from './bead-weights.ts';
import { isLexiconBetween, type BilingualLexicon } from './bilingual-lexicon.ts';
import { bandAround, findAnchors, findBand } from './find-band.ts';
import { findKnownPairs } from './known-pairs.ts';
import { learnPairs } from './learn-pairs.ts';
import type { PairTable } from './word-pairs.ts';

/** Source sentences and the target sentences that answer them, by their places; one side may be empty. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** How probable it is that exactly these belong together, from 0 to 1. A lock has 1. */
  readonly confidence: number;
}

/** A bead that the reader has fixed. */
export type BeadLock = Pick<Bead, 'source' | 'target'>;

/** What the aligner is told besides the texts. */
export interface AlignOptions {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** A dictionary between the two languages, in either direction; one between others is left aside. */
  readonly lexicon?: BilingualLexicon;
  /**
   * Beads that stay as they are; only what lies between two of them is aligned. Each holds sentences that follow each
   * other, and they come in the order of both texts.
   */
  readonly locks?: readonly BeadLock[];
}

/** An alignment in steps; each says how much of the work is done, from 0 to 1. */
export type AlignmentSteps = Generator<number, readonly Bead[], undefined>;

/** How much of the work is reading the texts. */
const SHARE_OF_READING = 0.1;
/** How much is done when the first alignment is found. */
const SHARE_OF_FIRST = 0.7;

/**
 * Aligns two texts sentence by sentence, or paragraph by paragraph. The beads hold every place of both texts once, in order.
 * @throws RangeError when the locks leave a text, hold gaps or cross.
 */
export function alignTexts(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): readonly Bead[] {
  return runToEnd(alignTextsInSteps(source, target, options));
}

/** As {@link alignTexts}, with pauses in which the caller may show progress or give up. */
export function* alignTextsInSteps(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): AlignmentSteps {
  const locks = (options.locks ?? []).map((lock) => ({ ...lock, confidence: 1 }));
  const plan = planLocks(source.length, target.length, locks);
  const read = {
    source: readSide(source, options.sourceLanguage, options.lexicon),
    target: readSide(target, options.targetLanguage, options.lexicon),
  };
  yield SHARE_OF_READING / 2;
  const known = findKnownPairs(read.source, read.target, options.lexicon);
  yield SHARE_OF_READING;
  const sides = {
    source: selectSentences(read.source, plan.source),
    target: selectSentences(read.target, plan.target),
  };
  const first = yield* alignOnce(sides, plan, known, { from: SHARE_OF_READING, to: SHARE_OF_FIRST });
  const beads = first.map((bead) => toBead(bead, plan));
  const learned = learnPairs(read.source, read.target, [...beads, ...locks].filter(isAnswered), known);
  const second = yield* alignOnce(sides, plan, learned, { from: SHARE_OF_FIRST, to: 1 }, first);
  const doubt = isLexiconBetween(options.lexicon, options.sourceLanguage, options.targetLanguage)
    ? createDoubt(read.source, read.target, known)
    : (bead: Bead) => bead;
  return insertLocks(
    second.map((bead) => doubt(toBead(bead, plan))),
    locks,
  );
}

function toBead({ firstSource, firstTarget, shape, confidence }: RegionBead, plan: LockPlan): Bead {
  return {
    source: plan.source.slice(firstSource, firstSource + shape.source),
    target: plan.target.slice(firstTarget, firstTarget + shape.target),
    confidence,
  };
}

function isAnswered(bead: Bead): boolean {
  return bead.source.length > 0 && bead.target.length > 0;
}

interface Sides {
  readonly source: AlignedSide;
  readonly target: AlignedSide;
}

/** Aligns all regions, around the anchors that words give, or around an alignment that was found before. */
function* alignOnce(
  { source, target }: Sides,
  { regions }: LockPlan,
  table: PairTable,
  progress: { readonly from: number; readonly to: number },
  before?: readonly RegionBead[],
): Generator<number, readonly RegionBead[], undefined> {
  const pairs = table.list(source.counts.length);
  const anchors = before === undefined ? findAnchors(source, target, pairs) : [];
  const share = (progress.to - progress.from) / (source.sentences.length + regions.length);
  let doneRows = 0;
  const beads: RegionBead[] = [];
  for (const region of regions) {
    const band = before === undefined ? findBand(region, anchors) : bandAround(region, before);
    const steps = alignRegion({ source, target, pairs, weights: BEAD_WEIGHTS }, region, band);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield progress.from + share * (doneRows + step.value);
    doneRows += region.endSource - region.firstSource + 1;
    beads.push(...step.value);
  }
  return beads;
}
