import type { LanguageTag } from '../../text/language.ts';
import { compareSpans, spansOverlap, type TextSpan } from '../../text/text-span.ts';
import { createCarrier, type Carrier } from '../../text/word-moves.ts';
import type { OutlineEntry, SpansByLanguage, Unit, Work } from '../../text/work.ts';
import type { EditedRow } from './edited-row.ts';
import { listWordMoves } from './list-word-moves.ts';

/** A text before and after editing. */
export interface EditedWork {
  readonly work: Work;
  /** What the units were made of, in their order. */
  readonly rows: readonly EditedRow[];
  readonly units: readonly Unit[];
}

/** What is said of words inside one unit. */
interface Spanned {
  readonly unit: string;
  readonly spans: SpansByLanguage;
}

/** Links or remarks, on the words they were on; without those whose words do not all still stand in one unit. */
export function carrySpanned<Said extends Spanned>(
  edited: EditedWork,
  all: readonly Said[],
): readonly Said[] {
  const carry = createCarrier(edited, listWordMoves(edited.rows));
  const oldUnits = new Map(edited.work.units.map((unit) => [unit.id, unit]));
  return all.flatMap((said) => {
    const unit = oldUnits.get(said.unit);
    const carried = unit === undefined ? undefined : carrySpans(carry, unit, said.spans);
    return carried === undefined ? [] : [{ ...said, ...carried }];
  });
}

function carrySpans(carry: Carrier, oldUnit: Unit, spans: SpansByLanguage): Spanned | undefined {
  const units = new Set<string>();
  const carried: Record<LanguageTag, readonly TextSpan[]> = {};
  for (const [language, list] of Object.entries(spans)) {
    const found = list.map((span) => carry(oldUnit, language, span));
    if (!found.every((each) => each !== undefined)) return undefined;
    for (const { unit } of found) units.add(unit.id);
    const ordered = found.map(({ span }) => span).toSorted(compareSpans);
    const isOverlapping = ordered.some((span, index) => {
      const next = ordered[index + 1];
      return next !== undefined && spansOverlap(span, next);
    });
    if (isOverlapping) return undefined;
    carried[language] = ordered;
  }
  const [unit] = units;
  return unit === undefined || units.size > 1 ? undefined : { unit, spans: carried };
}

/** The contents; a line leads to the unit that has the beginning of what it led to, and goes where that is gone. */
export function carryOutline({ work, rows }: EditedWork): readonly OutlineEntry[] {
  const kept = new Set(rows.map(({ id }) => id));
  const holders = new Map<string, string>();
  for (const { id, sides } of rows) {
    for (const { origin } of Object.values(sides).flat()) {
      if (!holders.has(origin.unit)) holders.set(origin.unit, id);
    }
  }
  const carry = (entries: readonly OutlineEntry[]): readonly OutlineEntry[] => {
    const carried: OutlineEntry[] = [];
    for (const entry of entries) {
      const unit = kept.has(entry.unit) ? entry.unit : holders.get(entry.unit);
      // Where two headings were joined the first one stands for both.
      if (unit === undefined || carried.at(-1)?.unit === unit) continue;
      carried.push({ ...entry, unit, children: carry(entry.children) });
    }
    return carried;
  };
  return carry(work.outline);
}
