import type { AnchoringCase } from './generate-case.ts';
import { isBlank, joinTokens, type TracedToken } from './traced-text.ts';

/**
 * Whether the two texts alone leave it open what became of the marked words: there is another history of edits, with the
 * same result and no more of the old words taken away, after which they stand elsewhere or no longer stand together. Knows
 * the true history; knows nothing of how the program finds words.
 */
export function isUndecidable(anchoringCase: AnchoringCase): boolean {
  if (hasTwin(anchoringCase) || hasCopy(anchoringCase)) return true;
  const { before, after } = relatedTokens(anchoringCase);
  const { target } = anchoringCase;
  const wanted = target.unit.tokens.slice(target.from, target.to).filter((token) => !isBlank(token));
  const from = before.findIndex(({ id }) => id === wanted[0]?.id);
  const length = wanted.length;
  const kept = countKept(before, after);
  const heads = lengthTable(before, after);
  const tails = lengthTable(before.toReversed(), after.toReversed());
  const head = (i: number, j: number): number => heads[i]?.[j] ?? 0;
  const tail = (i: number, j: number): number => tails[before.length - i]?.[after.length - j] ?? 0;
  const truly = wanted.map(({ id }) => after.findIndex((token) => token.id === id));
  const isTogether = truly.every((place, index) => place !== -1 && place === (truly[0] ?? 0) + index);

  if (!isTogether) {
    // They do not stand together: does another history say that they do, somewhere?
    for (let j = 0; j + length <= after.length; j += 1) {
      const isSame = wanted.every(({ text }, index) => after[j + index]?.text === text);
      if (isSame && head(from, j) + length + tail(from + length, j + length) >= kept) return true;
    }
    return false;
  }
  // They stand together: does another history take one of them away, or put it elsewhere?
  return wanted.some(({ text }, index) => {
    const i = from + index;
    for (let j = 0; j <= after.length; j += 1) {
      if (head(i, j) + tail(i + 1, j) >= kept) return true;
      const isOther = j !== truly[index] && after[j]?.text === text;
      if (isOther && head(i, j) + 1 + tail(i + 1, j + 1) >= kept) return true;
    }
    return false;
  });
}

/** Whether the whole unit as it was stands where it did not go: it may have been moved there as it is. */
function hasTwin({ after, target }: AnchoringCase): boolean {
  const text = joinTokens(target.unit.tokens);
  const ids = new Set(target.unit.tokens.map(({ id }) => id));
  return after.some(({ tokens }) => joinTokens(tokens) === text && !tokens.every(({ id }) => ids.has(id)));
}

/** So many words in a row that stood once in the old text and stand elsewhere now may have been moved there. */
const COPY_LENGTH = 12;

/** Whether the marked words stand, with so much around them, in a unit that shares nothing with theirs. */
function hasCopy({ before, after, target }: AnchoringCase): boolean {
  const tokens = target.unit.tokens.filter((token) => !isBlank(token));
  const [from, to] = [target.unit.tokens[target.from], target.unit.tokens[target.to - 1]];
  const [first, last] = [
    tokens.findIndex((token) => token === from),
    tokens.findIndex((token) => token === to),
  ];
  const ids = new Set(tokens.map(({ id }) => id));
  const strangers = after.filter((unit) => !unit.tokens.some(({ id }) => ids.has(id)));
  for (let start = Math.min(first, Math.max(0, last + 1 - COPY_LENGTH)); start <= first; start += 1) {
    const run = joinSolid(tokens.slice(start, Math.max(last + 1, start + COPY_LENGTH)));
    const isOnce = before.filter((unit) => joinSolid(unit.tokens).includes(run)).length === 1;
    if (isOnce && strangers.some((unit) => joinSolid(unit.tokens).includes(run))) return true;
  }
  return false;
}

function joinSolid(tokens: readonly TracedToken[]): string {
  return `\0${tokens
    .filter((token) => !isBlank(token))
    .map(({ text }) => text)
    .join('\0')}\0`;
}

/** The marked words' unit with every unit that shares words with it, before and after, as far as that leads. */
function relatedTokens({ before, after, target }: AnchoringCase) {
  const oldUnits = new Set([target.unit.id]);
  const newUnits = new Set<string>();
  for (let size = -1; size !== oldUnits.size + newUnits.size;) {
    size = oldUnits.size + newUnits.size;
    const oldIds = new Set(
      before.filter(({ id }) => oldUnits.has(id)).flatMap((u) => u.tokens.map(({ id }) => id)),
    );
    for (const unit of after) {
      if (unit.id === target.unit.id || unit.tokens.some(({ id }) => oldIds.has(id))) newUnits.add(unit.id);
    }
    const newIds = new Set(
      after.filter(({ id }) => newUnits.has(id)).flatMap((u) => u.tokens.map(({ id }) => id)),
    );
    for (const unit of before) if (unit.tokens.some(({ id }) => newIds.has(id))) oldUnits.add(unit.id);
  }
  const join = (units: AnchoringCase['before'], ids: ReadonlySet<string>): TracedToken[] =>
    units.filter(({ id }) => ids.has(id)).flatMap(({ tokens }) => tokens.filter((token) => !isBlank(token)));
  return { before: join(before, oldUnits), after: join(after, newUnits) };
}

/** How many of the old words the true history kept in their order: the longest rising run of their new places. */
function countKept(before: readonly TracedToken[], after: readonly TracedToken[]): number {
  const newPlace = new Map(after.map(({ id }, index) => [id, index]));
  const ends: number[] = [];
  for (const { id } of before) {
    const place = newPlace.get(id);
    if (place === undefined) continue;
    const at = ends.findIndex((end) => end >= place);
    ends[at === -1 ? ends.length : at] = place;
  }
  return ends.length;
}

function lengthTable(
  before: readonly TracedToken[],
  after: readonly TracedToken[],
): readonly (readonly number[])[] {
  const table: number[][] = [Array.from({ length: after.length + 1 }, () => 0)];
  for (const [i, old] of before.entries()) {
    const above = table[i] ?? [];
    const row = [0];
    for (const [j, now] of after.entries()) {
      row.push(old.text === now.text ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    }
    table.push(row);
  }
  return table;
}
