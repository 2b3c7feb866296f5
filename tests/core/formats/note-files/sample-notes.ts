import { fc } from '@fast-check/vitest';
import {
  ANNOTATION_KINDS,
  HIGHLIGHT_COLORS,
  ON_WORDS,
  type Annotation,
  type AnnotationTarget,
} from '../../../../core/annotation/annotation.ts';
import { describeTarget } from '../../../../core/annotation/describe-target.ts';
import { UNIT_PROGRESS, type Notebook } from '../../../../core/annotation/notebook.ts';
import type { NoteWords } from '../../../../core/formats/note-files/note-words.ts';
import { segmentText, type Work } from '../../../../core/text/work.ts';
import { sampleWork } from '../../text/sample-work.ts';

/** The sample work with characters beyond U+FFFF before and inside what notes stand on. */
export const WORK: Work = {
  ...sampleWork,
  units: [
    ...sampleWork.units,
    { id: 'rare', kind: 'paragraph', segments: { 'zh-Hans': '𠀀𠀁网络𠮷主权𠀂', en: '𝒜 note 😀 on 𝒜 note' } },
  ],
};

const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

/** Some were given up when the text was replaced. */
const orphanMark = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom('a', '7').map((digit) => ({ orphanedFrom: digit.repeat(64) })),
);

/** A target on words of the work, or one that another version of the text had. */
const described: fc.Arbitrary<AnnotationTarget> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...WORK.units), fc.constantFrom('zh-Hans', 'en'), fc.nat(), fc.nat())
    .map(([unit, language, a, b]) => {
      const text = segmentText(unit, language);
      const start = a % text.length;
      return describeTarget(unit, language, { start, end: start + 1 + (b % (text.length - start)) });
    }),
  fc
    .tuple(fc.constantFrom('item-1', 'rare', 'gone', '某 #?'), fc.nat(200), fc.nat(30), words)
    .map(([unit, start, length, exact]): AnnotationTarget => ({
      unit,
      language: 'zh-Hans',
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '。' },
        { type: 'TextPositionSelector', start, end: start + length },
      ],
    })),
);

const target = fc.tuple(described, orphanMark).map(([words, mark]) => ({ ...words, ...mark }));

const scoped = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(target, { minLength: 1, maxLength: 3 })
      .map((targets) => ({ scope: ON_WORDS, targets })),
  },
  fc
    .tuple(fc.constantFrom('item-1', 'gone'), orphanMark)
    .map(([unit, mark]) => ({ scope: { type: 'unit' as const, unit, ...mark }, targets: [] })),
  fc.constant({ scope: { type: 'work' as const }, targets: [] }),
);

/** Any annotation there can be on {@link WORK}. */
export const annotations: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...ANNOTATION_KINDS),
    color: fc.constantFrom(...HIGHLIGHT_COLORS),
    body: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 40 }), words),
    tags: fc.array(words, { maxLength: 3 }),
    isAnswered: fc.boolean(),
    created: time,
    modified: time,
  })
  .chain((annotation) => scoped.map((where) => ({ ...annotation, ...where })));

/** Any notebook of {@link WORK}. */
export const notebooks: fc.Arbitrary<Notebook> = fc
  .tuple(
    fc.uniqueArray(annotations, { selector: ({ id }) => id, maxLength: 8 }),
    fc.nat(8),
    time,
    fc.dictionary(fc.constantFrom('item-1', 'item-2', 'gone'), fc.constantFrom(...UNIT_PROGRESS), {
      noNullPrototype: true,
    }),
  )
  .map(([all, cut, deleted, progress]) => ({
    annotations: all.slice(cut),
    bin: all.slice(0, cut).map((annotation) => ({ annotation, deleted })),
    progress,
  }));

/** A note on words of {@link WORK}, their first occurrence in the segment. */
export function noteOn(
  unitId: string,
  language: string,
  exact: string,
  changes: Partial<Annotation> = {},
): Annotation {
  const unit = WORK.units.find(({ id }) => id === unitId);
  const start = unit === undefined ? -1 : segmentText(unit, language).indexOf(exact);
  if (unit === undefined || start === -1) throw new Error(`"${exact}" does not stand in ${unitId}`);
  return {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'note',
    color: 'green',
    body: '',
    tags: [],
    isAnswered: false,
    scope: ON_WORDS,
    targets: [describeTarget(unit, language, { start, end: start + exact.length })],
    created: '2026-03-09T08:05:00.000Z',
    modified: '2026-03-09T08:05:00.000Z',
    ...changes,
  };
}

/** The words of an English export. */
export const WORDS: NoteWords = {
  language: 'en',
  title: 'Notes',
  colon: ': ',
  kinds: {
    title: 'Title',
    paragraph: 'Paragraph',
    item: 'Item',
    heading: 'Heading',
    signature: 'Signature',
    dateline: 'Date',
    footnote: 'Footnote',
  },
  numbered: (number) => `Item ${number}`,
  kindNames: { highlight: 'highlight', note: 'note', question: 'question', bookmark: 'bookmark' },
  colorNames: { yellow: 'key term', green: 'good', blue: 'structure', red: 'doubtful', violet: 'to learn' },
  open: 'open',
  answered: 'answered',
  wholeWork: 'The whole text',
  detached: 'Detached',
  bin: 'Deleted',
  counterpart: 'counterpart',
  fields: {
    text: 'Text',
    number: 'Number',
    clause: 'Clause',
    kind: 'Kind',
    color: 'Colour',
    state: 'State',
    words: 'Words',
    counterpart: 'Counterpart in',
    note: 'Note',
    tags: 'Tags',
    created: 'Written',
    modified: 'Changed',
    deleted: 'Deleted',
  },
  formatTime: (time) => time.slice(0, 10),
};

export const STAMP = { id: 'fc21b1c2-0a0c-4b0e-8f1e-3d6e1f0b2a11', time: '2026-03-10T00:00:00.000Z' };
