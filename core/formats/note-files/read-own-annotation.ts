import {
  ANNOTATION_KINDS,
  annotationSchema,
  HIGHLIGHT_COLORS,
  ON_WORDS,
  type Annotation,
  type AnnotationKind,
  type AnnotationScope,
  type AnnotationTarget,
} from '../../annotation/annotation.ts';
import { segmentText, type Work } from '../../text/work.ts';
import { toUtf16Offset } from './code-points.ts';
import { NoteFileError, refuseFirst } from './note-file-problem.ts';
import { MOTIVATIONS } from './note-vocabulary.ts';
import {
  asList,
  isOfType,
  selectorsOf,
  sourcesOf,
  type FoundAnnotation,
  type RawAnnotation,
  type RawBody,
  type RawTarget,
} from './raw-annotation.ts';
import { parseSource } from './source-iri.ts';

/**
 * An annotation that Duizhao has written, as it was.
 * @throws NoteFileError naming the place of what is missing or wrong.
 */
export function readOwnAnnotation(work: Work, { raw, path }: FoundAnnotation): Annotation {
  const scope = readScope(raw, path);
  const { body, tags } = readBodies(raw);
  const annotation = {
    id: raw.id?.replace(/^urn:uuid:/, ''),
    kind: readKind(raw, path),
    color: raw.color ?? HIGHLIGHT_COLORS[0],
    body,
    tags,
    isAnswered: raw.answered ?? false,
    scope,
    targets: scope.type === 'words' ? readTargets(work, raw, path) : [],
    created: raw.created,
    modified: raw.modified ?? raw.created,
  };
  const parsed = annotationSchema.safeParse(annotation);
  return parsed.success ? parsed.data : refuseFirst(parsed.error, path);
}

function readKind({ motivation }: RawAnnotation, path: readonly PropertyKey[]): AnnotationKind {
  const motivations = asList<string>(motivation);
  const kind = ANNOTATION_KINDS.find((one) => motivations.includes(MOTIVATIONS[one]));
  if (kind === undefined) {
    const known = Object.values(MOTIVATIONS).join(', ');
    throw new NoteFileError('wrong-value', [...path, 'motivation'], `must be one of ${known}`);
  }
  return kind;
}

/** The reader's words and tags; several comments become one, a paragraph each. */
export function readBodies(raw: RawAnnotation): { readonly body: string; readonly tags: readonly string[] } {
  const comments: string[] = [];
  const tags: string[] = [];
  for (const one of asList<RawBody>(raw.body)) {
    if (typeof one === 'string') continue;
    const { value = '', keyword = '' } = one;
    if (asList<string>(one.purpose).includes('tagging')) tags.push(value);
    else if (value !== '') comments.push(value);
    if (keyword !== '') tags.push(keyword);
  }
  for (const more of [raw.bodyValue, raw.text]) {
    if (more !== undefined && more !== '') comments.push(more);
  }
  return { body: comments.join('\n\n'), tags: [...tags, ...(raw.tags ?? [])] };
}

function readScope(raw: RawAnnotation, path: readonly PropertyKey[]): AnnotationScope {
  if (asList<RawTarget>(raw.target).some((target) => selectorsOf(target).length > 0)) return ON_WORDS;
  const source = parseSource(sourcesOf(raw)[0] ?? '');
  if (source === undefined) throw new NoteFileError('wrong-value', [...path, 'target'], 'names no work');
  if (source.unit === undefined) return { type: 'work' };
  return { type: 'unit', unit: source.unit, ...readOrphan(asList<RawTarget>(raw.target)[0]) };
}

function readTargets(
  work: Work,
  raw: RawAnnotation,
  path: readonly PropertyKey[],
): readonly AnnotationTarget[] {
  const sources = sourcesOf(raw);
  return asList<RawTarget>(raw.target).map((target, index) =>
    readTarget(work, sources[index] ?? '', target, [...path, 'target', index]),
  );
}

function readTarget(
  work: Work,
  iri: string,
  target: RawTarget,
  at: readonly PropertyKey[],
): AnnotationTarget {
  const { workId, unit: unitId } = parseSource(iri) ?? {};
  const [language] = typeof target === 'string' ? [] : asList<string>(target.language);
  const selectors = selectorsOf(target);
  const quote = selectors.find((selector) => isOfType(selector, 'TextQuoteSelector'));
  const position = selectors.find((selector) => isOfType(selector, 'TextPositionSelector'));
  if (workId !== work.id || unitId === undefined) {
    throw new NoteFileError('wrong-value', [...at, 'source'], `must name a unit of "${work.id}"`);
  }
  if (language === undefined) throw new NoteFileError('wrong-value', [...at, 'language'], 'is missing');
  if (quote?.exact === undefined || position?.start === undefined || position.end === undefined) {
    throw new NoteFileError('wrong-value', [...at, 'selector'], 'must hold quoted words and their position');
  }
  const unit = work.units.find(({ id }) => id === unitId);
  const text = unit === undefined ? '' : segmentText(unit, language);
  return {
    unit: unitId,
    language,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: quote.exact,
        prefix: quote.prefix ?? '',
        suffix: quote.suffix ?? '',
      },
      {
        type: 'TextPositionSelector',
        start: position.utf16Start ?? toUtf16Offset(text, position.start),
        end: position.utf16End ?? toUtf16Offset(text, position.end),
      },
    ],
    ...readOrphan(target),
  };
}

function readOrphan(target: RawTarget | undefined): Pick<AnnotationTarget, 'orphanedFrom'> {
  const orphanedFrom = typeof target === 'object' ? target.orphanedFrom : undefined;
  return orphanedFrom === undefined ? {} : { orphanedFrom };
}
