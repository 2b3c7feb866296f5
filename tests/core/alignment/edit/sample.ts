import { readRows } from '../../../../core/alignment/edit/read-rows.ts';
import { composeSegment } from '../../../../core/alignment/edit/compose-segment.ts';
import {
  shownText,
  sideOf,
  type EditedRow,
  type EditedText,
  type EditPlace,
} from '../../../../core/alignment/edit/edited-row.ts';
import { applyPatch, type EditOutcome } from '../../../../core/alignment/edit/edit-outcome.ts';
import { makeUnit, makeWork } from '../../annotation/sample.ts';

/** Rows written as '甲 乙 | a': the sentences of the Chinese side, a bar, those of the English one. Each gets its mark. */
export function textOf(...rows: readonly string[]): EditedText {
  const units = rows.map((row, index) => {
    const [chinese = '', english = ''] = row.split('|').map((side) => side.trim());
    return makeUnit(
      `item-${index + 1}`,
      words(chinese)
        .map((word) => `${word}。`)
        .join(''),
      words(english)
        .map((word) => `${word.toUpperCase()}!`)
        .join(' '),
    );
  });
  return readRows(makeWork(...units));
}

function words(side: string): readonly string[] {
  return side.split(' ').filter((word) => word !== '');
}

/** Rows as they were written for {@link textOf}. */
export function describeRows(rows: readonly EditedRow[]): readonly string[] {
  return rows.map((row) =>
    ['zh-Hans', 'en']
      .map((language) =>
        sideOf(row, language).map((sentence) => shownText(sentence).slice(0, -1).toLowerCase()),
      )
      .map((side) => side.join(' '))
      .join(' | ')
      .trim(),
  );
}

/** What an operation makes of a text: its rows, or why it was refused. */
export function outcomeOf(text: EditedText, outcome: EditOutcome): readonly string[] | string {
  return outcome.type === 'refused' ? outcome.refusal : describeRows(applyPatch(text.rows, outcome.patch));
}

/** The rows after an operation that is not refused. */
export function rowsAfter(text: EditedText, outcome: EditOutcome): readonly EditedRow[] {
  if (outcome.type === 'refused') throw new Error(`refused: ${outcome.refusal}`);
  return applyPatch(text.rows, outcome.patch);
}

export function at(row: number, language: 'zh-Hans' | 'en', sentence: number): EditPlace {
  return { row, language, sentence };
}

/** A text in one language as it would be committed, row by row. */
export function segmentsOf(rows: readonly EditedRow[], language: string): readonly string[] {
  return rows.map((row) => composeSegment(sideOf(row, language), language));
}
