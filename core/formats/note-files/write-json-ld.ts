import type { Annotation, AnnotationTarget, UnitScope } from '../../annotation/annotation.ts';
import type { Notebook } from '../../annotation/notebook.ts';
import { guessLanguage } from '../../text/guess-language.ts';
import { segmentText, type Unit, type Work } from '../../text/work.ts';
import { toCodePointOffset, toUtf16Offset } from './code-points.ts';
import { ANNOTATION_CONTEXT, DUIZHAO_CONTEXT, MOTIVATIONS } from './note-vocabulary.ts';
import { composeSource } from './source-iri.ts';
import type { WorkNotes } from './work-notes.ts';

/** What a file of notes says of itself. */
export interface NoteFileStamp {
  /** A UUID for the collection. */
  readonly id: string;
  /** When it is written; ISO 8601, UTC. */
  readonly time: string;
}

/**
 * Notes as one W3C AnnotationCollection in JSON-LD, with all annotations on its first page and what the W3C has no words
 * for under our own (docs/note-files.md). `readNoteFile` gives back the very same notebooks.
 */
export function writeJsonLd(notes: readonly WorkNotes[], stamp: NoteFileStamp): string {
  const items = notes.flatMap(({ work, notebook }) => writeAll(work, notebook.annotations));
  const bin = notes.flatMap(({ work, notebook }) => writeBin(work, notebook));
  const collection = {
    '@context': [ANNOTATION_CONTEXT, DUIZHAO_CONTEXT],
    id: `urn:uuid:${stamp.id}`,
    type: 'AnnotationCollection',
    label: notes.flatMap(({ work }) => Object.values(work.titles).slice(0, 1)).join('; '),
    generated: stamp.time,
    total: items.length,
    works: notes.map(describeWork),
    first: { id: `urn:uuid:${stamp.id}#1`, type: 'AnnotationPage', startIndex: 0, items },
    ...(bin.length === 0 ? {} : { bin }),
  };
  return `${JSON.stringify(collection, undefined, 2)}\n`;
}

function describeWork({ work, notebook }: WorkNotes): object {
  const units = Object.entries(notebook.progress).map(([unit, progress]) => ({
    id: composeSource({ workId: work.id, unit }),
    progress,
  }));
  return {
    id: composeSource({ workId: work.id }),
    label: Object.values(work.titles),
    ...(units.length === 0 ? {} : { units }),
  };
}

function writeAll(work: Work, annotations: readonly Annotation[]): readonly object[] {
  const units = new Map(work.units.map((unit) => [unit.id, unit]));
  return annotations.map((annotation) => writeAnnotation(work.id, units, annotation));
}

function writeBin(work: Work, notebook: Notebook): readonly object[] {
  const written = writeAll(
    work,
    notebook.bin.map(({ annotation }) => annotation),
  );
  return notebook.bin.map(({ deleted }, index) => ({ ...written[index], deleted }));
}

function writeAnnotation(workId: string, units: ReadonlyMap<string, Unit>, annotation: Annotation): object {
  const { id, kind, color, created, modified, isAnswered } = annotation;
  const body = writeBody(annotation);
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: MOTIVATIONS[kind],
    created,
    modified,
    color,
    ...(kind === 'question' || isAnswered ? { answered: isAnswered } : {}),
    ...(body.length === 0 ? {} : { body }),
    target: writeTargets(workId, units, annotation),
  };
}

function writeBody({ body, tags }: Annotation): readonly object[] {
  const language = guessLanguage(body);
  const comment = {
    type: 'TextualBody',
    purpose: 'commenting',
    value: body,
    format: 'text/markdown',
    ...(language === undefined ? {} : { language }),
  };
  const tagging = tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
  return [...(body === '' ? [] : [comment]), ...tagging];
}

function writeTargets(
  workId: string,
  units: ReadonlyMap<string, Unit>,
  { scope, targets }: Annotation,
): readonly object[] {
  switch (scope.type) {
    case 'words':
      return targets.map((target) => writeTarget(workId, units.get(target.unit), target));
    case 'unit':
      return [
        {
          type: 'SpecificResource',
          source: composeSource({ workId, unit: scope.unit }),
          ...writeOrphan(scope),
        },
      ];
    case 'work':
      return [{ type: 'SpecificResource', source: composeSource({ workId }) }];
  }
}

function writeTarget(workId: string, unit: Unit | undefined, target: AnnotationTarget): object {
  const [quote, { type, start, end }] = target.selector;
  const text = unit === undefined ? '' : segmentText(unit, target.language);
  const points = { start: toCodePointOffset(text, start), end: toCodePointOffset(text, end) };
  const leadsBack = toUtf16Offset(text, points.start) === start && toUtf16Offset(text, points.end) === end;
  // A note may be older than its text: then only code units say where it stood.
  const utf16 = leadsBack ? {} : { utf16Start: start, utf16End: end };
  return {
    type: 'SpecificResource',
    source: composeSource({ workId, unit: target.unit }),
    language: target.language,
    selector: [quote, { type, ...points, ...utf16 }],
    ...writeOrphan(target),
  };
}

function writeOrphan({ orphanedFrom }: AnnotationTarget | UnitScope): object {
  return orphanedFrom === undefined ? {} : { orphanedFrom };
}
