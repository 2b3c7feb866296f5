import type { Random } from './random.ts';
import { joinTokens, traceText, type TracedToken, type TracedUnit } from './traced-text.ts';

/** What an editor does to a text. */
export const EDITS = [
  'insert',
  'insert-look-alike',
  'delete',
  'delete-near',
  'replace',
  'replace-target',
  'move-unit',
  'split-unit',
  'merge-units',
  'delete-unit',
  'insert-unit',
  'renumber',
] as const;

export type EditName = (typeof EDITS)[number];

export interface EditContext {
  readonly random: Random;
  readonly target: readonly TracedToken[];
  readonly formulae: readonly string[];
}

type Units = readonly TracedUnit[];

/** The text after one edit. What stays keeps its identity, what is added has a new one. */
export function applyEdit(edit: EditName, units: Units, context: EditContext): Units {
  const { random, formulae } = context;
  if (units.length === 0) return units;
  switch (edit) {
    case 'insert':
      return inSomeUnit(units, context, (tokens) => {
        const at = random.between(0, tokens.length);
        return splice(tokens, at, at, traceText(random.pick(formulae)));
      });
    case 'insert-look-alike':
      return inSomeUnit(units, context, (tokens) => {
        const at = random.between(0, tokens.length);
        return splice(tokens, at, at, copyLookAlike(units, context));
      });
    case 'delete':
      return inSomeUnit(units, context, (tokens) => {
        const from = random.between(0, tokens.length);
        return splice(tokens, from, from + random.between(1, 15), []);
      });
    case 'delete-near':
      return aroundTarget(units, context, (tokens, from, to) =>
        splice(tokens, Math.max(0, from - random.between(0, 8)), to + random.between(0, 8), []),
      );
    case 'replace':
      return inSomeUnit(units, context, (tokens) => {
        const from = random.between(0, tokens.length);
        return splice(tokens, from, from + random.between(1, 10), traceText(random.pick(formulae)));
      });
    case 'replace-target':
      return aroundTarget(units, context, (tokens, from, to) => {
        const at = random.between(from, Math.max(from, to - 1));
        return splice(tokens, at, at + random.between(1, 3), traceText(random.pick(formulae)).slice(0, 3));
      });
    case 'move-unit':
    case 'split-unit':
    case 'merge-units':
    case 'delete-unit':
    case 'insert-unit':
    case 'renumber':
      return rearrange(edit, units, context);
  }
}

function rearrange(
  edit: 'move-unit' | 'split-unit' | 'merge-units' | 'delete-unit' | 'insert-unit' | 'renumber',
  units: Units,
  { random, formulae }: EditContext,
): Units {
  const index = random.between(0, units.length - 1);
  const unit = units[index];
  const next = units[index + 1];
  if (unit === undefined) return units;
  const others = units.toSpliced(index, 1);
  const fresh = `new-${traceText('x')[0]?.id ?? 0}`;
  switch (edit) {
    case 'move-unit':
      return others.toSpliced(random.between(0, others.length), 0, unit);
    case 'split-unit': {
      const at = random.between(0, unit.tokens.length);
      const ids = random.chance(0.5) ? [unit.id, fresh] : [fresh, unit.id];
      const halves = [unit.tokens.slice(0, at), unit.tokens.slice(at)];
      return units.toSpliced(index, 1, ...halves.map((tokens, half) => ({ id: ids[half] ?? fresh, tokens })));
    }
    case 'merge-units':
      if (next === undefined) return units;
      return units.toSpliced(index, 2, {
        id: random.chance(0.5) ? unit.id : next.id,
        tokens: [...unit.tokens, ...next.tokens],
      });
    case 'delete-unit':
      return others;
    case 'insert-unit': {
      const text = random.chance(0.5)
        ? random.pick(formulae)
        : joinTokens(random.pick(units).tokens.slice(0, 30));
      return units.toSpliced(index, 0, { id: fresh, tokens: traceText(text) });
    }
    case 'renumber': {
      const added = { id: 'item-1', tokens: traceText(random.pick(formulae)) };
      return [added, ...units].map(({ tokens }, place) => ({ id: `item-${place + 1}`, tokens }));
    }
  }
}

/** The target's words with some of what stands around them, as they stand somewhere now, but new. */
function copyLookAlike(units: Units, { random, target }: EditContext): readonly TracedToken[] {
  for (const { tokens } of units) {
    const at = tokens.findIndex(({ id }) => id === target[0]?.id);
    if (at === -1) continue;
    const from = Math.max(0, at - random.between(0, 6));
    return traceText(joinTokens(tokens.slice(from, at + target.length + random.between(0, 6))));
  }
  return traceText(joinTokens(target));
}

function inSomeUnit(
  units: Units,
  { random }: EditContext,
  edit: (tokens: readonly TracedToken[]) => readonly TracedToken[],
): Units {
  const index = random.between(0, units.length - 1);
  return units.map((unit, place) => (place === index ? { ...unit, tokens: edit(unit.tokens) } : unit));
}

function aroundTarget(
  units: Units,
  { target }: EditContext,
  edit: (tokens: readonly TracedToken[], from: number, to: number) => readonly TracedToken[],
): Units {
  return units.map((unit) => {
    const places = unit.tokens.flatMap(({ id }, index) => (target.some((t) => t.id === id) ? [index] : []));
    const [first, last] = [places[0], places.at(-1)];
    return first === undefined || last === undefined
      ? unit
      : { ...unit, tokens: edit(unit.tokens, first, last + 1) };
  });
}

function splice(
  tokens: readonly TracedToken[],
  from: number,
  to: number,
  added: readonly TracedToken[],
): readonly TracedToken[] {
  return [...tokens.slice(0, from), ...added, ...tokens.slice(Math.max(from, to))];
}
