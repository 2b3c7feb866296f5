import type { Corpus } from './corpus.ts';
import { LinkedFinder } from './find-linked.ts';
import { NearFinder } from './find-near.ts';
import { TermFinder } from './find-term.ts';
import { createUnitFinder } from './find-units.ts';
import { NO_FINDER, type Finder, type TermHit } from './finder.ts';
import {
  intersectUnits,
  pickUnits,
  subtractUnits,
  uniteUnits,
  uniteWeighed,
  type WeighedUnits,
} from './position-sets.ts';
import type { AllNode, AnyNode, NotNode, QueryNode } from './query.ts';

/** Makes a query ready to be asked of a corpus as it is now. */
export function buildFinder(node: Exclude<QueryNode, NotNode>, corpus: Corpus): Finder {
  switch (node.type) {
    case 'all':
      return buildAll(node, corpus);
    case 'any':
      return buildAny(node, corpus);
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
  let candidates: Uint32Array | undefined;
  for (const node of nodes) {
    if (node.type === 'not') continue;
    const finder = buildFinder(node, corpus);
    wanted.push(finder);
    candidates = candidates === undefined ? finder.candidates : intersectUnits(candidates, finder.candidates);
    // Nothing can match any more: a whole page pasted into the search box must not be looked up word by word.
    if (candidates.length === 0) return NO_FINDER;
  }
  const unwanted = nodes.flatMap((node) =>
    node.type === 'not' && node.node.type !== 'not' ? [buildFinder(node.node, corpus)] : [],
  );
  return new AllFinder(candidates ?? NO_FINDER.candidates, wanted, unwanted);
}

/** Finds the units in which everything wanted holds, and nothing unwanted. */
class AllFinder implements Finder {
  readonly candidates: Uint32Array;
  readonly isSure = false;
  readonly #wanted: readonly Finder[];
  readonly #unwanted: readonly Finder[];

  /** @param candidates what the candidates of all that is wanted have in common. */
  constructor(candidates: Uint32Array, wanted: readonly Finder[], unwanted: readonly Finder[]) {
    this.candidates = candidates;
    this.#wanted = wanted;
    this.#unwanted = unwanted;
  }

  readonly confirm = (units: Uint32Array): WeighedUnits => {
    let kept = intersectUnits(units, this.candidates);
    // What the index knows for sure narrows the field for what must be looked up in texts.
    for (const { candidates, isSure, confirm } of this.#unwanted) {
      if (isSure) kept = subtractUnits(kept, confirm(intersectUnits(kept, candidates)).units);
    }
    const found = this.#wanted
      .toSorted((a, b) => Number(b.isSure) - Number(a.isSure))
      .map(({ confirm }) => {
        const confirmed = confirm(kept);
        kept = confirmed.units;
        return confirmed;
      });
    for (const { candidates, isSure, confirm } of this.#unwanted) {
      if (!isSure) kept = subtractUnits(kept, confirm(intersectUnits(kept, candidates)).units);
    }
    return uniteWeighed(found.map((confirmed) => pickUnits(confirmed, kept)));
  };

  readonly look = (position: number): readonly TermHit[] | undefined => {
    if (this.#unwanted.some(({ look }) => look(position) !== undefined)) return undefined;
    const hits: TermHit[] = [];
    for (const { look } of this.#wanted) {
      const found = look(position);
      if (found === undefined) return undefined;
      hits.push(...found);
    }
    return hits;
  };
}

function buildAny({ nodes }: AnyNode, corpus: Corpus): Finder {
  const finders = nodes.flatMap((node) => (node.type === 'not' ? [] : [buildFinder(node, corpus)]));
  return {
    candidates: uniteUnits(finders.map(({ candidates }) => candidates)),
    isSure: finders.every(({ isSure }) => isSure),
    confirm: (units) =>
      uniteWeighed(finders.map(({ candidates, confirm }) => confirm(intersectUnits(units, candidates)))),
    look: (position) => {
      const found = finders.flatMap(({ look }) => {
        const hits = look(position);
        return hits === undefined ? [] : [hits];
      });
      return found.length === 0 ? undefined : found.flat();
    },
  };
}
