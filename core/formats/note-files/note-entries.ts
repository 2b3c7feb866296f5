import type { Annotation, AnnotationTarget } from '../../annotation/annotation.ts';
import { placeAnnotations, type Placement } from '../../annotation/place-annotations.ts';
import type { LanguageTag } from '../../text/language.ts';
import { findCounterpart, indexLinks, type LinkIndex } from '../../text/link-index.ts';
import { spanText } from '../../text/text-span.ts';
import { labelUnits } from '../../text/unit-label.ts';
import { segmentText, type Unit, type Work } from '../../text/work.ts';
import type { NoteWords } from './note-words.ts';
import type { WorkNotes } from './work-notes.ts';

/** Words shown with a note. */
export interface NoteQuote {
  readonly language: LanguageTag;
  readonly text: string;
  /**
   * 'words': what the note is on. 'counterpart': what answers them in another language by the work's links. 'clause':
   * the text of the clause a free note is on. 'detached': what the note was on and can no longer be found.
   */
  readonly role: 'words' | 'counterpart' | 'clause' | 'detached';
}

/** A note ready for reading. */
export interface NoteEntry {
  readonly annotation: Annotation;
  /** The unit it stands in; undefined for notes on the whole work and where the unit is gone. */
  readonly unit: Unit | undefined;
  /** Where it stands, in words: the clause, the whole text, or that it is detached. */
  readonly place: string;
  /** In the order of the units, then of the editions. */
  readonly quotes: readonly NoteQuote[];
  /** When it was deleted; undefined for what is not in the bin. */
  readonly deleted: string | undefined;
}

/** The notes of a work in the order of the text: on the whole work first, then by place, then detached ones, then the bin. */
export function listNoteEntries({ work, notebook }: WorkNotes, words: NoteWords): readonly NoteEntry[] {
  const index = indexWork(work, words);
  const binned = new Map(notebook.bin.map(({ annotation, deleted }) => [annotation.id, deleted]));
  const describe = (annotations: readonly Annotation[]): readonly NoteEntry[] => {
    const placed = placeAnnotations(work, annotations).byId;
    return annotations
      .map((annotation) =>
        describeNote(index, annotation, placed.get(annotation.id), binned.get(annotation.id)),
      )
      .toSorted((a, b) => a.order - b.order)
      .map(({ order: _order, ...entry }) => entry);
  };
  return [...describe(notebook.annotations), ...describe(notebook.bin.map(({ annotation }) => annotation))];
}

interface WorkIndex {
  readonly work: Work;
  readonly words: NoteWords;
  readonly links: LinkIndex;
  readonly units: ReadonlyMap<string, { readonly unit: Unit; readonly order: number }>;
  readonly label: (unit: Unit) => string;
}

function indexWork(work: Work, words: NoteWords): WorkIndex {
  return {
    work,
    words,
    links: indexLinks(work),
    units: new Map(work.units.map((unit, order) => [unit.id, { unit, order }])),
    label: labelUnits(work, words),
  };
}

interface Found {
  readonly placements: readonly Placement[];
  readonly orphanedTargets: readonly AnnotationTarget[];
}

function describeNote(
  index: WorkIndex,
  annotation: Annotation,
  found: Found | undefined,
  deleted: string | undefined,
): NoteEntry & { readonly order: number } {
  const { work, words, units, label } = index;
  const { scope } = annotation;
  const shared = { annotation, deleted };
  if (scope.type === 'work')
    return { ...shared, unit: undefined, place: words.wholeWork, quotes: [], order: -1 };
  if (scope.type === 'unit') {
    const entry = scope.orphanedFrom === undefined ? units.get(scope.unit) : undefined;
    if (entry === undefined) {
      return { ...shared, unit: undefined, place: words.detached, quotes: [], order: work.units.length };
    }
    return {
      ...shared,
      unit: entry.unit,
      place: label(entry.unit),
      quotes: quoteUnit(work, entry.unit),
      order: entry.order,
    };
  }
  const { placements = [], orphanedTargets = annotation.targets } = found ?? {};
  const quotes = [...quoteWords(index, placements), ...orphanedTargets.map(quoteOrphan)];
  const [first] = placements;
  const unit = units.get(first?.unit ?? '')?.unit;
  return {
    ...shared,
    unit,
    place: unit === undefined ? words.detached : label(unit),
    quotes,
    order: first?.place ?? work.units.length,
  };
}

function quoteUnit(work: Work, unit: Unit): readonly NoteQuote[] {
  return work.editions.flatMap(({ language }): readonly NoteQuote[] => {
    const text = segmentText(unit, language);
    return text === '' ? [] : [{ language, text, role: 'clause' }];
  });
}

function quoteOrphan({ language, selector }: AnnotationTarget): NoteQuote {
  return { language, text: selector[0].exact, role: 'detached' };
}

function quoteWords(index: WorkIndex, placements: readonly Placement[]): readonly NoteQuote[] {
  const unitIds = [...new Set(placements.map(({ unit }) => unit))];
  return unitIds.flatMap((id) => {
    const unit = index.units.get(id)?.unit;
    const inside = placements.filter((placement) => placement.unit === id);
    return unit === undefined
      ? []
      : index.work.editions.flatMap(({ language }) => quoteIn(index.links, unit, language, inside));
  });
}

/** What one edition has for words of a unit: the words themselves, else what answers them. */
function quoteIn(
  links: LinkIndex,
  unit: Unit,
  language: LanguageTag,
  placements: readonly Placement[],
): readonly NoteQuote[] {
  const text = segmentText(unit, language);
  const own = placements.filter((placement) => placement.language === language);
  if (own.length > 0) {
    return own.map(({ span }) => ({ language, text: spanText(text, span), role: 'words' }));
  }
  const answering = new Map(
    placements
      .flatMap((placement) => findCounterpart(links, unit.id, placement, { language, text }))
      .map((span) => [`${span.start}-${span.end}`, span]),
  );
  if (answering.size === 0) return [];
  const spans = [...answering.values()].toSorted((a, b) => a.start - b.start);
  return [{ language, text: spans.map((span) => spanText(text, span)).join(' … '), role: 'counterpart' }];
}

/** The titles of a work in all its languages, on one line. */
export function joinTitles(work: Work): string {
  return work.editions.map(({ language, title }) => work.titles[language] ?? title).join(' / ');
}

/** Kind, state and colour of a note, in words. */
export function describeKind({ kind, color, isAnswered }: Annotation, words: NoteWords): readonly string[] {
  const state = kind === 'question' ? [isAnswered ? words.answered : words.open] : [];
  return [words.kindNames[kind], ...state, words.colorNames[color]];
}

/** Entries that stand in the same place one after another, under what that place is called. */
export function groupByPlace(
  entries: readonly NoteEntry[],
  words: NoteWords,
): readonly { readonly heading: string; readonly entries: readonly NoteEntry[] }[] {
  const groups: { heading: string; entries: NoteEntry[] }[] = [];
  for (const entry of entries) {
    const heading = entry.deleted === undefined ? entry.place : words.bin;
    const last = groups.at(-1);
    if (last?.heading === heading) last.entries.push(entry);
    else groups.push({ heading, entries: [entry] });
  }
  return groups;
}
