import { matchTarget } from '../../../core/annotation/match-target.ts';
import { reanchor } from '../../../core/annotation/reanchor.ts';
import { annotationOn } from './annotation-on.ts';
import { isAsLikely, isDoubtful, type Knowledge } from './careful-reader.ts';
import { generateCase, type AnchoringCase, type Sources } from './generate-case.ts';
import { coveredIds, findTruth, judgeAnswer, type Answer, type Truth } from './judge-answer.ts';
import { createRandom } from './random.ts';
import { joinTokens, toWork } from './traced-text.ts';

/** One algorithm's answers to all cases, counted. */
export interface Tally {
  readonly cases: number;
  right: number;
  /** Attached to words that are not the marked ones, though a careful reader would know. Must be 0. */
  wrong: number;
  /** The same where by every weight another history is as likely, on words that were typed anew and read the same. */
  wrongRetyped: number;
  /** The same in a unit that reads exactly as the marked one did. */
  wrongSameUnit: number;
  /** The same on other words of the old text. */
  wrongLookAlike: number;
  orphans: number;
  /** Detached though all the words stand unchanged in their unit, and no careful reader would doubt it. Must be 0. */
  orphansStanding: number;
  /** The same where a careful reader may doubt. */
  orphansStandingDoubtful: number;
}

export interface CasesReport {
  readonly seed: number;
  readonly cases: number;
  readonly truths: Readonly<Record<Truth['type'], number>>;
  readonly bySelectors: Tally;
  readonly byBothTexts: Tally;
}

/** A case that was answered badly, for whoever mends the algorithm. */
export type OnBad = (knows: Knowledge, bad: AnchoringCase, answer: Answer, truth: Truth) => void;

/** Generates cases and counts how they are answered by selectors alone and with both texts at hand. */
export function runCases(seed: number, cases: number, sources: Sources, onBad?: OnBad): CasesReport {
  const random = createRandom(seed);
  const truths = { standing: 0, elsewhere: 0, edited: 0, gone: 0 };
  const [bySelectors, byBothTexts] = [emptyTally(cases), emptyTally(cases)];
  for (let count = 0; count < cases; count += 1) {
    const anchoringCase = generateCase(random, sources);
    const truth = findTruth(anchoringCase);
    truths[truth.type] += 1;
    const answers = answerCase(anchoringCase);
    const add = (tally: Tally, knows: Knowledge, answer: Answer): void => {
      const row = judge(anchoringCase, answer, truth, knows);
      tally[row] += 1;
      if (row.startsWith('orphans')) tally.orphans += Number(row !== 'orphans');
      if (row === 'wrong' || row === 'orphansStanding') onBad?.(knows, anchoringCase, answer, truth);
    };
    add(bySelectors, 'selectors', answers.bySelectors);
    add(byBothTexts, 'both texts', answers.byBothTexts);
  }
  return { seed, cases, truths, bySelectors, byBothTexts };
}

/** The row of the table an answer belongs to. */
function judge(
  anchoringCase: AnchoringCase,
  answer: Answer,
  truth: Truth,
  knows: Knowledge,
): Exclude<keyof Tally, 'cases'> {
  const verdict = judgeAnswer(anchoringCase, answer);
  if (verdict === 'right') return 'right';
  if (answer === undefined) {
    if (truth.type !== 'standing') return 'orphans';
    return isDoubtful(anchoringCase, knows) ? 'orphansStandingDoubtful' : 'orphansStanding';
  }
  if (!isAsLikely(anchoringCase, answer, knows)) return 'wrong';
  const { after, before, target } = anchoringCase;
  const unit = after.find(({ id }) => id === answer.unit);
  if (unit === undefined) return 'wrong';
  if (joinTokens(unit.tokens) === joinTokens(target.unit.tokens)) return 'wrongSameUnit';
  const old = new Set(before.flatMap(({ tokens }) => tokens.map(({ id }) => id)));
  const isOnOldWords = coveredIds(unit.tokens, answer.span).some((id) => old.has(id));
  return isOnOldWords ? 'wrongLookAlike' : 'wrongRetyped';
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
    wrongRetyped: 0,
    wrongSameUnit: 0,
    wrongLookAlike: 0,
    orphans: 0,
    orphansStanding: 0,
    orphansStandingDoubtful: 0,
  };
}
