import { randomUUID } from 'node:crypto';
import {
  ANNOTATION_KINDS,
  HIGHLIGHT_COLORS,
  ON_WORDS,
  type Annotation,
} from '../../core/annotation/annotation.ts';
import { describeTarget } from '../../core/annotation/describe-target.ts';
import { segmentText, type Work } from '../../core/text/work.ts';

/** Notes as a diligent reader could have them: spread over all clauses and both languages. */
export function makeNotes(work: Work, count: number): readonly Annotation[] {
  return make(work, count, (index) => ({
    kind: 'note',
    color: 'yellow',
    body: `Note ${index}: compare **both** wordings before the next class.`,
    length: 4,
  }));
}

/** The same in all kinds and colours, on words of many lengths that overlap: the worst a reading view has to draw. */
export function makeMixedNotes(work: Work, count: number): readonly Annotation[] {
  return make(work, count, (index) => {
    const kind = ANNOTATION_KINDS[index % 3] ?? 'note';
    return {
      kind,
      color: HIGHLIGHT_COLORS[Math.floor(index / 7) % HIGHLIGHT_COLORS.length] ?? 'yellow',
      body: kind === 'highlight' ? '' : `Note ${index}: compare **both** wordings before the next class.`,
      length: 3 + (index % 23),
    };
  });
}

interface Draft extends Pick<Annotation, 'kind' | 'color' | 'body'> {
  /** Of the words it stands on, in UTF-16 code units. */
  readonly length: number;
}

function make(work: Work, count: number, draft: (index: number) => Draft): readonly Annotation[] {
  const segments = work.units.flatMap((unit) =>
    work.editions.map(({ language }) => ({ unit, language, text: segmentText(unit, language) })),
  );
  return Array.from({ length: count }, (_, index): Annotation => {
    const { unit, language, text } = segments[index % segments.length] ?? raise();
    const { length, ...content } = draft(index);
    const start = (index * 7) % Math.max(1, text.length - length);
    const created = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
    return {
      id: randomUUID(),
      ...content,
      tags: content.body === '' ? [] : ['bench'],
      isAnswered: false,
      scope: ON_WORDS,
      targets: [describeTarget(unit, language, { start, end: Math.min(text.length, start + length) })],
      created,
      modified: created,
    };
  });
}

function raise(): never {
  throw new Error('The work has no segments');
}
