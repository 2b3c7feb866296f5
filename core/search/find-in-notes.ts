import type { TextSpan } from '../text/text-span.ts';
import { BM25, inverseDocumentFrequency } from './bm25.ts';
import type { TermHit } from './finder.ts';
import type { NoteField } from './note-fields.ts';
import { NO_UNITS, type WeighedUnits } from './position-sets.ts';

/** What was found in notes and tags. */
export interface NotesFound {
  readonly hits: ReadonlyMap<number, readonly TermHit[]>;
  /** The sums of the weights of the hits. */
  readonly weighed: WeighedUnits;
}

/** What is found where notes and tags are not looked through. */
export const NOTHING_IN_NOTES: NotesFound = { hits: new Map(), weighed: NO_UNITS };

/**
 * Looks through notes and tags.
 * @param find where something stands in the folded text of one; null where it is not looked for.
 */
export function findInNotes(
  notes: readonly NoteField[],
  find: (note: NoteField) => readonly TextSpan[] | null,
): NotesFound {
  if (notes.length === 0) return NOTHING_IN_NOTES;
  const found: { readonly note: NoteField; readonly spans: readonly TextSpan[] }[] = [];
  let searchedCount = 0;
  for (const note of notes) {
    const spans = find(note);
    if (spans === null) continue;
    searchedCount += 1;
    if (spans.length > 0) found.push({ note, spans });
  }
  const hits = new Map<number, TermHit[]>();
  for (const { note, spans } of found) {
    const { field, folded, positions } = note;
    const weight = weighNote(spans.length, found.length, searchedCount);
    const hit: TermHit = { field, folded: folded.text, spans: spans.map(folded.toOriginal), weight };
    for (const position of positions) {
      const inUnit = hits.get(position);
      if (inUnit === undefined) hits.set(position, [hit]);
      else inUnit.push(hit);
    }
  }
  const units = Uint32Array.from(hits.keys()).sort();
  const scores = Float64Array.from(units, (position) => sumOfWeights(hits.get(position) ?? []));
  return { hits, weighed: { units, scores } };
}

/** What hits weigh together. */
export function sumOfWeights(hits: readonly TermHit[]): number {
  return hits.reduce((sum, { weight }) => sum + weight, 0);
}

// lunr's BM25 without its length normalisation: a long note is not a worse one.
function weighNote(frequency: number, matching: number, total: number): number {
  const { k1 } = BM25;
  return (inverseDocumentFrequency(matching, total) * (k1 + 1) * frequency) / (k1 + frequency);
}
