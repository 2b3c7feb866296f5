import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  applyChanges,
  EMPTY_NOTEBOOK,
  notebookChangeSchema,
  notebookSchema,
  type NotebookChange,
} from '../../../core/annotation/notebook.ts';
import { annotate, makeUnit } from './sample.ts';

const unit = makeUnit('item-1', '甲乙');
const first = annotate(unit, 'zh-Hans', '甲');
const second = annotate(unit, 'zh-Hans', '乙');

describe('applyChange', () => {
  const notebook = { annotations: [first, second], bin: [], progress: { 'item-1': 'read' as const } };
  const cases: [string, NotebookChange, unknown][] = [
    [
      'adds an annotation it does not know',
      { type: 'annotation-saved', annotation: { ...first, id: crypto.randomUUID() } },
      { annotations: { length: 3 } },
    ],
    [
      'replaces an annotation it knows, in its place',
      { type: 'annotation-saved', annotation: { ...first, body: 'new' } },
      { annotations: [{ body: 'new' }, second] },
    ],
    [
      'puts an annotation into the bin',
      { type: 'annotation-binned', annotation: first, deleted: '2026-06-25T00:00:00Z' },
      { annotations: [second], bin: [{ annotation: first, deleted: '2026-06-25T00:00:00Z' }] },
    ],
    ['erases an annotation', { type: 'annotation-erased', id: first.id }, { annotations: [second], bin: [] }],
    [
      'sets progress',
      { type: 'progress-set', unit: 'item-2', progress: 'understood' },
      { progress: { 'item-1': 'read', 'item-2': 'understood' } },
    ],
  ];
  test.each(cases)('%s; applying it twice changes nothing more', (_title, change, expected) => {
    const once = applyChange(notebook, change);
    expect(once).toMatchObject(expected as object);
    expect(applyChange(once, change)).toEqual(once);
    expect(notebook.annotations).toEqual([first, second]);
    expect(notebookSchema.safeParse(once).success).toBe(true);
    expect(notebookChangeSchema.safeParse(change).success).toBe(true);
  });

  // A journal is replayed at once; in memory the same changes came one by one.
  const ids = [first, second, { ...first, id: '00000000-0000-4000-8000-00000000000a' }];
  const anyChange = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('saved', 'binned', 'erased'));
  prop.prop([fc.array(anyChange, { maxLength: 12 })], { numRuns: 1000 })(
    'gives the same for changes together as for one after the other, places included',
    (picked) => {
      const changes = picked.map(([annotation, what]): NotebookChange => {
        if (what === 'erased') return { type: 'annotation-erased', id: annotation.id };
        return what === 'saved'
          ? { type: 'annotation-saved', annotation }
          : { type: 'annotation-binned', annotation, deleted: '2026-06-25T00:00:00Z' };
      });
      expect(applyChanges(notebook, changes)).toEqual(changes.reduce(applyChange, notebook));
    },
  );

  test('forgets the progress of a unit that is unread again', () => {
    const after = applyChange(notebook, { type: 'progress-set', unit: 'item-1', progress: 'unread' });
    expect(after.progress).toEqual({});
  });

  test('deletes nothing from an empty notebook', () => {
    expect(applyChange(EMPTY_NOTEBOOK, { type: 'annotation-erased', id: first.id })).toEqual(EMPTY_NOTEBOOK);
  });
});
