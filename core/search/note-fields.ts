import type { Annotation } from '../annotation/annotation.ts';
import type { FoldedText } from './fold-text.ts';
import { foldText } from './fold-text.ts';
import type { MatchedField } from './search-result.ts';

/** One note or tag as search sees it. */
export interface NoteField {
  readonly field: Exclude<MatchedField, { readonly kind: 'text' }>;
  /** The units its annotation stands in, by position in the work. */
  readonly positions: readonly number[];
  readonly folded: FoldedText;
}

/**
 * The notes and tags of a work, folded. They are looked through without an index: a reader's notes are few enough that
 * a scan takes milliseconds, and a note is found the moment it is saved. Texts folded before are not folded again.
 */
export class NoteFields {
  #annotations: readonly Annotation[] = [];
  #fields: readonly NoteField[] | undefined;
  #foldedTexts: ReadonlyMap<string, FoldedText> = new Map();
  readonly #positions: ReadonlyMap<string, number>;

  /** @param positions where each unit stands in the work, by id. */
  constructor(positions: ReadonlyMap<string, number>) {
    this.#positions = positions;
  }

  /** Replaces all annotations. Nothing is computed before the next {@link list}. */
  replace(annotations: readonly Annotation[]): void {
    this.#annotations = annotations;
    this.#fields = undefined;
  }

  /** Every non-empty note and tag, in the annotations' order. Those of units the work does not have are left out. */
  list(): readonly NoteField[] {
    if (this.#fields !== undefined) return this.#fields;
    const known = this.#foldedTexts;
    const foldedTexts = new Map<string, FoldedText>();
    const fold = (text: string): FoldedText => {
      const folded = known.get(text) ?? foldText(text);
      foldedTexts.set(text, folded);
      return folded;
    };
    this.#fields = this.#annotations.flatMap((annotation): readonly NoteField[] => {
      const positions = this.#positionsOf(annotation);
      if (positions.length === 0) return [];
      const { id: annotationId, body } = annotation;
      const note: readonly NoteField[] =
        body === '' ? [] : [{ field: { kind: 'note', annotationId }, positions, folded: fold(body) }];
      const tags = annotation.tags.map((tag): NoteField => ({
        field: { kind: 'tag', annotationId, tag },
        positions,
        folded: fold(tag),
      }));
      return [...note, ...tags];
    });
    this.#foldedTexts = foldedTexts;
    return this.#fields;
  }

  #positionsOf(annotation: Annotation): readonly number[] {
    const positions = annotation.targets.map(({ unit }) => this.#positions.get(unit));
    return [...new Set(positions)].filter((position) => position !== undefined);
  }
}
