import type { TextSpan } from '../text/text-span.ts';
import { segmentText, type Work } from '../text/work.ts';
import type { Corpus } from './corpus.ts';
import type { Finder, TermHit } from './finder.ts';
import { foldText } from './fold-text.ts';
import { hasUnit, intersectUnits } from './position-sets.ts';
import type { TermNode, UnitFilter } from './query.ts';
import { stemmerFor } from './stem-word.ts';
import { compilePattern, holdsPattern } from './term-pattern.ts';

/** Finds units of a certain sort; see `UnitFilter`. They weigh nothing. */
export function createUnitFinder(filter: UnitFilter, corpus: Corpus): Finder {
  const candidates = unitsOf(filter, corpus);
  return {
    mostUnits: candidates.length,
    findCandidates: (within) => (within === undefined ? candidates : intersectUnits(within, candidates)),
    isSure: true,
    confirm: (units) => ({ units, scores: new Float64Array(units.length) }),
    look: (position) => (hasUnit(candidates, position) ? lookAt(filter, position, corpus) : undefined),
  };
}

function unitsOf(filter: UnitFilter, corpus: Corpus): Uint32Array {
  switch (filter.by) {
    case 'unit': {
      const isNamed = filter.isPrefix
        ? (name: string) => name.toLowerCase().startsWith(filter.text)
        : (name: string) => name.toLowerCase() === filter.text;
      return corpus.findUnits(({ id, number }) => isNamed(id) || (number !== undefined && isNamed(number)));
    }
    case 'kind':
      return filter.unitKind === 'title'
        ? corpus.titles()
        : corpus.findUnits(({ kind }) => kind === filter.unitKind);
    case 'work':
      return corpus.findUnitsOfWorks((work) => isNamedBy(work, filter.term));
    case 'color':
      return sorted(
        corpus
          .highlights()
          .flatMap(({ color, position }) => (filter.colors.includes(color) ? [position] : [])),
      );
    case 'note':
      return sorted(
        corpus.notes().flatMap(({ field, positions }) => (field.kind === 'note' ? positions : [])),
      );
  }
}

/** The title in any language, the titles of the editions, and the id. */
function isNamedBy(work: Work, term: Pick<TermNode, 'form' | 'text'>): boolean {
  const pattern = compilePattern(term);
  const names = [
    ...Object.entries(work.titles),
    ...work.editions.map(({ language, title }) => [language, title] as const),
    [undefined, work.id] as const,
  ];
  return names.some(([language, name]) => holdsPattern(foldText(name).text, pattern, stemmerFor(language)));
}

function lookAt(filter: UnitFilter, position: number, corpus: Corpus): readonly TermHit[] {
  switch (filter.by) {
    case 'unit':
    case 'kind':
    case 'work':
      return [];
    case 'note':
      return corpus
        .notes()
        .flatMap(({ field, positions, folded }): readonly TermHit[] =>
          field.kind === 'note' && positions.includes(position)
            ? [{ field, folded: folded.text, spans: [], weight: 0 }]
            : [],
        );
    case 'color':
      return corpus
        .highlights()
        .filter((highlight) => highlight.position === position && filter.colors.includes(highlight.color))
        .map(({ language, span, exact }): TermHit => ({
          field: { kind: 'text', language },
          folded: corpus.foldedAt(language, position).text,
          spans: stillThere(corpus, position, language, span, exact),
          weight: 0,
        }));
  }
}

// Where the text was corrected the words may have moved: then the text is shown and nothing is marked.
function stillThere(
  corpus: Corpus,
  position: number,
  language: string,
  span: TextSpan,
  exact: string,
): readonly TextSpan[] {
  const unit = corpus.unitAt(position);
  const isThere = unit !== undefined && segmentText(unit, language).slice(span.start, span.end) === exact;
  return isThere ? [span] : [];
}

function sorted(positions: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set(positions)).sort();
}
