import type { EditedText } from '../../../core/alignment/edit/edited-row.ts';
import { openAlignment, type AlignmentState } from '../../../renderer/features/alignment/alignment-state.ts';
import { MENDING_KEYS, press, type EditorKey } from './editor-keys.ts';
import { nameBorder } from './gold-rows.ts';
import { DECISION_S, STROKE_S } from './review-effort.ts';
import { listEnds, type Stretch } from './row-borders.ts';

/** So many ways are looked at before a reader gives up. */
const MOST_WAYS = 60_000;

/** What keys cost in hundredths of a second, so that sums are exact: an operation takes a decision, going somewhere does not. */
const STROKE = Math.round(STROKE_S * 100);
const DECISION = Math.round(DECISION_S * 100);

interface Way {
  readonly state: AlignmentState;
  readonly keys: readonly EditorKey[];
  readonly cost: number;
}

/**
 * The keys that make the rows of a stretch as they ought to be in the least time by the keystroke-level model, from where the
 * reader is (A*: Hart, Nilsson and Raphael, 1968). Undefined where none are found among {@link MOST_WAYS} ways.
 */
export function planMending(state: AlignmentState, stretch: Stretch): readonly EditorKey[] | undefined {
  const goal = new Set(stretch.goal.map(nameBorder));
  const waiting: Way[][] = [];
  const reached = new Map<string, number>();
  const add = (way: Way): void => {
    const ends = listNames(way.state, stretch);
    const { row, language, sentence } = way.state.edit.place;
    const name = `${ends.join(',')} ${row} ${language} ${sentence}`;
    if ((reached.get(name) ?? Infinity) <= way.cost) return;
    reached.set(name, way.cost);
    const total = way.cost + countMissing(ends, goal) * (STROKE + DECISION);
    (waiting[total] ??= []).push(way);
  };
  add({ state: cutOut(state, stretch), keys: [], cost: 0 });
  let seenCount = 0;
  for (let total = 0; total < waiting.length; total += 1) {
    // A list grows while it is gone through: a key may cost no more than was expected.
    for (const way of waiting[total] ?? []) {
      if (countMissing(listNames(way.state, stretch), goal) === 0) return way.keys;
      seenCount += 1;
      if (seenCount > MOST_WAYS) return undefined;
      for (const key of MENDING_KEYS) {
        const next = press(way.state, key);
        if (next.edit === way.state.edit) continue;
        const cost = way.cost + key.strokes * STROKE + (key.isOperation ? DECISION : 0);
        add({ state: next, keys: [...way.keys, key], cost });
      }
    }
  }
  return undefined;
}

/** The stretch as a text of its own, with the reader in it. */
function cutOut({ edit, languages }: AlignmentState, { from, to }: Stretch): AlignmentState {
  const rows = edit.text.rows.slice(from, to);
  const reservedIds = new Set([...edit.text.reservedIds, ...edit.text.rows.map(({ id }) => id)]);
  const text: EditedText = { rows, reservedIds };
  const opened = openAlignment(text, languages, false);
  const place = { ...edit.place, row: edit.place.row - from };
  return { ...opened, edit: { ...opened.edit, place } };
}

function listNames({ edit, languages }: AlignmentState, { begin }: Stretch): readonly string[] {
  return listEnds(edit.text.rows, languages, begin).map(nameBorder);
}

/**
 * Without so many operations at least it is not done, as each takes one border away at most and makes two at most. Zero only
 * where every border is right.
 */
function countMissing(ends: readonly string[], goal: ReadonlySet<string>): number {
  const present = new Set(ends);
  const surplus = ends.filter((end) => !goal.has(end)).length;
  const missing = [...goal].filter((end) => !present.has(end)).length;
  return Math.max(surplus, Math.ceil(missing / 2));
}
