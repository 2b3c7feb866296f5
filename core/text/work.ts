import type { LanguageTag } from './language.ts';
import type { TextSpan } from './text-span.ts';

/** One text in the library, in all its languages, as the program holds it. The file's shape is `work-file.ts`. */
export interface Work {
  readonly id: string;
  readonly titles: Readonly<Record<LanguageTag, string>>;
  readonly editions: readonly Edition[];
  readonly units: readonly Unit[];
  readonly links: readonly Link[];
  readonly remarks: readonly Remark[];
  readonly terms: readonly Term[];
  readonly outline: readonly OutlineEntry[];
}

/** One language version of a work. */
export interface Edition {
  readonly language: LanguageTag;
  readonly title: string;
  readonly status: EditionStatus;
  readonly source: EditionSource;
}

/** Whether this version was signed or adopted as authentic. 'unknown' where the source does not say. */
export type EditionStatus = 'official' | 'unofficial' | 'unknown';

/** Where an edition was taken from; `notes` keep what stood around it (headline, captions), word for word. */
export interface EditionSource {
  readonly name: string;
  /** ISO 8601 date of publication. */
  readonly date: string;
  readonly notes: readonly string[];
}

/** One row of the parallel view: the corresponding stretch in every edition. */
export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  /** The number the text itself gives, in European digits: '1', '3.2'. */
  readonly number?: string;
  /** The text per edition; '' where nothing corresponds. A line feed is a line break of the source. */
  readonly segments: Readonly<Record<LanguageTag, string>>;
}

/** What a unit is in its text. */
export const UNIT_KINDS = [
  'title',
  'paragraph',
  'item',
  'heading',
  'signature',
  'dateline',
  'footnote',
] as const;

/** One of {@link UNIT_KINDS}. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Spans per language, each list sorted and without overlaps. */
export type SpansByLanguage = Readonly<Record<LanguageTag, readonly TextSpan[]>>;

/**
 * Phrases that answer each other inside one unit. A link with spans in one language only is a null link: the words have
 * no counterpart in the other editions.
 */
export interface Link {
  readonly unit: string;
  readonly spans: SpansByLanguage;
  /**
   * How probable it is that this is right, above 0 and at most 1: the program has proposed the link. Without it somebody
   * has made it.
   */
  readonly confidence?: number;
}

/** Bundled editorial comment on a divergence between the editions; `text` is per interface language. */
export interface Remark {
  readonly unit: string;
  readonly kind: RemarkKind;
  readonly spans: SpansByLanguage;
  readonly text: Readonly<Record<LanguageTag, string>>;
}

export type RemarkKind = 'omission' | 'addition' | 'modality' | 'scope' | 'number' | 'term' | 'order';

/** A term of the text with its renderings. Occurrences are found by the program, never listed. */
export interface Term {
  readonly chinese: string;
  readonly english: readonly string[];
  /** Hanyu Pinyin with tone marks, words separated by spaces. */
  readonly pinyin: string;
  readonly note?: string;
}

/** A line of the contents; it reaches from `unit` to the unit before the next entry's. */
export interface OutlineEntry {
  readonly titles: Readonly<Record<LanguageTag, string>>;
  readonly unit: string;
  readonly children: readonly OutlineEntry[];
}

/** The text of one edition in one unit; '' where the unit has none. */
export function segmentText(unit: Unit, language: LanguageTag): string {
  return unit.segments[language] ?? '';
}

/** Whether the words of a link have no counterpart: it has spans in one language only. */
export function isNullLink(link: Link): boolean {
  return Object.values(link.spans).filter((spans) => spans.length > 0).length === 1;
}

/** Whether the program has proposed a link, and nobody made it. */
export function isProposedLink(link: Link): boolean {
  return link.confidence !== undefined;
}
