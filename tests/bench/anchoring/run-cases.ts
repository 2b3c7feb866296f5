import { matchTarget } from '../../../core/annotation/match-target.ts';
import { EMPTY_NOTEBOOK } from '../../../core/annotation/notebook.ts';
import {
  planRevision,
  type RevisedAnnotation,
  type TextRevision,
} from '../../../core/annotation/plan-revision.ts';
import type { Work } from '../../../core/text/work.ts';
import type { Annotation } from '../../../core/annotation/annotation.ts';
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
  readonly opened: OpenedTally;
}

/** What is shown when the texts are opened after the notes were put onto them. */
export interface OpenedTally {
  /** Notes that both texts give up, though their words alone would be found in the new one: on right and on wrong words. */
  givenUpRight: number;
  givenUpWrong: number;
  /** Notes that the new text shows elsewhere than was planned, or though they were given up. Must be 0. */
  shownOtherwise: number;
  /** Notes that were given up and that the old text, put back, does not show on its words. Must be 0. */
  notReturned: number;
}

/** A case that was answered badly, for whoever mends the algorithm. */
export type OnBad = (knows: Knowledge, bad: AnchoringCase, answer: Answer, truth: Truth) => void;

/** Generates cases and counts how they are answered by selectors alone and with both texts at hand. */
export function runCases(seed: number, cases: number, sources: Sources, onBad?: OnBad): CasesReport {
  const random = createRandom(seed);
  const truths = { standing: 0, elsewhere: 0, edited: 0, gone: 0 };
  const [bySelectors, byBothTexts] = [emptyTally(cases), emptyTally(cases)];
  const opened: OpenedTally = { givenUpRight: 0, givenUpWrong: 0, shownOtherwise: 0, notReturned: 0 };
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
    if (answers.byBothTexts === undefined && answers.bySelectors !== undefined) {
      const isRight = judgeAnswer(anchoringCase, answers.bySelectors) === 'right';
      opened[isRight ? 'givenUpRight' : 'givenUpWrong'] += 1;
    }
    opened.shownOtherwise += Number(!answers.isShownAsPlanned);
    opened.notReturned += Number(!answers.isShownOnReturn);
  }
  return { seed, cases, truths, bySelectors, byBothTexts, opened };
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

const [OLD_REVISION, NEW_REVISION] = ['0'.repeat(64), '1'.repeat(64)];

function answerCase({ before, after, language, target }: AnchoringCase) {
  const [oldWork, newWork] = [toWork(before, language), toWork(after, language)];
  const annotation = annotationOn(oldWork, target.unit.id, language, target.span);
  const [earlier, later] = [
    { revision: OLD_REVISION, work: oldWork },
    { revision: NEW_REVISION, work: newWork },
  ];
  const { revised, outcome } = replaceText(earlier, later, annotation);
  const [found] = revised.targets;
  const byBothTexts: Answer =
    found === undefined || outcome === 'detached'
      ? undefined
      : { unit: found.unit, span: { start: found.selector[1].start, end: found.selector[1].end } };
  const shown = showIn(newWork, revised);
  const isShownOnReturn = (): boolean => {
    const back = showIn(oldWork, replaceText(later, earlier, revised).revised);
    return isSameAnswer(back, { unit: target.unit.id, span: target.span });
  };
  return {
    bySelectors: showIn(newWork, annotation),
    byBothTexts,
    isShownAsPlanned: isSameAnswer(shown, byBothTexts),
    isShownOnReturn: byBothTexts !== undefined || isShownOnReturn(),
  };
}

function replaceText(current: TextRevision, next: TextRevision, annotation: Annotation): RevisedAnnotation {
  const notebook = { ...EMPTY_NOTEBOOK, annotations: [annotation] };
  const find = (revision: string) => (revision === next.revision ? next.work : undefined);
  const [note] = planRevision(current, next, notebook, find).notes;
  if (note === undefined) throw new Error('a plan answers for every note');
  return note;
}

/** Where a text shows an annotation when it is opened. */
function showIn(work: Work, { targets: [target] }: Annotation): Answer {
  const match = target === undefined ? undefined : matchTarget(work, target);
  return match === undefined || match.type === 'orphan' ? undefined : { unit: match.unit, span: match.span };
}

function isSameAnswer(one: Answer, other: Answer): boolean {
  return (
    one?.unit === other?.unit && one?.span.start === other?.span.start && one?.span.end === other?.span.end
  );
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
