import type { Annotation, HighlightColor } from '../annotation/annotation.ts';
import { noteWords } from '../annotation/note-words.ts';
import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
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

/** Words that stand highlighted in the text of a unit. */
export interface HighlightField {
  readonly color: HighlightColor;
  readonly position: number;
  readonly language: LanguageTag;
  /** As the annotation remembers it: whether these words still stand there is another question. */
  readonly span: TextSpan;
  readonly exact: string;
}

/**
 * The notes and tags of a work, folded. They are looked through without an index: a reader's notes are few enough that
 * a scan takes milliseconds, and a note is found the moment it is saved. Texts folded before are not folded again.
 */
export class NoteFields {
  #annotations: readonly Annotation[] = [];
  #fields: readonly NoteField[] | undefined;
  #highlights: readonly HighlightField[] | undefined;
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
    this.#highlights = undefined;
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
        body === ''
          ? []
          : [{ field: { kind: 'note', annotationId }, positions, folded: fold(noteWords(body)) }];
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

  /** What every annotation stands on. */
  listHighlights(): readonly HighlightField[] {
    this.#highlights ??= this.#annotations.flatMap(({ color, targets }) =>
      targets.flatMap(({ unit, language, selector: [quote, place] }): readonly HighlightField[] => {
        const position = this.#positions.get(unit);
        if (position === undefined) return [];
        const { start, end } = place;
        return [{ color, position, language, span: { start, end }, exact: quote.exact }];
      }),
    );
    return this.#highlights;
  }

  #positionsOf(annotation: Annotation): readonly number[] {
    const { scope, targets } = annotation;
    const units = scope.type === 'unit' ? [scope.unit] : targets.map(({ unit }) => unit);
    const positions = units.map((unit) => this.#positions.get(unit));
    return [...new Set(positions)].filter((position) => position !== undefined);
  }
}
