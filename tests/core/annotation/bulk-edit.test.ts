import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { ANNOTATION_KINDS, HIGHLIGHT_COLORS } from '../../../core/annotation/annotation.ts';
import {
  bulkDelete,
  bulkEdit,
  bulkErase,
  bulkRestore,
  deleteTag,
  MAX_TAGS,
  renameTag,
  type BulkEdit,
  type WorkAnnotation,
  type WorkChanges,
} from '../../../core/annotation/bulk-edit.ts';
import { invertChanges } from '../../../core/annotation/invert-changes.ts';
import { applyChanges, type Notebook } from '../../../core/annotation/notebook.ts';
import { makeAnnotation } from '../../renderer/features/notes/make-annotation.ts';

const NOW = '2026-03-01T00:00:00.000Z';

const tags = fc.uniqueArray(fc.constantFrom('law', 'Law', 'trade', '主权', '贸易'), { maxLength: 3 });
const annotation = (prefix: string) =>
  fc.record({
    id: fc.nat(6).map((n) => makeAnnotation(`${prefix}${n}`).id),
    tags,
    kind: fc.constantFrom(...ANNOTATION_KINDS),
    color: fc.constantFrom(...HIGHLIGHT_COLORS),
    isAnswered: fc.boolean(),
  });
const notebook: fc.Arbitrary<Notebook> = fc
  .record({
    here: fc.uniqueArray(annotation('a'), { selector: ({ id }) => id }),
    gone: fc.uniqueArray(annotation('b'), { selector: ({ id }) => id }),
  })
  .map(({ here, gone }) => ({
    annotations: here.map((parts) => makeAnnotation('x', parts)),
    bin: gone.map((parts) => ({
      annotation: makeAnnotation('x', parts),
      deleted: '2026-02-01T00:00:00.000Z',
    })),
    progress: {},
  }));
const notebooks: fc.Arbitrary<ReadonlyMap<string, Notebook>> = fc
  .tuple(notebook, notebook)
  .map(([first, second]) => new Map(Object.entries({ first, second })));

const edit: fc.Arbitrary<BulkEdit> = fc.oneof(
  fc.record({ type: fc.constant('set-color' as const), color: fc.constantFrom(...HIGHLIGHT_COLORS) }),
  fc.record({ type: fc.constant('set-kind' as const), kind: fc.constantFrom(...ANNOTATION_KINDS) }),
  fc.record({ type: fc.constant('set-answered' as const), isAnswered: fc.boolean() }),
  fc.record({ type: fc.constantFrom('add-tags' as const, 'remove-tags' as const), tags }),
);

function listAll(all: ReadonlyMap<string, Notebook>): readonly WorkAnnotation[] {
  return Array.from(all).flatMap(([workId, { annotations }]) =>
    annotations.map((each) => ({ workId, annotation: each })),
  );
}

function listBinned(all: ReadonlyMap<string, Notebook>): readonly WorkAnnotation[] {
  return Array.from(all).flatMap(([workId, { bin }]) =>
    bin.map(({ annotation: each }) => ({ workId, annotation: each })),
  );
}

function apply(all: ReadonlyMap<string, Notebook>, parts: readonly WorkChanges[]) {
  const after = new Map(all);
  for (const { workId, changes } of parts) {
    const before = after.get(workId);
    if (before !== undefined) after.set(workId, applyChanges(before, changes));
  }
  return after;
}

function undo(before: ReadonlyMap<string, Notebook>, parts: readonly WorkChanges[]): readonly WorkChanges[] {
  return parts.map(({ workId, changes }) => {
    const earlier = before.get(workId);
    return { workId, changes: earlier === undefined ? [] : invertChanges(earlier, changes) };
  });
}

/** The order of annotations says nothing. */
function inOrder(all: ReadonlyMap<string, Notebook>) {
  return Array.from(all, ([workId, { annotations, bin }]) => ({
    workId,
    annotations: annotations.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    bin: bin.toSorted((a, b) => (a.annotation.id < b.annotation.id ? -1 : 1)),
  }));
}

function tagsOf(all: ReadonlyMap<string, Notebook>): readonly string[] {
  return [...listAll(all), ...listBinned(all)].flatMap(({ annotation: each }) => each.tags);
}

