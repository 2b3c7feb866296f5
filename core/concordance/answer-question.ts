import type { Steps } from '../steps.ts';
import { indexOutline } from '../text/outline-index.ts';
import type { OutlinePlace } from '../text/outline-place.ts';
import { describeUnitPlace, type UnitPlace } from '../text/unit-label.ts';
import { createConcordanceCorpus, type ConcordanceCorpus } from './concordance-corpus.ts';
import {
  SHOWN_LINES,
  SHOWN_PLACES,
  SPREAD_BARS,
  type ConcordanceAnswer,
  type ConcordanceQuestion,
  type ShownColumn,
  type ShownLine,
  type ShownPlace,
} from './concordance-question.ts';
import type { CorpusPlace } from './counterpart.ts';
import { countGrams } from './count-grams.ts';
import { cutLine } from './cut-line.ts';
import { divideWorks, type CorpusPart, type DividedCorpus, type Division } from './divide-works.ts';
import { findFormulas } from './find-formulas.ts';
import { findLines, type ConcordanceLine, type ConcordanceQuery } from './find-lines.ts';
import { measureSpread } from './measure-spread.ts';
import { composeMatrix, listTermTexts } from './rendering-matrix.ts';
import { sortLines } from './sort-lines.ts';
import { renderingId, tabulateRenderings } from './tabulate-renderings.ts';
import type { Work } from '../text/work.ts';

/** Answers questions about some works. */
export interface Concordance {
  /** Computes the answer in steps, so that a newer question need not wait. */
  readonly answer: (question: ConcordanceQuestion) => Steps<ConcordanceAnswer>;
}

const LINES_A_STEP = 500;

/** Makes a concordance of works. The lines of the last query are kept, for other orders and tables of the same words. */
export function createConcordance(works: readonly Work[]): Concordance {
  const corpus = createConcordanceCorpus(works);
  const showPlace = createPlaceNamer(corpus);
  const divided = new Map<Division, DividedCorpus>();
  const divide = (division: Division): DividedCorpus => {
    const made = divided.get(division) ?? divideWorks(works, division);
    divided.set(division, made);
    return made;
  };
  let last: { readonly key: string; readonly lines: readonly ConcordanceLine[] } | undefined;
  function* look(query: ConcordanceQuery): Steps<readonly ConcordanceLine[]> {
    const key = JSON.stringify(query);
    if (last?.key === key) return last.lines;
    const lines = yield* findLines(corpus, query);
    last = { key, lines };
    return lines;
  }
  const context: Context = { corpus, showPlace, divide, look };
  return { answer: (question) => answerQuestion(context, question) };
}

interface Context {
  readonly corpus: ConcordanceCorpus;
  readonly showPlace: (place: CorpusPlace) => ShownPlace;
  readonly divide: (division: Division) => DividedCorpus;
  readonly look: (query: ConcordanceQuery) => Steps<readonly ConcordanceLine[]>;
}

function* answerQuestion(context: Context, question: ConcordanceQuestion): Steps<ConcordanceAnswer> {
  const { corpus, divide } = context;
  switch (question.view) {
    case 'lines':
      return yield* answerLines(context, question);
    case 'renderings':
      return yield* answerRenderings(context, question.query);
    case 'matrix': {
      const { query, rows, division } = question;
      const terms = rows === 'terms' ? listTermTexts(corpus, query.language) : [query.text];
      const queries = terms.map((text) => ({ ...query, text }));
      const matrix = yield* composeMatrix(corpus, divide(division), queries);
      const columns = matrix.columns.map((part) => showColumn(context, part));
      return { view: 'matrix', columns, rows: matrix.rows };
    }
    case 'formulas':
      return yield* answerFormulas(context, question.search);
    case 'frequencies': {
      const division = corpus.works.length > 1 ? 'work' : 'section';
      const list = yield* countGrams(corpus, divide(division), question.search);
      return { view: 'frequencies', ...list };
    }
  }
}

