import { segmentText } from '../text/work.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';
import { renderingText } from './counterpart.ts';
import type { ConcordanceLine, RenderingKey } from './find-lines.ts';

/** A way the words looked up were rendered, or one of the ways they were not. */
export interface RenderingRow {
  readonly rendering: RenderingKey;
  /** The rendering as it stands, each way it is written with how often, the most frequent first. Empty where there is none. */
  readonly forms: readonly RenderingForm[];
  /** Where it was used: positions in the list of lines, in its order. Never empty. */
  readonly lines: readonly number[];
}

/** One way a rendering is written. */
export interface RenderingForm {
  readonly text: string;
  readonly count: number;
}

interface GrowingRow {
  readonly rendering: RenderingKey;
  readonly lines: number[];
  readonly forms: Map<string, number>;
}

/** Names a rendering in a map. */
export function renderingId({ type, key }: RenderingKey): string {
  return `${type} ${key}`;
}

/** The rendering of a line as it stands in the segment; '' where there is none. */
export function renderingOfLine(corpus: ConcordanceCorpus, line: ConcordanceLine, other: string): string {
  const unit = corpus.works[line.work]?.units[line.unit];
  return unit === undefined || line.counterpart.type !== 'linked'
    ? ''
    : renderingText(segmentText(unit, other), line.counterpart.spans);
}

/** How the words of the lines were rendered: the most frequent rendering first, then those of longer phrases, then what has none. */
export function tabulateRenderings(
  corpus: ConcordanceCorpus,
  lines: readonly ConcordanceLine[],
  other: string,
): readonly RenderingRow[] {
  const rows = new Map<string, GrowingRow>();
  for (const [index, line] of lines.entries()) {
    const id = renderingId(line.rendering);
    const row: GrowingRow = rows.get(id) ?? { rendering: line.rendering, lines: [], forms: new Map() };
    rows.set(id, row);
    row.lines.push(index);
    const form = renderingOfLine(corpus, line, other);
    if (form !== '') row.forms.set(form, (row.forms.get(form) ?? 0) + 1);
  }
  return [...rows.values()]
    .map((row) => ({
      rendering: row.rendering,
      lines: row.lines,
      forms: Array.from(row.forms, ([text, count]) => ({ text, count })).toSorted(
        (a, b) => b.count - a.count,
      ),
    }))
    .toSorted((a, b) => rankOf(a.rendering) - rankOf(b.rendering) || b.lines.length - a.lines.length);
}

function rankOf({ type }: RenderingKey): number {
  return type === 'rendered' ? 0 : type === 'wider' ? 1 : 2;
}
