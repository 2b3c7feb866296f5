import type { Corpus } from './corpus.ts';
import { LinkedFinder } from './find-linked.ts';
import { NearFinder } from './find-near.ts';
import { TermFinder } from './find-term.ts';
import { createUnitFinder } from './find-units.ts';
import { NO_FINDER, type Finder, type TermHit } from './finder.ts';
import { keepShape } from './keep-shape.ts';
import {
  intersectUnits,
  NO_UNITS,
  pickUnits,
  subtractUnits,
  uniteUnits,
  uniteWeighed,
  type WeighedUnits,
} from './position-sets.ts';
import type { AllNode, NotNode, QueryNode } from './query.ts';

/** Makes a query ready to be asked of a corpus as it is now. */
export function buildFinder(node: Exclude<QueryNode, NotNode>, corpus: Corpus): Finder {
  const finder = buildNode(node, corpus);
  keepShape(finder, corpus.exemplars);
  return finder;
}

function buildNode(node: Exclude<QueryNode, NotNode>, corpus: Corpus): Finder {
  switch (node.type) {
    case 'all':
      return buildAll(node, corpus);
    case 'any':
      return new AnyFinder(
        node.nodes.flatMap((inner) => (inner.type === 'not' ? [] : [buildFinder(inner, corpus)])),
      );
    case 'term':
      return new TermFinder(node, corpus);
    case 'near': {
      const terms = node.terms.map((wordings) => wordings.map((wording) => new TermFinder(wording, corpus)));
      return new NearFinder(terms, node.distances, corpus);
    }
    case 'linked':
      return new LinkedFinder(new TermFinder(node.from, corpus), new TermFinder(node.to, corpus), corpus);
    case 'filter':
      return createUnitFinder(node.filter, corpus);
  }
}

function buildAll({ nodes }: AllNode, corpus: Corpus): Finder {
  const wanted: Finder[] = [];
  for (const node of nodes) {
    if (node.type === 'not') continue;
    const finder = buildFinder(node, corpus);
    // Nothing can match any more: a whole page pasted into the search box must not be looked up word by word.
    if (finder.mostUnits === 0) return NO_FINDER;
    wanted.push(finder);
  }
  const unwanted = nodes.flatMap((node) =>
    node.type === 'not' && node.node.type !== 'not' ? [buildFinder(node.node, corpus)] : [],
  );
  const [first] = wanted;
  return wanted.length === 1 && unwanted.length === 0 && first !== undefined
    ? first
    : new AllFinder(wanted, unwanted);
}

/** Finds the units in which everything wanted holds, and nothing unwanted. */
class AllFinder implements Finder {
  readonly mostUnits: number;
  readonly isSure = false;
  readonly #wanted: readonly Finder[];
  readonly #unwanted: readonly Finder[];

  constructor(wanted: readonly Finder[], unwanted: readonly Finder[]) {
    this.#wanted = wanted;
    this.#unwanted = unwanted;
    this.mostUnits = Math.min(...wanted.map(({ mostUnits }) => mostUnits));
  }

  findCandidates(within?: Uint32Array): Uint32Array {
    let units = within;
    // What finds the fewest comes first: the others are asked about those only.
    for (const finder of this.#wanted.toSorted((a, b) => a.mostUnits - b.mostUnits)) {
      units = finder.findCandidates(units);
      if (units.length === 0) break;
    }
    return units ?? NO_UNITS.units;
  }

  confirm(units: Uint32Array): WeighedUnits {
    let kept = units;
    // What the index knows for sure narrows the field for what must be looked up in texts.
    for (const finder of this.#unwanted) if (finder.isSure) kept = subtractFound(kept, finder);
    const found = this.#wanted
      .toSorted((a, b) => Number(b.isSure) - Number(a.isSure))
      .map((finder) => {
        const confirmed = finder.confirm(kept);
        kept = confirmed.units;
        return confirmed;
      });
    for (const finder of this.#unwanted) if (!finder.isSure) kept = subtractFound(kept, finder);
    return uniteWeighed(found.map((confirmed) => pickUnits(confirmed, kept)));
  }

  look(position: number): readonly TermHit[] | undefined {
    if (this.#unwanted.some((finder) => finder.look(position) !== undefined)) return undefined;
    const hits: TermHit[] = [];
    for (const finder of this.#wanted) {
      const found = finder.look(position);
      if (found === undefined) return undefined;
      hits.push(...found);
    }
    return hits;
  }
}

/** Those of some units in which nothing is found. */
export function subtractFound(units: Uint32Array, finder: Finder): Uint32Array {
  const candidates = finder.findCandidates(units);
  return candidates.length === 0 ? units : subtractUnits(units, finder.confirm(candidates).units);
}

/** Finds the units in which any of some parts is found. */
class AnyFinder implements Finder {
  readonly mostUnits: number;
  readonly isSure: boolean;
  readonly #finders: readonly Finder[];
  #candidates: readonly Uint32Array[] = [];

  constructor(finders: readonly Finder[]) {
    this.#finders = finders;
    this.mostUnits = finders.reduce((sum, { mostUnits }) => sum + mostUnits, 0);
    this.isSure = finders.every(({ isSure }) => isSure);
  }

  findCandidates(within?: Uint32Array): Uint32Array {
    this.#candidates = this.#finders.map((finder) => finder.findCandidates(within));
    return uniteUnits(this.#candidates);
  }

  confirm(units: Uint32Array): WeighedUnits {
    return uniteWeighed(
      this.#finders.map((finder, index) =>
        finder.confirm(intersectUnits(units, this.#candidates[index] ?? NO_UNITS.units)),
      ),
    );
  }

  look(position: number): readonly TermHit[] | undefined {
    const found = this.#finders.flatMap((finder) => {
      const hits = finder.look(position);
      return hits === undefined ? [] : [hits];
    });
    return found.length === 0 ? undefined : found.flat();
  }
}
