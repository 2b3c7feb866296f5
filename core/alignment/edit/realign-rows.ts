import type { LanguageTag } from '../../text/language.ts';
import type { AlignedBead } from '../align-texts.ts';
import { refuse, replaceRows, type EditOutcome } from './edit-outcome.ts';
import {
  createRowId,
  sideOf,
  type EditedRow,
  type EditedSentence,
  type EditedText,
  type EditPlace,
} from './edited-row.ts';
import type { LanguagePair } from './measure-rows.ts';
import { rateBeads } from './rate-beads.ts';

/** Rows from `from` up to, and without, `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** The open rows around one, up to the nearest rows that are accepted or locked; undefined where it is not open itself. */
export function findOpenRange(rows: readonly EditedRow[], around: number): RowRange | undefined {
  if (rows[around]?.status !== 'open') return undefined;
  let from = around;
  while (rows[from - 1]?.status === 'open') from -= 1;
  let to = around + 1;
  while (rows[to]?.status === 'open') to += 1;
  return { from, to };
}

/** A row in the making. */
interface Group {
  readonly source: number[];
  readonly target: number[];
  readonly beads: AlignedBead[];
  /** How sure it is that the texts part before it. */
  readonly borderBefore: number;
}

/**
 * Makes the rows of a range anew from beads over their sentences. What stood in one row of the first language stays
 * together, for that is how the text is divided; beads that reach over several rows join them; what nothing corresponds to
 * has a row of its own between the others. A row keeps its id wherever its first sentence is.
 */
export function realignRows(
  text: EditedText,
  range: RowRange,
  languages: LanguagePair,
  beads: readonly AlignedBead[],
  place: EditPlace,
): EditOutcome {
  const old = text.rows.slice(range.from, range.to);
  const groups = groupBeads(beads, listRowIndexes(old, languages[0]));
  if (groups.length === 0) return refuse('unchanged');
  const rows = buildRows(text, old, languages, groups);
  const row = Math.min(place.row, range.from + rows.length - 1);
  return replaceRows(text, range.from, old.length, {
    rows,
    place: { ...place, row, sentence: 0 },
  });
}

/** For each sentence of a language, the place of its row. */
function listRowIndexes(rows: readonly EditedRow[], language: string): readonly number[] {
  return rows.flatMap((row, index) => sideOf(row, language).map(() => index));
}

function groupBeads(beads: readonly AlignedBead[], rowOf: readonly number[]): readonly Group[] {
  const groups: Group[] = [];
  const rowsAhead = listRowsAhead(beads, rowOf);
  for (const [index, bead] of beads.entries()) {
    const { source, target } = bead;
    const last = groups.at(-1);
    const lastRow = rowOf[last?.source.at(-1) ?? -1];
    if (last !== undefined && lastRow !== undefined && lastRow === rowsAhead[index]) {
      last.source.push(...source);
      last.target.push(...target);
      last.beads.push(bead);
    } else {
      const borderBefore = beads[index - 1]?.border ?? 1;
      groups.push({ source: [...source], target: [...target], beads: [bead], borderBefore });
    }
  }
  return groups;
}

/** For each bead the row of its first sentence of the first language, or else of the next one. */
function listRowsAhead(
  beads: readonly AlignedBead[],
  rowOf: readonly number[],
): readonly (number | undefined)[] {
  let ahead: number | undefined;
  return beads
    .toReversed()
    .map(({ source: [first] }) => {
      if (first !== undefined) ahead = rowOf[first];
      return ahead;
    })
    .toReversed();
}

function buildRows(
  text: EditedText,
  old: readonly EditedRow[],
  [source, target]: LanguagePair,
  groups: readonly Group[],
): readonly EditedRow[] {
  const sentences = {
    source: old.flatMap((row) => sideOf(row, source)),
    target: old.flatMap((row) => sideOf(row, target)),
  };
  const languages = [...new Set(old.flatMap(({ sides }) => Object.keys(sides)))];
  const owned = assignRows(old, [source, target], groups);
  const taken: string[] = [];
  let [model] = old;
  return groups.flatMap((group, index): readonly EditedRow[] => {
    const rows = owned.get(index) ?? [];
    const [first] = rows;
    model = first ?? model;
    if (model === undefined) return [];
    const { number: _, ...unnumbered } = model;
    const id = first?.id ?? createRowId(text, model.id, taken);
    taken.push(id);
    const sideIn = (language: LanguageTag): readonly EditedSentence[] => {
      if (language === source) return group.source.flatMap((at) => sentences.source[at] ?? []);
      if (language === target) return group.target.flatMap((at) => sentences.target[at] ?? []);
      return rows.flatMap((row) => sideOf(row, language));
    };
    const sides = Object.fromEntries(languages.map((language) => [language, sideIn(language)]));
    const measure = rateBeads(group.beads, group.borderBefore);
    return [{ ...(first ?? unnumbered), ...measure, id, sides, status: 'open' }];
  });
}

/** The old rows that go on in each group: where their first sentence is, but never before the row above. */
function assignRows(
  old: readonly EditedRow[],
  [source, target]: LanguagePair,
  groups: readonly Group[],
): ReadonlyMap<number, readonly EditedRow[]> {
  const bySource = groups.flatMap((group, index) => group.source.map(() => index));
  const byTarget = groups.flatMap((group, index) => group.target.map(() => index));
  const owned = new Map<number, EditedRow[]>();
  let sourceAt = 0;
  let targetAt = 0;
  let latest = 0;
  for (const row of old) {
    const sizes = { source: sideOf(row, source).length, target: sideOf(row, target).length };
    const found = sizes.source > 0 ? bySource[sourceAt] : sizes.target > 0 ? byTarget[targetAt] : undefined;
    sourceAt += sizes.source;
    targetAt += sizes.target;
    latest = Math.max(latest, found ?? 0);
    owned.set(latest, [...(owned.get(latest) ?? []), row]);
  }
  return owned;
}
