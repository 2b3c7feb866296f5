import type { LanguageTag } from '../../text/language.ts';
import type { Piece } from '../structure/piece.ts';
import { describePiece, estimateRatio, weighPair, type PieceFeatures } from './weigh-pieces.ts';

/** Pieces of one language in a row. */
export interface LanguageRun {
  readonly language: LanguageTag;
  readonly pieces: readonly Piece[];
}

/** What a run costs that nothing answers, in the measure of `weighPair`. */
const COST_OF_ORPHAN = 5;

/** What it costs to begin with another language than the stretch before did. */
const COST_OF_OTHER_LEAD = 2.5;

interface Path {
  readonly cost: number;
  readonly size: number;
  readonly before: Path | undefined;
  readonly lead: LanguageTag | undefined;
}

/**
 * Groups runs into stretches in which each language stands at most once and which answer each other best: the cheapest
 * way through all runs. Which language leads, and that a paragraph has no counterpart, comes out of it.
 */
export function groupRuns(runs: readonly LanguageRun[]): readonly (readonly LanguageRun[])[] {
  const features = runs.map(({ pieces }) => pieces.map(describePiece));
  const ratioOf = measureRatios(runs, features);
  const most = new Set(runs.map(({ language }) => language)).size;
  // The best way to each place, by the language that leads the last stretch.
  const paths: Map<LanguageTag | undefined, Path>[] = [
    new Map([[undefined, { cost: 0, size: 0, before: undefined, lead: undefined }]]),
  ];
  for (let end = 1; end <= runs.length; end += 1) {
    const best = new Map<LanguageTag | undefined, Path>();
    for (let size = 1; size <= Math.min(most, end); size += 1) {
      const stretch = runs.slice(end - size, end);
      if (new Set(stretch.map(({ language }) => language)).size < size) break;
      const price = weighStretch(stretch, features.slice(end - size, end), most, ratioOf);
      for (const before of paths[end - size]?.values() ?? [])
        keepCheaper(best, extend(before, stretch, price));
    }
    paths.push(best);
  }
  return cutStretches(runs, cheapest(paths.at(-1)?.values() ?? []));
}

function extend(before: Path, stretch: readonly LanguageRun[], price: number): Path {
  // An orphan does not show which language leads.
  const lead = stretch.length === 1 ? before.lead : stretch[0]?.language;
  const isOther = before.lead !== undefined && lead !== before.lead;
  return {
    cost: before.cost + price + (isOther ? COST_OF_OTHER_LEAD : 0),
    size: stretch.length,
    before,
    lead,
  };
}

function keepCheaper(best: Map<LanguageTag | undefined, Path>, path: Path): void {
  const known = best.get(path.lead);
  if (known === undefined || path.cost < known.cost) best.set(path.lead, path);
}

function cheapest(paths: Iterable<Path>): Path | undefined {
  let best: Path | undefined;
  for (const path of paths) if (best === undefined || path.cost < best.cost) best = path;
  return best;
}

type RatioOf = (first: LanguageTag, second: LanguageTag) => number;

/** How long the text is as a whole in each language, so that stretches are compared by their share of it. */
function measureRatios(
  runs: readonly LanguageRun[],
  features: readonly (readonly PieceFeatures[])[],
): RatioOf {
  const all = new Map<LanguageTag, PieceFeatures[]>();
  for (const [index, { language }] of runs.entries()) {
    const list = all.get(language) ?? [];
    for (const feature of features[index] ?? []) list.push(feature);
    all.set(language, list);
  }
  const ratios = new Map<string, number>();
  for (const [first, a] of all)
    for (const [second, b] of all) ratios.set(`${first} ${second}`, estimateRatio(a, b));
  return (first, second) => ratios.get(`${first} ${second}`) ?? 1;
}

/** Each run against the first; languages that are missing count as orphans do. */
function weighStretch(
  stretch: readonly LanguageRun[],
  features: readonly (readonly PieceFeatures[])[],
  most: number,
  ratioOf: RatioOf,
): number {
  const [first, ...others] = stretch;
  const own = features[0];
  if (first === undefined || own === undefined) return 0;
  let cost = ((most - stretch.length) * COST_OF_ORPHAN) / Math.max(1, most - 1);
  for (const [index, { language }] of others.entries()) {
    cost += weighPair(own, features[index + 1] ?? [], ratioOf(first.language, language)) / others.length;
  }
  return cost;
}

function cutStretches(
  runs: readonly LanguageRun[],
  last: Path | undefined,
): readonly (readonly LanguageRun[])[] {
  const stretches: (readonly LanguageRun[])[] = [];
  let end = runs.length;
  for (let path = last; path !== undefined && path.size > 0; path = path.before) {
    stretches.push(runs.slice(end - path.size, end));
    end -= path.size;
  }
  return stretches.toReversed();
}