function* answerLines(
  { corpus, showPlace, look }: Context,
  question: Extract<ConcordanceQuestion, { view: 'lines' }>,
): Steps<ConcordanceAnswer> {
  const { query, rendering, sorting } = question;
  const found = yield* look(query);
  const wanted = rendering === null ? undefined : renderingId(rendering);
  const matching =
    wanted === undefined ? found : found.filter((line) => renderingId(line.rendering) === wanted);
  const sorted = sortLines(corpus, query, matching, sorting);
  const lines: ShownLine[] = [];
  for (const line of sorted.slice(0, SHOWN_LINES)) {
    if (lines.length % LINES_A_STEP === 0) yield;
    const { left, keyword, right, counterpart: answer } = cutLine(corpus, line, query.counterpart);
    lines.push({ ...showPlace(line), left, keyword, right, counterpart: line.counterpart.type, answer });
  }
  const spread = measureSpread(corpus, query.language, matching, SPREAD_BARS);
  return { view: 'lines', lines, total: matching.length, spread };
}

function* answerRenderings(
  { corpus, showPlace, look }: Context,
  query: ConcordanceQuery,
): Steps<ConcordanceAnswer> {
  const lines = yield* look(query);
  const rows = tabulateRenderings(corpus, lines, query.counterpart).map((row) => {
    const places = row.lines.flatMap((index) => lines[index] ?? []);
    return {
      rendering: row.rendering,
      forms: row.forms,
      count: places.length,
      proposedCount: places.filter(isProposed).length,
      places: places.slice(0, SHOWN_PLACES).map(showPlace),
      spread: measureSpread(corpus, query.language, places, SPREAD_BARS),
    };
  });
  return { view: 'renderings', rows, total: lines.length };
}

function isProposed({ counterpart }: ConcordanceLine): boolean {
  return counterpart.type === 'linked' && counterpart.isProposed;
}

function* answerFormulas(
  { corpus, showPlace }: Context,
  search: Extract<ConcordanceQuestion, { view: 'formulas' }>['search'],
): Steps<ConcordanceAnswer> {
  const { formulas, total } = yield* findFormulas(corpus, search);
  return {
    view: 'formulas',
    total,
    formulas: formulas.map(({ text, length, places, renderings }) => ({
      text,
      length,
      count: places.length,
      places: places.slice(0, SHOWN_PLACES).map(showPlace),
      renderings: renderings.map(({ rendering, forms, lines }) => ({
        rendering,
        forms,
        count: lines.length,
      })),
    })),
  };
}

function showColumn({ showPlace }: Context, part: CorpusPart): ShownColumn {
  const { workId, unit, place } = showPlace({
    work: part.work,
    unit: part.first,
    language: '',
    span: { start: 0, end: 0 },
  });
  return { workId, unit, unitCount: part.unitCount, titles: part.titles, place: part.place ?? place };
}

function createPlaceNamer({ works }: ConcordanceCorpus): (place: CorpusPlace) => ShownPlace {
  const outlines = new Map<number, ReadonlyMap<string, OutlinePlace>>();
  // One object a unit: a message that carries it a thousand times carries it once.
  const names = new Map<string, UnitPlace>();
  const nameUnitOf = (workIndex: number, unitIndex: number): UnitPlace => {
    const key = `${workIndex} ${unitIndex}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const work = works[workIndex];
    const unit = work?.units[unitIndex];
    if (work === undefined || unit === undefined) throw new Error(`There is no unit ${key} in the corpus.`);
    const outline = outlines.get(workIndex) ?? indexOutline(work);
    outlines.set(workIndex, outline);
    const made = describeUnitPlace(unit, outline.get(unit.id));
    names.set(key, made);
    return made;
  };
  return ({ work, unit, language, span }) => ({
    workId: works[work]?.id ?? '',
    unit: works[work]?.units[unit]?.id ?? '',
    language,
    span,
    place: nameUnitOf(work, unit),
  });
}
