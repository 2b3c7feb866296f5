import { annotationOn } from './annotation-on.ts';
import { generateCase, type AnchoringCase, type Sources } from './generate-case.ts';
import { findTruth, judgeAnswer, type Answer, type Truth, type Verdict } from './judge-answer.ts';
import { createRandom } from './random.ts';
import { reanchor } from '../../../core/annotation/reanchor.ts';
import { matchTarget } from '../../../core/annotation/match-target.ts';
import { toWork } from './traced-text.ts';
import { isUndecidable } from './undecidable.ts';

/** One algorithm's answers to all cases, counted. */
export interface Tally {
  readonly cases: number;
  right: number;
  /** Attached to words that are not the marked ones, though the texts tell. Must be 0. */
  wrong: number;
  /** The same where the texts do not tell. */
  wrongUndecidable: number;
  orphans: number;
  /** Detached though all the words stand together in their unit, and the texts tell. */
  orphansStanding: number;
  /** The same where the texts do not tell. */
  orphansStandingUndecidable: number;
}

export interface CasesReport {
  readonly seed: number;
  readonly cases: number;
  readonly truths: Readonly<Record<Truth['type'], number>>;
  readonly undecidable: number;
  readonly bySelectors: Tally;
  readonly byBothTexts: Tally;
}

/** A case that was answered badly, for whoever mends the algorithm. */
export type OnBad = (
  algorithm: 'selectors' | 'both texts',
  bad: AnchoringCase,
  answer: Answer,
  truth: Truth,
) => void;

/** Generates cases and counts how they are answered by selectors alone and with both texts at hand. */
export function runCases(seed: number, cases: number, sources: Sources, onBad?: OnBad): CasesReport {
  const random = createRandom(seed);
  const truths = { standing: 0, elsewhere: 0, edited: 0, gone: 0 };
  const [bySelectors, byBothTexts] = [emptyTally(cases), emptyTally(cases)];
  let undecidable = 0;
  for (let count = 0; count < cases; count += 1) {
    const anchoringCase = generateCase(random, sources);
    const truth = findTruth(anchoringCase);
    const isOpen = isUndecidable(anchoringCase);
    truths[truth.type] += 1;
    undecidable += Number(isOpen);
    const answers = answerCase(anchoringCase);
    const add = (tally: Tally, algorithm: 'selectors' | 'both texts', answer: Answer): void => {
      const verdict = judgeAnswer(anchoringCase, answer);
      addVerdict(tally, verdict, truth, isOpen);
      const isBad = verdict === 'wrong' || (verdict === 'orphan' && truth.type === 'standing');
      if (isBad && !isOpen) onBad?.(algorithm, anchoringCase, answer, truth);
    };
    add(bySelectors, 'selectors', answers.bySelectors);
    add(byBothTexts, 'both texts', answers.byBothTexts);
  }
  return { seed, cases, truths, undecidable, bySelectors, byBothTexts };
}

function answerCase({ before, after, language, target }: AnchoringCase) {
  const [oldWork, newWork] = [toWork(before, language), toWork(after, language)];
  const annotation = annotationOn(oldWork, target.unit.id, language, target.span);
  const [described] = annotation.targets;
  const match = described === undefined ? undefined : matchTarget(newWork, described);
  const [moved] = reanchor(oldWork, newWork, [annotation]);
  const [found] = moved?.reanchored.targets ?? [];
  const bySelectors: Answer = match === undefined || match.type === 'orphan' ? undefined : match;
  const byBothTexts: Answer =
    found === undefined || moved?.outcome === 'detached'
      ? undefined
      : { unit: found.unit, span: { start: found.selector[1].start, end: found.selector[1].end } };
  return { bySelectors, byBothTexts };
}

function emptyTally(cases: number): Tally {
  return {
    cases,
    right: 0,
    wrong: 0,
    wrongUndecidable: 0,
    orphans: 0,
    orphansStanding: 0,
    orphansStandingUndecidable: 0,
  };
}

function addVerdict(tally: Tally, verdict: Verdict, truth: Truth, isOpen: boolean): void {
  if (verdict === 'right') tally.right += 1;
  else if (verdict === 'wrong') tally[isOpen ? 'wrongUndecidable' : 'wrong'] += 1;
  else {
    tally.orphans += 1;
    if (truth.type === 'standing') tally[isOpen ? 'orphansStandingUndecidable' : 'orphansStanding'] += 1;
  }
}
