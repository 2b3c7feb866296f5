import {
  annotationSchema,
  MAX_CONTEXT_LENGTH,
  ON_WORDS,
  type Annotation,
  type AnnotationKind,
  type AnnotationTarget,
  type HighlightColor,
} from '../../annotation/annotation.ts';
import { z } from '../../schema.ts';
import { guessLanguage } from '../../text/guess-language.ts';
import type { LanguageTag } from '../../text/language.ts';
import type { Work } from '../../text/work.ts';
import { deriveId } from './derive-id.ts';
import { refuseFirst } from './note-file-problem.ts';
import type { PlacedQuote, Quote } from './place-quote.ts';
import {
  asList,
  isOfType,
  selectorsOf,
  type FoundAnnotation,
  type RawAnnotation,
  type RawBody,
  type RawTarget,
} from './raw-annotation.ts';
import { readBodies } from './read-own-annotation.ts';

/** What other programs call their colours (Readium's six are the first), and what comes nearest here. */
const COLORS: ReadonlyMap<string, HighlightColor> = new Map([
  ['pink', 'red'],
  ['orange', 'yellow'],
  ['yellow', 'yellow'],
  ['green', 'green'],
  ['blue', 'blue'],
  ['purple', 'violet'],
  ['red', 'red'],
  ['violet', 'violet'],
]);

/** Names no unit: words of another program's text that were not found in ours. */
const NO_UNIT = 'unknown';

const MAX_TAG_LENGTH = 100;
const MAX_TAGS = 100;

/** The words another program's annotation quotes, one for each target that quotes any. */
export function quotesOf({ raw }: FoundAnnotation): readonly Quote[] {
  return asList<RawTarget>(raw.target).flatMap((target) => {
    const quote = selectorsOf(target).find(
      (selector) => isOfType(selector, 'TextQuoteSelector') && (selector.exact ?? '') !== '',
    );
    return quote === undefined
      ? []
      : [{ exact: quote.exact ?? '', prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' }];
  });
}

/**
 * Another program's annotation as one of ours on a work; words without a place are targets of an orphan. What has no
 * time of its own gets `time`.
 * @throws NoteFileError where a note is longer than Duizhao keeps.
 */
export function readForeignAnnotation(
  work: Work,
  { raw, path }: FoundAnnotation,
  words: readonly { readonly quote: Quote; readonly placed: PlacedQuote | undefined }[],
  time: string,
): Annotation {
  const { body, tags } = readBodies(raw);
  const created = readTime(raw.created) ?? time;
  const annotation: Annotation = {
    id: readId(raw),
    kind: readKind(raw, body),
    color: readColor(raw),
    body,
    tags: tags
      .map((tag) => tag.trim().slice(0, MAX_TAG_LENGTH))
      .filter((tag) => tag !== '')
      .slice(0, MAX_TAGS),
    isAnswered: false,
    scope: ON_WORDS,
    targets: words.map(({ quote, placed }) =>
      placed?.workId === work.id ? placed.target : describeOrphan(work, quote),
    ),
    created,
    modified: readTime(raw.modified ?? raw.updated) ?? created,
  };
  const parsed = annotationSchema.safeParse(annotation);
  return parsed.success ? parsed.data : refuseFirst(parsed.error, path);
}

function readId(raw: RawAnnotation): string {
  const id = raw.id?.replace(/^urn:uuid:/i, '') ?? '';
  return z.uuid().safeParse(id).success ? id : deriveId(['foreign', id === '' ? JSON.stringify(raw) : id]);
}

function readKind({ motivation }: RawAnnotation, body: string): AnnotationKind {
  const motivations = asList<string>(motivation);
  if (motivations.includes('bookmarking')) return 'bookmark';
  if (motivations.includes('questioning')) return 'question';
  return body === '' ? 'highlight' : 'note';
}

function readColor(raw: RawAnnotation): HighlightColor {
  const named = asList<RawBody>(raw.body).flatMap((body) => (typeof body === 'string' ? [] : [body.color]));
  return (
    [raw.color, ...named].map((name) => COLORS.get(name ?? '')).find((color) => color !== undefined) ??
    'yellow'
  );
}

/** Any time JavaScript understands, as ours are written. */
function readTime(time: string | null | undefined): string | undefined {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

function describeOrphan(work: Work, { exact, prefix, suffix }: Quote): AnnotationTarget {
  return {
    unit: NO_UNIT,
    language: chooseLanguage(work, exact),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact,
        prefix: prefix.slice(-MAX_CONTEXT_LENGTH),
        suffix: suffix.slice(0, MAX_CONTEXT_LENGTH),
      },
      { type: 'TextPositionSelector', start: 0, end: exact.length },
    ],
  };
}

function chooseLanguage(work: Work, words: string): LanguageTag {
  const guessed = guessLanguage(words)?.split('-')[0];
  const languages = work.editions.map(({ language }) => language);
  return languages.find((language) => language.split('-')[0] === guessed) ?? languages[0] ?? 'und';
}
