import { isChinese, type LanguageTag } from '../../text/language.ts';
import { segmentText, type Edition, type EditionStatus, type Unit } from '../../text/work.ts';
import type { FoundFile } from '../import-files.ts';
import type { SetAside, SetAsideReason } from '../set-aside.ts';

/** What a reader says of one edition of an imported text. */
export interface EditionDetails {
  readonly title: string;
  readonly status: EditionStatus;
  /** Who published it, or the file it is from. */
  readonly sourceName: string;
  /** Where it was found; plain text that is never opened. '' where that is not known. */
  readonly url: string;
  /** ISO 8601, of its publication or else of the day it was taken in. */
  readonly date: string;
  /** One note a line. */
  readonly notes: string;
}

/** What an import found, as far as it says something about an edition. */
export interface FoundText {
  readonly units: readonly Unit[];
  readonly setAside: readonly SetAside[];
  readonly files: readonly Pick<FoundFile, 'name' | 'languages'>[];
}

/** A first line longer than this is no title. In UTF-16 code units. */
const LONGEST_TITLE = 160;

/** What stands around a text and says where it comes from. */
const PROVENANCE: ReadonlySet<SetAsideReason> = new Set([
  'byline',
  'copyright',
  'metadata',
  'duplicate-headline',
]);

/**
 * What can be told of an edition without asking: its title from its title unit, else from a short first line; its source
 * from the name of its file; and, word for word, what stood around it and says where it comes from.
 * @param today ISO 8601, the date in the reader's time zone.
 */
export function proposeEdition(found: FoundText, language: LanguageTag, today: string): EditionDetails {
  const files = found.files.filter(({ languages }) => languages.includes(language)).map(({ name }) => name);
  const notes = found.setAside
    .filter((aside) => aside.language === language && PROVENANCE.has(aside.reason))
    .map(({ text }) => onOneLine(text, language));
  const title = findTitle(found.units, language);
  return {
    title: title ?? (files[0] ?? '').replace(/\.[a-z0-9]+$/iu, ''),
    status: 'unknown',
    sourceName: files.join(', '),
    url: '',
    date: today,
    // A headline that repeats the title says nothing more.
    notes: [...new Set(notes)].filter((note) => note !== title).join('\n'),
  };
}

/** What is known of an edition that is there, in the fields in which a reader describes one. */
export function describeEdition({ title, status, source }: Edition): EditionDetails {
  const [first = '', ...others] = source.notes;
  const hasUrl = /^https?:\/\/\S+$/u.test(first);
  return {
    title,
    status,
    sourceName: source.name,
    url: hasUrl ? first : '',
    date: source.date,
    notes: (hasUrl ? others : source.notes).join('\n'),
  };
}

function findTitle(units: readonly Unit[], language: LanguageTag): string | undefined {
  const unit = units
    .filter((one) => one.kind === 'title' && segmentText(one, language) !== '')
    // A caption above the title can look like one, too: in one language.
    .toSorted((a, b) => countSegments(b) - countSegments(a))[0];
  if (unit !== undefined) return onOneLine(segmentText(unit, language), language);
  const first = units.map((one) => segmentText(one, language)).find((text) => text !== '') ?? '';
  const line = first.split('\n')[0] ?? '';
  return line !== '' && line.length <= LONGEST_TITLE ? line : undefined;
}

function countSegments({ segments }: Unit): number {
  return Object.values(segments).filter((text) => text !== '').length;
}

function onOneLine(text: string, language: LanguageTag): string {
  return text.trim().replace(/\s*\n\s*/gu, isChinese(language) ? '' : ' ');
}
