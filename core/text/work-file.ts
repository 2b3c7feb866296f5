import { z } from '../schema.ts';
import type { LanguageTag } from './language.ts';
import {
  UNIT_KINDS,
  type Link,
  type OutlineEntry,
  type Remark,
  type SpansByLanguage,
  type Term,
  type Work,
} from './work.ts';
import { compareSpans, spansOverlap } from './text-span.ts';

/** The version of work.json that this program reads and writes. */
export const WORK_SCHEMA_VERSION = 1;

/** Validates a BCP 47 language tag. */
export const languageTagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag');

/** The id of a work or of a unit. */
export const identifierSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');
const textByLanguage = z.record(languageTagSchema, z.string());
const spanPair = z.tuple([z.int().min(0), z.int().min(1)]);
const spansByLanguage = z.record(languageTagSchema, z.array(spanPair).min(1));

interface OutlineEntryFile {
  titles: Record<LanguageTag, string>;
  unit: string;
  children?: OutlineEntryFile[] | undefined;
}

const outlineEntry: z.ZodType<OutlineEntryFile> = z.lazy(() =>
  z.strictObject({
    titles: textByLanguage,
    unit: identifierSchema,
    children: z.array(outlineEntry).optional(),
  }),
);

const workFileSchema = z.strictObject({
  schema: z.literal(WORK_SCHEMA_VERSION),
  id: identifierSchema,
  titles: textByLanguage,
  editions: z
    .array(
      z.strictObject({
        language: languageTagSchema,
        title: z.string().min(1),
        status: z.enum(['official', 'unofficial', 'unknown']),
        source: z.strictObject({ name: z.string().min(1), date: z.iso.date(), notes: z.array(z.string()) }),
      }),
    )
    .min(1),
  units: z
    .array(
      z.strictObject({
        id: identifierSchema,
        kind: z.enum(UNIT_KINDS),
        number: z.string().min(1).optional(),
        segments: textByLanguage,
      }),
    )
    .min(1),
  links: z.array(
    z.strictObject({
      unit: identifierSchema,
      spans: spansByLanguage,
      confidence: z.number().gt(0).max(1).optional(),
    }),
  ),
  remarks: z.array(
    z.strictObject({
      unit: identifierSchema,
      kind: z.enum(['omission', 'addition', 'modality', 'scope', 'number', 'term', 'order']),
      spans: spansByLanguage,
      text: z.record(languageTagSchema, z.string().min(1)),
    }),
  ),
  terms: z.array(
    z.strictObject({
      'zh-Hans': z.string().min(1),
      en: z.array(z.string().min(1)).min(1),
      pinyin: z.string().min(1),
      note: z.string().min(1).optional(),
    }),
  ),
  outline: z.array(outlineEntry),
});

/** work.json as it stands on disk: public and stable, since people write such files. */
export type WorkFile = z.output<typeof workFileSchema>;

/** Says every place where a file is not a work, in words its author can act on. */
export class InvalidWorkError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`This is not a work Duizhao can read:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'InvalidWorkError';
    this.problems = problems;
  }
}

/**
 * Reads the value of a work.json.
 * @throws InvalidWorkError naming every place that breaks the schema or points at something that is not there.
 */
export function parseWork(value: unknown): Work {
  const parsed = workFileSchema.safeParse(value);
  if (!parsed.success) {
    throw new InvalidWorkError(
      parsed.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${path.join('.')}: ${message}`,
      ),
    );
  }
  const file = parsed.data;
  const problems = findBrokenReferences(file);
  if (problems.length > 0) throw new InvalidWorkError(problems);
  return {
    id: file.id,
    titles: file.titles,
    editions: file.editions,
    units: file.units.map(({ number, ...unit }) => (number === undefined ? unit : { ...unit, number })),
    links: file.links.map(parseLink),
    remarks: file.remarks.map((remark): Remark => ({ ...remark, spans: parseSpans(remark.spans) })),
    terms: file.terms.map(parseTerm),
    outline: file.outline.map(parseOutlineEntry),
  };
}

/** The value to write as work.json. `parseWork(serializeWork(work))` equals `work`. */
export function serializeWork(work: Work): WorkFile {
  return {
    schema: WORK_SCHEMA_VERSION,
    id: work.id,
    titles: { ...work.titles },
    editions: work.editions.map((edition) => ({
      ...edition,
      source: { ...edition.source, notes: [...edition.source.notes] },
    })),
    units: work.units.map((unit) => ({ ...unit, segments: { ...unit.segments } })),
    links: serializeLinks(work.links),
    remarks: work.remarks.map((remark) => ({
      ...remark,
      spans: serializeSpans(remark.spans),
      text: { ...remark.text },
    })),
    terms: work.terms.map(({ chinese, english, ...rest }) => ({
      'zh-Hans': chinese,
      en: [...english],
      ...rest,
    })),
    outline: work.outline.map(serializeOutlineEntry),
  };
}

