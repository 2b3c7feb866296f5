import { expect, test } from 'vitest';
import { changedNoteIds } from '../../../core/annotation/changed-note-ids.ts';
import { annotate, makeUnit } from './sample.ts';

const UNIT = makeUnit('item-1', '文本', 'a text');
const [one, other] = ['1', '2'].map((end) => `00000000-0000-4000-8000-00000000000${end}`);
const note = (id = '') => annotate(UNIT, 'en', 'text', { id });

test('changes touch notes, however often each', () => {
  expect(
    changedNoteIds([
      { type: 'annotation-saved', annotation: note(one) },
      { type: 'annotation-saved', annotation: { ...note(one), body: 'more' } },
      { type: 'annotation-binned', annotation: note(other), deleted: '2026-01-01T00:00:00Z' },
      { type: 'annotation-erased', id: other ?? '' },
    ]),
  ).toEqual(new Set([one, other]));
});

test('progress is no note', () => {
  expect(changedNoteIds([{ type: 'progress-set', unit: 'item-1', progress: 'read' }])).toEqual(new Set());
  expect(changedNoteIds([])).toEqual(new Set());
});
