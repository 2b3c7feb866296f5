import { test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import { compareNotebooks, isUnchanged } from '../../../core/backup/compare-notebooks.ts';
import { restoreNotebook } from '../../../core/backup/restore-notebook.ts';
import { anyNotebook, makeUnitNote } from './notebooks.ts';

const TODAY = '2026-11-25T10:00:00Z';

const one = makeUnitNote(1, 'one');
const two = makeUnitNote(2, 'two');
const later = { ...two, body: 'two, later' };

function makeNotebook(parts: Partial<Notebook>): Notebook {
  return { ...EMPTY_NOTEBOOK, ...parts };
}

describe('comparing a backup with now', () => {
  test('tells what is only there, only here, changed, and where progress differs', () => {
    const earlier = makeNotebook({ annotations: [one, two], progress: { a: 'read', b: 'read' } });
    const current = makeNotebook({
      annotations: [later, makeUnitNote(3, 'new')],
      progress: { b: 'understood' },
    });
    expect(compareNotebooks(earlier, current)).toEqual({
      onlyEarlier: [one],
      onlyCurrent: [makeUnitNote(3, 'new')],
      changed: [{ earlier: two, current: later }],
      progress: ['a', 'b'],
      isOtherText: false,
    });
  });

  test('takes the same members in another order for the same', () => {
    const reordered = Object.fromEntries(Object.entries(one).toReversed()) as typeof one;
    const earlier = makeNotebook({ annotations: [one] });
    expect(isUnchanged(compareNotebooks(earlier, makeNotebook({ annotations: [reordered] })))).toBe(true);
  });

  propertyTest.prop([anyNotebook])('finds nothing to tell between a notebook and itself', (notebook) => {
    expect(isUnchanged(compareNotebooks(notebook, notebook))).toBe(true);
    expect(restoreNotebook(notebook, notebook, TODAY)).toEqual([]);
  });
});

describe('restoring', () => {
  test('brings back what is gone and what was changed, and bins what is new', () => {
    const earlier = makeNotebook({ annotations: [one, two], progress: { a: 'read' } });
    const current = makeNotebook({ annotations: [later, makeUnitNote(3, 'new')], progress: { b: 'read' } });
    expect(applyChanges(current, restoreNotebook(earlier, current, TODAY))).toEqual({
      annotations: [two, one],
      bin: [{ annotation: makeUnitNote(3, 'new'), deleted: TODAY }],
      progress: { a: 'read' },
    });
  });

  test('brings back the text the notes stood on, where the backup says which', () => {
    const revision = '0a'.repeat(32);
    const current = makeNotebook({ annotations: [one], revision: '0b'.repeat(32) });
    const earlier = makeNotebook({ annotations: [one], revision });
    expect(restoreNotebook(earlier, current, TODAY)).toEqual([{ type: 'revision-set', revision }]);
    expect(isUnchanged(compareNotebooks(earlier, current))).toBe(false);
    expect(restoreNotebook(makeNotebook({ annotations: [one] }), current, TODAY)).toEqual([]);
  });

  test('takes out of the bin what the backup has among the notes', () => {
    const earlier = makeNotebook({ annotations: [one] });
    const current = makeNotebook({ bin: [{ annotation: one, deleted: TODAY }] });
    expect(applyChanges(current, restoreNotebook(earlier, current, TODAY))).toEqual(earlier);
  });

  test('puts back into the bin what has been erased since', () => {
    const earlier = makeNotebook({ bin: [{ annotation: one, deleted: '2026-02-03T04:05:06Z' }] });
    expect(applyChanges(EMPTY_NOTEBOOK, restoreNotebook(earlier, EMPTY_NOTEBOOK, TODAY))).toEqual(earlier);
  });

  propertyTest.prop([anyNotebook, anyNotebook])(
    'leaves the notes and the progress of the backup',
    (earlier, current) => {
      const restored = applyChanges(current, restoreNotebook(earlier, current, TODAY));
      expect(isUnchanged(compareNotebooks(earlier, restored))).toBe(true);
      expect(restored.progress).toEqual(earlier.progress);
    },
  );

  propertyTest.prop([anyNotebook, anyNotebook])('loses no note of either side', (earlier, current) => {
    const restored = applyChanges(current, restoreNotebook(earlier, current, TODAY));
    expect(idsOf(restored)).toEqual(new Set([...idsOf(earlier), ...idsOf(current)]));
  });
});

function idsOf({ annotations, bin }: Notebook): ReadonlySet<string> {
  return new Set([...annotations, ...bin.map(({ annotation }) => annotation)].map(({ id }) => id));
}
