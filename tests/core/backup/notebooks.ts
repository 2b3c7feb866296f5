import { fc } from '@fast-check/vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { UNIT_PROGRESS, type Notebook } from '../../../core/annotation/notebook.ts';

/** A note on a unit, told apart by its number. */
export function makeUnitNote(number: number, body: string): Annotation {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    kind: 'note',
    color: 'yellow',
    body,
    tags: [],
    isAnswered: false,
    scope: { type: 'unit', unit: 'item-1' },
    targets: [],
    created: '2026-01-02T03:04:05Z',
    modified: '2026-01-02T03:04:05Z',
  };
}

const notes = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 0, max: 12 }),
    body: fc.constantFrom('a', 'b'),
    isBinned: fc.boolean(),
  }),
  { selector: ({ number }) => number, maxLength: 12 },
);

/** Notebooks that have much in common, so that comparing two of them is worth while. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .record({
    notes,
    progress: fc.dictionary(fc.constantFrom('u1', 'u2', 'u3'), fc.constantFrom(...UNIT_PROGRESS)),
  })
  .map(({ notes, progress }) => ({
    annotations: notes
      .filter(({ isBinned }) => !isBinned)
      .map(({ number, body }) => makeUnitNote(number, body)),
    bin: notes
      .filter(({ isBinned }) => isBinned)
      .map(({ number, body }) => ({
        annotation: makeUnitNote(number, body),
        deleted: '2026-02-03T04:05:06Z',
      })),
    progress: { ...progress },
  }));
