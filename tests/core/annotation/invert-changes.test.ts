import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { invertChanges } from '../../../core/annotation/invert-changes.ts';
import { applyChanges, type Notebook, type NotebookChange } from '../../../core/annotation/notebook.ts';
import { makeAnnotation } from '../../renderer/features/notes/make-annotation.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const annotation = fc
  .record({ name: fc.constantFrom(...NAMES), body: fc.string({ maxLength: 3 }) })
  .map(({ name, body }) => makeAnnotation(name, { body }));
const deleted = '2026-02-01T00:00:00.000Z';

const change: fc.Arbitrary<NotebookChange> = fc.oneof(
  annotation.map((saved) => ({ type: 'annotation-saved' as const, annotation: saved })),
  annotation.map((binned) => ({ type: 'annotation-binned' as const, annotation: binned, deleted })),
  annotation.map(({ id }) => ({ type: 'annotation-erased' as const, id })),
  fc.record({
    type: fc.constant('progress-set' as const),
    unit: fc.constantFrom('u', 'v'),
    progress: fc.constantFrom('unread' as const, 'read' as const),
  }),
  fc.record({
    type: fc.constant('revision-set' as const),
    revision: fc.constantFrom(null, 'a0'.repeat(32)),
  }),
);

const start: Notebook = {
  annotations: ['a', 'b'].map((name) => makeAnnotation(name)),
  bin: [{ annotation: makeAnnotation('c'), deleted }],
  progress: { u: 'in-work' },
};

/** The order of annotations says nothing. */
function inOrder({ annotations, bin, ...rest }: Notebook): Notebook {
  return {
    annotations: annotations.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    bin: bin.toSorted((a, b) => (a.annotation.id < b.annotation.id ? -1 : 1)),
    ...rest,
  };
}

describe('invertChanges', () => {
  test.prop([fc.array(change, { maxLength: 12 })])('takes any changes back exactly', (changes) => {
    const undone = applyChanges(applyChanges(start, changes), invertChanges(start, changes));
    expect(inOrder(undone)).toEqual(inOrder(start));
  });

  test('has one change for each thing that was touched', () => {
    const changes: readonly NotebookChange[] = [
      { type: 'annotation-saved', annotation: makeAnnotation('a', { body: '1' }) },
      { type: 'annotation-erased', id: makeAnnotation('a').id },
      { type: 'annotation-saved', annotation: makeAnnotation('d') },
    ];
    expect(invertChanges(start, changes)).toEqual([
      { type: 'annotation-saved', annotation: makeAnnotation('a') },
      { type: 'annotation-erased', id: makeAnnotation('d').id },
    ]);
  });
});