/** Links as they stand in a work.json. */
export function serializeLinks(links: readonly Link[]): WorkFile['links'] {
  return links.map(({ unit, spans, confidence }) => ({
    unit,
    spans: serializeSpans(spans),
    ...(confidence === undefined ? {} : { confidence }),
  }));
}

function parseLink({ unit, spans, confidence }: WorkFile['links'][number]): Link {
  const link = { unit, spans: parseSpans(spans) };
  return confidence === undefined ? link : { ...link, confidence };
}

function parseSpans(spans: Record<LanguageTag, [number, number][]>): SpansByLanguage {
  return Object.fromEntries(
    Object.entries(spans).map(([language, pairs]) => [
      language,
      pairs.map(([start, end]) => ({ start, end })),
    ]),
  );
}

function serializeSpans(spans: SpansByLanguage): Record<LanguageTag, [number, number][]> {
  return Object.fromEntries(
    Object.entries(spans).map(([language, list]) => [
      language,
      list.map(({ start, end }): [number, number] => [start, end]),
    ]),
  );
}

function parseTerm(term: WorkFile['terms'][number]): Term {
  const parsed = { chinese: term['zh-Hans'], english: term.en, pinyin: term.pinyin };
  return term.note === undefined ? parsed : { ...parsed, note: term.note };
}

function parseOutlineEntry(entry: OutlineEntryFile): OutlineEntry {
  return { titles: entry.titles, unit: entry.unit, children: (entry.children ?? []).map(parseOutlineEntry) };
}

function serializeOutlineEntry(entry: OutlineEntry): OutlineEntryFile {
  const file = { titles: { ...entry.titles }, unit: entry.unit };
  return entry.children.length === 0
    ? file
    : { ...file, children: entry.children.map(serializeOutlineEntry) };
}

function findBrokenReferences(file: WorkFile): string[] {
  const problems: string[] = [];
  const languages = new Set(file.editions.map((edition) => edition.language));
  if (languages.size !== file.editions.length) problems.push('editions: two editions have the same language');
  const units = new Map(file.units.map((unit) => [unit.id, unit]));
  if (units.size !== file.units.length) problems.push('units: two units have the same id');

  for (const unit of file.units) {
    for (const language of Object.keys(unit.segments)) {
      if (!languages.has(language)) problems.push(`units.${unit.id}: no edition is in "${language}"`);
    }
  }
  const spanned = [
    ...file.links.map((entry, index) => ({ ...entry, place: `links.${index}` })),
    ...file.remarks.map((entry, index) => ({ ...entry, place: `remarks.${index}` })),
  ];
  for (const { unit: id, spans, place } of spanned) {
    const unit = units.get(id);
    if (unit === undefined) problems.push(`${place}: there is no unit "${id}"`);
    else problems.push(...findBrokenSpans(unit, spans).map((problem) => `${place}: ${problem}`));
  }
  const visit = (entry: OutlineEntryFile): void => {
    if (!units.has(entry.unit)) problems.push(`outline: there is no unit "${entry.unit}"`);
    entry.children?.forEach(visit);
  };
  file.outline.forEach(visit);
  return problems;
}

function findBrokenSpans(
  unit: WorkFile['units'][number],
  spans: Record<LanguageTag, [number, number][]>,
): string[] {
  return Object.entries(spans).flatMap(([language, pairs]) => {
    const text = unit.segments[language];
    if (text === undefined) return [`unit "${unit.id}" has no text in "${language}"`];
    const list = pairs.map(([start, end]) => ({ start, end }));
    const outside = list.filter((span) => span.start >= span.end || span.end > text.length);
    const unsorted = list.some((span, index) => {
      const previous = list[index - 1];
      return previous !== undefined && (compareSpans(previous, span) > 0 || spansOverlap(previous, span));
    });
    return [
      ...outside.map(
        (span) => `[${span.start}, ${span.end}] lies outside the ${language} text of "${unit.id}"`,
      ),
      ...(unsorted ? [`the ${language} spans in "${unit.id}" overlap or are not in order`] : []),
    ];
  });
}
