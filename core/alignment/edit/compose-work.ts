import type { Unit, Work } from '../../text/work.ts';
import { carryOutline, carrySpanned } from './carry-words.ts';
import { composeSegment } from './compose-segment.ts';
import type { EditedRow } from './edited-row.ts';

/**
 * The work that edited rows make: the same id, editions and terms; every row a unit. Links and remarks are carried along
 * where all their words still stand together in one unit, others are left out; the contents lead to the units that hold
 * the words they led to.
 * @param work the work the rows were read from.
 */
export function composeWork(work: Work, rows: readonly EditedRow[]): Work {
  const units = rows.map(composeUnit);
  const edited = { work, rows, units };
  return {
    ...work,
    units,
    links: carrySpanned(edited, work.links),
    remarks: carrySpanned(edited, work.remarks),
    outline: carryOutline(edited),
  };
}

function composeUnit({ id, kind, number, sides }: EditedRow): Unit {
  const segments = Object.fromEntries(
    Object.entries(sides).map(([language, sentences]) => [language, composeSegment(sentences, language)]),
  );
  return number === undefined ? { id, kind, segments } : { id, kind, number, segments };
}
