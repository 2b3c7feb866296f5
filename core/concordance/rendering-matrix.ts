import type { Steps } from '../steps.ts';
import { isChinese } from '../text/language.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';
import type { CorpusPart, DividedCorpus } from './divide-works.ts';
import { findLines, type ConcordanceLine, type ConcordanceQuery } from './find-lines.ts';
import { tabulateRenderings, type RenderingRow } from './tabulate-renderings.ts';

/** Which term stands in which part of the corpus, and how it is rendered there. */
export interface TermMatrix {
  /** The parts in which any of the terms stands, in the order of the works. */
  readonly columns: readonly CorpusPart[];
  readonly rows: readonly MatrixRow[];
}

/** A term with its renderings, place by place. */
export interface MatrixRow {
  readonly term: string;
  /** How it is rendered, the most frequent first, then what has no rendering. */
  readonly renderings: readonly MatrixRendering[];
  readonly count: number;
  /** Whether the links show it rendered in more than one way; renderings of longer phrases do not count. */
  readonly isInconsistent: boolean;
}

/** One rendering of a term: how often in each column of the matrix. */
export interface MatrixRendering extends Pick<RenderingRow, 'rendering' | 'forms'> {
  readonly counts: readonly number[];
  readonly count: number;
}

/**
 * Looks up each of some terms and counts its renderings by part: at a glance shows where a term is not rendered as it
 * is elsewhere. Terms that do not stand in the corpus are left out.
 */
export function* composeMatrix(
  corpus: ConcordanceCorpus,
  divided: DividedCorpus,
  queries: readonly ConcordanceQuery[],
): Steps<TermMatrix> {
  const found: {
    readonly term: string;
    readonly lines: readonly ConcordanceLine[];
    readonly other: string;
  }[] = [];
  for (const query of queries) {
    const lines = yield* findLines(corpus, query);
    if (lines.length > 0) found.push({ term: query.text, lines, other: query.counterpart });
    yield;
  }
  const used = new Set(
    found.flatMap(({ lines }) => lines.map(({ work, unit }) => divided.partOf(work, unit))),
  );
  const numbers = [...used].filter((number) => number >= 0).toSorted((a, b) => a - b);
  const columnOf = new Map(numbers.map((number, column) => [number, column]));
  const rows = found.map(({ term, lines, other }): MatrixRow => {
    const renderings = tabulateRenderings(corpus, lines, other).map((row): MatrixRendering => {
      const counts = numbers.map(() => 0);
      for (const index of row.lines) {
        const line = lines[index];
        const column = line === undefined ? undefined : columnOf.get(divided.partOf(line.work, line.unit));
        if (column !== undefined) counts[column] = (counts[column] ?? 0) + 1;
      }
      return { rendering: row.rendering, forms: row.forms, counts, count: row.lines.length };
    });
    const ways = renderings.filter(({ rendering }) => rendering.type === 'rendered').length;
    return { term, renderings, count: lines.length, isInconsistent: ways > 1 };
  });
  const columns = numbers.flatMap((number) => divided.parts[number] ?? []);
  return { columns, rows };
}

/** The terms the works list, in the language they are looked up in: each once, in the order of the works. */
export function listTermTexts(corpus: ConcordanceCorpus, language: string): readonly string[] {
  const terms = corpus.works.flatMap((work) => work.terms);
  return [...new Set(terms.flatMap((term) => (isChinese(language) ? [term.chinese] : term.english)))];
}
