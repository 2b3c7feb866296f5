import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { correctSentence, takeCorrectionBack } from '../../../../core/alignment/edit/correct-sentence.ts';
import {
  performEdit,
  redoEdit,
  undoEdit,
  type AlignmentEdit,
  type EditName,
} from '../../../../core/alignment/edit/edit-history.ts';
import type { EditOperation } from '../../../../core/alignment/edit/edit-outcome.ts';
import { sideOf, type EditedRow } from '../../../../core/alignment/edit/edited-row.ts';
import { joinWithNext, joinWithPrevious } from '../../../../core/alignment/edit/join-rows.ts';
import { leaveUnanswered } from '../../../../core/alignment/edit/leave-unanswered.ts';
import { moveToNext, moveToPrevious, swapWithNext } from '../../../../core/alignment/edit/move-sentences.ts';
import { findOpenRange, realignRows } from '../../../../core/alignment/edit/realign-rows.ts';
import { acceptAllAbove, acceptRow, toggleLock } from '../../../../core/alignment/edit/review-rows.ts';
import { splitRow } from '../../../../core/alignment/edit/split-row.ts';
import { splitSentence } from '../../../../core/alignment/edit/split-sentence.ts';
import { textOf } from './sample.ts';

const LANGUAGES = ['zh-Hans', 'en'] as const;

/** Takes the open rows around the place and pairs their sentences one by one, what is left over alone. */
const realign: EditOperation = (text, place) => {
  const range = findOpenRange(text.rows, place.row);
  if (range === undefined) return { type: 'refused', refusal: 'locked' };
  const rows = text.rows.slice(range.from, range.to);
  const [source, target] = LANGUAGES.map((language) => rows.flatMap((row) => sideOf(row, language)).length);
  const beads = Array.from({ length: Math.max(source ?? 0, target ?? 0) }, (_, at) => ({
    source: at < (source ?? 0) ? [at] : [],
    target: at < (target ?? 0) ? [at] : [],
    confidence: 0.9,
    border: 0.9,
    isSupported: true,
  }));
  return realignRows(text, range, LANGUAGES, beads, place);
};

const OPERATIONS: Readonly<Partial<Record<EditName, EditOperation>>> = {
  join: joinWithNext,
  'split-row': splitRow,
  'split-sentence': (text, place) => splitSentence(text, place, 1),
  move: moveToNext,
  'leave-unanswered': leaveUnanswered,
  lock: toggleLock,
  accept: acceptRow,
  'accept-above': acceptAllAbove,
  realign,
  correct: (text, place) => correctSentence(text, place, '更正 corrected.'),
  'take-back': takeCorrectionBack,
};

const KEEPING: readonly (readonly [EditName, EditOperation])[] = [
  ...(Object.entries(OPERATIONS) as [EditName, EditOperation][]),
  ['join', joinWithPrevious],
  ['move', moveToPrevious],
];

const words = (letters: string) =>
  fc.array(fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 1, maxLength: 4 }), {
    maxLength: 4,
  });
const row = fc
  .tuple(words('甲乙丙'), words('abc'))
  .filter((sides) => sides.flat().length > 0)
  .map((sides) => sides.map((side) => side.join(' ')).join(' | '));
const rows = fc.array(row, { minLength: 1, maxLength: 6 });
const move = fc.record({
  operation: fc.nat(),
  row: fc.nat(5),
  language: fc.constantFrom(...LANGUAGES),
  sentence: fc.nat(3),
});
const moves = fc.array(move, { maxLength: 20 });

function begin(written: readonly string[]): AlignmentEdit {
  return {
    text: textOf(...written),
    place: { row: 0, language: 'en', sentence: 0 },
    past: [],
    future: [],
  };
}

function play(
  edit: AlignmentEdit,
  played: readonly {
    readonly operation: number;
    readonly row: number;
    readonly language: string;
    readonly sentence: number;
  }[],
  operations = KEEPING,
): readonly AlignmentEdit[] {
  const states = [edit];
  for (const { operation, ...wanted } of played) {
    const [name, act] = operations[operation % operations.length] ?? ['join', joinWithNext];
    const before = states.at(-1) ?? edit;
    const last = before.text.rows.length - 1;
    const index = Math.min(wanted.row, last);
    const sentence = Math.min(
      wanted.sentence,
      Math.max(0, lengthOf(before.text.rows[index], wanted.language) - 1),
    );
    states.push(performEdit(before, name, act(before.text, { ...wanted, row: index, sentence })));
  }
  return states;
}

function lengthOf(of: EditedRow | undefined, language: string): number {
  return of === undefined ? 0 : sideOf(of, language).length;
}

/** The words of the source in one language, in order, without white space. */
function sourceOf(edit: AlignmentEdit, language: string): string {
  return edit.text.rows
    .flatMap((each) => sideOf(each, language).map(({ text }) => text))
    .join('')
    .replaceAll(/\s/gu, '');
}

describe('whatever is done', () => {
  property.prop([rows, moves])('no sentence is lost, doubled or put elsewhere', (written, played) => {
    const first = begin(written);
    for (const edit of play(first, played)) {
      for (const language of LANGUAGES) expect(sourceOf(edit, language)).toBe(sourceOf(first, language));
    }
  });

  property.prop([rows, moves])('swapping loses and doubles none', (written, played) => {
    const all = [...KEEPING, ['swap', swapWithNext] as const];
    const letters = (edit: AlignmentEdit, language: string) =>
      sourceOf(edit, language).split('').toSorted().join('');
    const first = begin(written);
    for (const edit of play(first, played, all)) {
      for (const language of LANGUAGES) expect(letters(edit, language)).toBe(letters(first, language));
    }
  });

  property.prop([rows, moves])('ids are unique, and rows are never without words', (written, played) => {
    for (const { text } of play(begin(written), played)) {
      const ids = text.rows.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(text.rows.every(({ sides }) => Object.values(sides).flat().length > 0)).toBe(true);
    }
  });

  property.prop([rows, moves])('the reader is at a row that is there', (written, played) => {
    for (const { text, place } of play(begin(written), played)) {
      expect(place.row).toBeLessThan(text.rows.length);
      const sentences = lengthOf(text.rows[place.row], place.language);
      expect(place.sentence).toBeLessThan(Math.max(1, sentences));
    }
  });

  property.prop([rows, moves])(
    'undoing all of it gives back what was, redoing what came of it',
    (written, played) => {
      const first = begin(written);
      const last = play(first, played).at(-1) ?? first;
      let edit = last;
      for (const _ of last.past) edit = undoEdit(edit);
      expect(edit.text).toEqual(first.text);
      expect(edit.past).toEqual([]);
      for (const _ of last.past) edit = redoEdit(edit);
      expect(edit).toEqual(last);
    },
  );

  property.prop([rows, moves])('every step back gives the state before it', (written, played) => {
    for (const [index, edit] of play(begin(written), played).entries()) {
      const before = play(begin(written), played.slice(0, Math.max(0, index - 1))).at(-1);
      if (index > 0 && edit.past.length > (before?.past.length ?? 0)) {
        expect(undoEdit(edit).text.rows).toEqual(before?.text.rows);
      }
    }
  });
});
