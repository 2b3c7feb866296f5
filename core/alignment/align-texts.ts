import { retellSteps, runToEnd } from '../steps.ts';
import type { LanguageTag } from '../text/language.ts';
import { createDoubt } from './answered-share.ts';
import { alignRegion, type EditionEvidence, type RegionBead } from './align-region.ts';
import { readSide, selectSentences, type AlignedSide } from './aligned-side.ts';
import { insertLocks, planLocks, type LockPlan } from './bead-locks.ts';
import { BEAD_WEIGHTS, type BeadWeights } from './bead-weights.ts';
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

/** A bead that the aligner found, and what it knows besides. */
export interface AlignedBead extends Bead {
  /**
   * How probable it is that both texts part behind it, however they are divided before and after: at least as probable as
   * the bead, from 0 to 1.
   */
  readonly border: number;
  /** Whether the lexicon finds an answer to enough of its words; true where that cannot be told. */
  readonly isSupported: boolean;
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
  /** What each measure of a bead counts; {@link BEAD_WEIGHTS} where nothing else is said. */
  readonly weights?: BeadWeights;
}

/** An alignment in steps; each says how much of the work is done, from 0 to 1. */
export type AlignmentSteps = Generator<number, readonly AlignedBead[], undefined>;

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
): readonly AlignedBead[] {
  return runToEnd(alignTextsInSteps(source, target, options));
}

/** As {@link alignTexts}, with pauses in which the caller may show progress or give up. */
export function* alignTextsInSteps(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): AlignmentSteps {
  return yield* alignEditionsInSteps([{ language: options.sourceLanguage, texts: source }], target, options);
}

/** One edition of a text with which another text is aligned; '' where it has nothing. */
export interface SourceEdition {
  readonly language: LanguageTag;
  /** As many as those of the other editions, each at the place of what it answers there. */
  readonly texts: readonly string[];
}

/** How much more an edition counts that the lexicon knows beside others that it does not. */
const TRUST_OF_LEXICON = 3;

/**
 * Aligns a text with several editions of another at once: what each of them says about a bead is taken together, so that
 * one can tell what another leaves open. With one edition it is {@link alignTexts}.
 */
export function* alignEditionsInSteps(
  editions: readonly SourceEdition[],
  target: readonly string[],
  {
    targetLanguage,
    lexicon,
    locks: fixed = [],
    weights = BEAD_WEIGHTS,
  }: Omit<AlignOptions, 'sourceLanguage'>,
): AlignmentSteps {
  const locks = fixed.map((lock) => ({ ...lock, confidence: 1, border: 1, isSupported: true }));
  const plan = planLocks(editions[0]?.texts.length ?? 0, target.length, locks);
  const readTarget = readSide(target, targetLanguage, lexicon);
  const read = editions.map(({ language, texts }): ReadEdition => {
    const source = readSide(texts, language, lexicon);
    const isKnown = isLexiconBetween(lexicon, language, targetLanguage);
    return { source, known: findKnownPairs(source, readTarget, lexicon), isKnown };
  });
  yield SHARE_OF_READING;
  const selected = selectSentences(readTarget, plan.target);
  const testify = (tables: readonly PairTable[]): readonly EditionEvidence[] =>
    read.map(({ source, known, isKnown }, index) => ({
      source: selectSentences(source, plan.source),
      target: selected,
      pairs: (tables[index] ?? known).list(source.counts.length),
      trust: isKnown ? TRUST_OF_LEXICON : 1,
    }));
  const first = yield* alignOnce(testify(read.map(({ known }) => known)), plan, weights, {
    from: SHARE_OF_READING,
    to: SHARE_OF_FIRST,
  });
  const answered = [...first.map((bead) => toBead(bead, plan)), ...locks].filter(isAnswered);
  const learned = read.map(({ source, known }) => learnPairs(source, readTarget, answered, known));
  const second = yield* alignOnce(testify(learned), plan, weights, { from: SHARE_OF_FIRST, to: 1 }, first);
  const doubts = read
    .filter(({ isKnown }) => isKnown)
    .map(({ source, known }) => createDoubt(source, readTarget, known));
  return insertLocks(
    second.map((bead) => doubts.reduce((doubted, doubt) => doubt(doubted), toBead(bead, plan))),
    locks,
  );
}

interface ReadEdition {
  readonly source: AlignedSide;
  readonly known: PairTable;
  /** Whether the lexicon is between its language and that of the other text. */
  readonly isKnown: boolean;
}

function toBead(
  { firstSource, firstTarget, shape, confidence, border }: RegionBead,
  plan: LockPlan,
): AlignedBead {
  return {
    source: plan.source.slice(firstSource, firstSource + shape.source),
    target: plan.target.slice(firstTarget, firstTarget + shape.target),
    confidence,
    border,
    isSupported: true,
  };
}

function isAnswered(bead: Bead): boolean {
  return bead.source.length > 0 && bead.target.length > 0;
}

/** Aligns all regions, around the anchors that words give, or around an alignment that was found before. */
function* alignOnce(
  evidence: readonly EditionEvidence[],
  { source: places, regions }: LockPlan,
  weights: BeadWeights,
  progress: { readonly from: number; readonly to: number },
  before?: readonly RegionBead[],
): Generator<number, readonly RegionBead[], undefined> {
  const anchors =
    before === undefined
      ? evidence.flatMap(({ source, target, pairs }) => findAnchors(source, target, pairs))
      : [];
  const share = (progress.to - progress.from) / (places.length + regions.length);
  let doneRows = 0;
  const beads: RegionBead[] = [];
  for (const region of regions) {
    const band = before === undefined ? findBand(region, anchors) : bandAround(region, before);
    const rowsBefore = doneRows;
    const found = yield* retellSteps(
      alignRegion(evidence, weights, region, band),
      (row) => progress.from + share * (rowsBefore + row),
    );
    doneRows += region.endSource - region.firstSource + 1;
    beads.push(...found);
  }
  return beads;
}
