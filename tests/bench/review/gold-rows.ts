import type { BeadPlaces } from '../align/score-alignment.ts';

/** A place between sentences: how many of each text stand before it. */
export interface Border {
  readonly source: number;
  readonly target: number;
}

/** The rows a text ought to have. */
export interface GoldRows {
  /** The ends of the rows, in order. */
  readonly ends: readonly Border[];
  /** How many beads stand in a row with others because they cross: no division into rows gives each its own. */
  readonly crossingCount: number;
}

/**
 * The finest rows that keep every bead made by hand whole and both texts in their order. What was left out of all beads
 * answers nothing. Where nothing answers on both sides, the source comes first.
 */
export function listGoldRows(
  beads: readonly BeadPlaces[],
  lengths: { readonly source: number; readonly target: number },
): GoldRows {
  const bySource = new Map(beads.flatMap((bead) => bead[0].map((place) => [place, bead] as const)));
  const byTarget = new Map(beads.flatMap((bead) => bead[1].map((place) => [place, bead] as const)));
  const ends: Border[] = [];
  let crossingCount = 0;
  let from: Border = { source: 0, target: 0 };
  while (from.source < lengths.source || from.target < lengths.target) {
    const next = findRow(from);
    ends.push(next.end);
    if (next.beads.size > 1) crossingCount += next.beads.size;
    from = next.end;
  }
  return { ends, crossingCount };

  function findRow(start: Border): { readonly end: Border; readonly beads: ReadonlySet<BeadPlaces> } {
    const beadOf = (places: ReadonlyMap<number, BeadPlaces>, place: number): BeadPlaces =>
      places.get(place) ?? (places === bySource ? [[place], []] : [[], [place]]);
    const isLeft = { source: start.source < lengths.source, target: start.target < lengths.target };
    const first = isLeft.source ? beadOf(bySource, start.source) : undefined;
    const other = isLeft.target ? beadOf(byTarget, start.target) : undefined;
    const unanswered = [first, other].find((bead) => bead !== undefined && !isAnswered(bead));
    const inside = new Set<BeadPlaces>();
    let end = start;
    let seed = unanswered ?? first ?? other;
    while (seed !== undefined) {
      inside.add(seed);
      end = reach(end, seed);
      seed = findOutside(start, end);
    }
    return { end, beads: new Set([...inside].filter(isAnswered)) };

    /** A bead that has sentences in the row and is not wholly in it yet. */
    function findOutside(begin: Border, stop: Border): BeadPlaces | undefined {
      for (let place = begin.source; place < stop.source; place += 1) {
        const bead = bySource.get(place);
        if (bead !== undefined && !inside.has(bead)) return bead;
      }
      for (let place = begin.target; place < stop.target; place += 1) {
        const bead = byTarget.get(place);
        if (bead !== undefined && !inside.has(bead)) return bead;
      }
      return undefined;
    }
  }
}

function isAnswered([source, target]: BeadPlaces): boolean {
  return source.length > 0 && target.length > 0;
}

function reach(end: Border, [source, target]: BeadPlaces): Border {
  return {
    source: Math.max(end.source, ...source.map((place) => place + 1)),
    target: Math.max(end.target, ...target.map((place) => place + 1)),
  };
}

/** A border as a text that is the same for the same border. */
export function nameBorder({ source, target }: Border): string {
  return `${source} ${target}`;
}
