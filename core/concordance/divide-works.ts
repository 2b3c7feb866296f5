import { indexOutline } from '../text/outline-index.ts';
import { describeUnitPlace, type UnitPlace } from '../text/unit-label.ts';
import type { Unit, Work } from '../text/work.ts';

/** What the places of a corpus are counted by. */
export const DIVISIONS = ['section', 'unit', 'work'] as const;

/** One of {@link DIVISIONS}. */
export type Division = (typeof DIVISIONS)[number];

/** A part of the corpus: a stretch of units of one work, from `first` on. Works and units are named by their positions. */
export interface CorpusPart {
  readonly work: number;
  readonly first: number;
  readonly unitCount: number;
  /** Titles by language, of the section or the work. Undefined for a part that has none of its own: units have places. */
  readonly titles: Readonly<Record<string, string>> | undefined;
  /** What a unit is named with; undefined for other parts. */
  readonly place: UnitPlace | undefined;
}

/** The parts of a corpus, and which of them a unit belongs to. */
export interface DividedCorpus {
  readonly parts: readonly CorpusPart[];
  /** The position of a unit's part in `parts`. */
  readonly partOf: (work: number, unit: number) => number;
}

/**
 * Divides works into their sections (the innermost entries of the contents; what stands before the first entry, and a
 * work without contents, is a part too), their units, or takes each as a whole.
 */
export function divideWorks(works: readonly Work[], division: Division): DividedCorpus {
  const parts: CorpusPart[] = [];
  const partByUnit: Int32Array[] = [];
  for (const [workIndex, work] of works.entries()) {
    const ofWork = divideWork(work, workIndex, division);
    const numbers = new Int32Array(work.units.length);
    for (const part of ofWork) {
      numbers.fill(parts.length, part.first, part.first + part.unitCount);
      parts.push(part);
    }
    partByUnit.push(numbers);
  }
  return { parts, partOf: (work, unit) => partByUnit[work]?.[unit] ?? -1 };
}

function divideWork(work: Work, workIndex: number, division: Division): readonly CorpusPart[] {
  if (work.units.length === 0) return [];
  if (division === 'work')
    return [
      { work: workIndex, first: 0, unitCount: work.units.length, titles: work.titles, place: undefined },
    ];
  const places = indexOutline(work);
  if (division === 'unit')
    return work.units.map((unit, first) => ({
      work: workIndex,
      first,
      unitCount: 1,
      titles: undefined,
      place: describeUnitPlace(unit, places.get(unit.id)),
    }));
  const entryOf = (unit: Unit | undefined) => places.get(unit?.id ?? '')?.innermost;
  const starts = work.units.flatMap((unit, index) =>
    index === 0 || entryOf(unit) !== entryOf(work.units[index - 1]) ? [index] : [],
  );
  return starts.map((first, at) => ({
    work: workIndex,
    first,
    unitCount: (starts[at + 1] ?? work.units.length) - first,
    titles: entryOf(work.units[first])?.titles ?? (starts.length === 1 ? work.titles : undefined),
    place: undefined,
  }));
}
