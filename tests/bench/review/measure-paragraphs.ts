import type { AlignedBead } from '../../../core/alignment/align-texts.ts';
import { isDoubtful } from '../../../core/alignment/edit/review-rows.ts';
import type { GoldText } from '../align/read-gold.ts';
import type { BeadPlaces } from '../align/score-alignment.ts';
import { listGoldRows, nameBorder, type Border } from './gold-rows.ts';
import { LANGUAGES, openReview } from './open-review.ts';
import { listEnds, START } from './row-borders.ts';

/** What is said of rows that are whole paragraphs. */
export interface ParagraphCounts {
  readonly right: number;
  /** Right ones that are called doubtful. */
  readonly falseAlarms: number;
  readonly wrong: number;
  /** Wrong ones that are called doubtful. */
  readonly caught: number;
}

/** So many rows made by hand are a paragraph. */
const PARAGRAPH = 5;

/** One of so many borders between paragraphs slips by a sentence. */
const SLIP_EVERY = 4;

/**
 * Measures a text whose rows are paragraphs, as files of documents have them: some rows made by hand together, of which every
 * fourth border has slipped by a sentence of the second language.
 */
export function measureParagraphs(text: GoldText, beads: readonly AlignedBead[]): ParagraphCounts {
  const gold = listGoldRows(text.gold, { source: text.source.length, target: text.target.length });
  const ends = slipBorders(gold.ends.filter((_, index) => (index + 1) % PARAGRAPH === 0));
  const last = gold.ends.at(-1) ?? START;
  const whole = nameBorder(ends.at(-1) ?? START) === nameBorder(last) ? ends : [...ends, last];
  const opened = openReview(text, cutRows(whole), beads);
  const rightBorders = new Set([START, ...gold.ends].map(nameBorder));
  const counts = { right: 0, falseAlarms: 0, wrong: 0, caught: 0 };
  const found = listEnds(opened.edit.text.rows, LANGUAGES, START);
  const { rows } = opened.edit.text;
  for (const index of rows.keys()) {
    const borders = [found[index - 1] ?? START, found[index] ?? START];
    const isRight = borders.every((border) => rightBorders.has(nameBorder(border)));
    counts[isRight ? 'right' : 'wrong'] += 1;
    if (isDoubtful(rows, index)) counts[isRight ? 'falseAlarms' : 'caught'] += 1;
  }
  return counts;
}

function slipBorders(ends: readonly Border[]): readonly Border[] {
  return ends.map((end, index) => {
    const next = ends[index + 1];
    const canSlip = next !== undefined && next.target > end.target + 1;
    return canSlip && index % SLIP_EVERY === 1 ? { ...end, target: end.target + 1 } : end;
  });
}

function cutRows(ends: readonly Border[]): readonly BeadPlaces[] {
  const list = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_, at) => from + at);
  return ends.map((end, index) => {
    const from = ends[index - 1] ?? START;
    return [list(from.source, end.source), list(from.target, end.target)];
  });
}