describe('bulkEdit', () => {
  test.prop([notebooks, edit])('is undone exactly, and changes nothing the second time', (all, each) => {
    const parts = bulkEdit(listAll(all), each, NOW);
    const after = apply(all, parts);
    expect(inOrder(apply(after, undo(all, parts)))).toEqual(inOrder(all));
    expect(bulkEdit(listAll(after), each, '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('stamps what it changes and leaves out what is so already', () => {
    const [red, blue] = [makeAnnotation('r', { color: 'red' }), makeAnnotation('b', { color: 'blue' })];
    const all = [red, blue].map((each) => ({ workId: 'w', annotation: each }));
    expect(bulkEdit(all, { type: 'set-color', color: 'red' }, NOW)).toEqual([
      {
        workId: 'w',
        changes: [{ type: 'annotation-saved', annotation: { ...blue, color: 'red', modified: NOW } }],
      },
    ]);
  });

  test('answers questions only', () => {
    const all = ANNOTATION_KINDS.map((kind) => ({ workId: 'w', annotation: makeAnnotation(kind, { kind }) }));
    const [part] = bulkEdit(all, { type: 'set-answered', isAnswered: true }, NOW);
    expect(part?.changes).toHaveLength(1);
  });

  test('adds no second spelling of a tag, and no more tags than a note may have', () => {
    const full = makeAnnotation('f', { tags: Array.from({ length: MAX_TAGS }, (_, index) => `t${index}`) });
    const spelled = makeAnnotation('s', { tags: ['Ｌａｗ'] });
    const all = [full, spelled].map((each) => ({ workId: 'w', annotation: each }));
    expect(bulkEdit(all, { type: 'add-tags', tags: ['law'] }, NOW)).toEqual([]);
  });
});

describe('bulkDelete, bulkRestore, bulkErase', () => {
  test.prop([notebooks])('delete and restore bring every note back as it was', (all) => {
    const parts = bulkDelete(listAll(all), NOW);
    const deleted = apply(all, parts);
    expect(listAll(deleted)).toEqual([]);
    expect(inOrder(apply(deleted, undo(all, parts)))).toEqual(inOrder(all));
    expect(inOrder(apply(deleted, bulkRestore(listAll(all))))).toEqual(inOrder(all));
  });

  test.prop([notebooks])('emptying the bin leaves none in it, and is undone exactly', (all) => {
    const parts = bulkErase(listBinned(all));
    const emptied = apply(all, parts);
    expect(listBinned(emptied)).toEqual([]);
    expect(listAll(emptied)).toEqual(listAll(all));
    expect(inOrder(apply(emptied, undo(all, parts)))).toEqual(inOrder(all));
  });
});

describe('renameTag, deleteTag', () => {
  test.prop([notebooks, fc.constantFrom('law', 'trade', '主权'), fc.constantFrom('LAW', '贸易', 'new')])(
    'leave none of the old name, no doubles, and are undone exactly',
    (all, from, to) => {
      const parts = renameTag(all, from, to, NOW);
      const after = apply(all, parts);
      expect(tagsOf(after)).not.toContain(from);
      for (const { annotation: each } of [...listAll(after), ...listBinned(after)]) {
        expect(new Set(each.tags).size).toBe(each.tags.length);
      }
      expect(inOrder(apply(after, undo(all, parts)))).toEqual(inOrder(all));
      expect(renameTag(after, from, to, NOW)).toEqual([]);
    },
  );

  test.prop([notebooks])('take a tag off every note, and nothing else', (all) => {
    const parts = deleteTag(all, 'law', NOW);
    const after = apply(all, parts);
    expect(tagsOf(after)).toEqual(expect.not.arrayContaining(['law']));
    expect(listAll(after)).toHaveLength(listAll(all).length);
    expect(inOrder(apply(after, undo(all, parts)))).toEqual(inOrder(all));
  });

  test('keep binned notes in the bin, with the time they were deleted', () => {
    const binned = { annotation: makeAnnotation('b', { tags: ['old'] }), deleted: NOW };
    const all = new Map([['w', { annotations: [], bin: [binned], progress: {} }]]);
    expect(apply(all, renameTag(all, 'old', 'new', NOW)).get('w')?.bin).toEqual([
      { annotation: { ...binned.annotation, tags: ['new'] }, deleted: NOW },
    ]);
  });

  test('correct the spelling of a tag', () => {
    const all = new Map([
      ['w', { annotations: [makeAnnotation('a', { tags: ['law', 'x'] })], bin: [], progress: {} }],
    ]);
    expect(tagsOf(apply(all, renameTag(all, 'law', 'Law', NOW)))).toEqual(['Law', 'x']);
  });

  test('do nothing where the name stays', () => {
    const all = new Map([
      ['w', { annotations: [makeAnnotation('a', { tags: ['law'] })], bin: [], progress: {} }],
    ]);
    expect(renameTag(all, 'law', 'law', NOW)).toEqual([]);
  });
});
