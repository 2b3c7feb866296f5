import { expect, test } from 'vitest';
import { countChangedNotes } from '../../../core/annotation/count-changed-notes.ts';
import { annotate, makeUnit } from './sample.ts';

const UNIT = makeUnit('item-1', '文本', 'a text');
const [one, other] = ['1', '2'].map((end) => `00000000-0000-4000-8000-00000000000${end}`);
const note = (id = '') => annotate(UNIT, 'en', 'text', { id });

test('changes touch as many notes as there are, however often each', () => {
  expect(
    countChangedNotes([
      { type: 'annotation-saved', annotation: note(one) },
      { type: 'annotation-saved', annotation: { ...note(one), body: 'more' } },
      { type: 'annotation-binned', annotation: note(other), deleted: '2026-01-01T00:00:00Z' },
      { type: 'annotation-erased', id: other ?? '' },
    ]),
  ).toBe(2);
});

test('progress is no note', () => {
  expect(countChangedNotes([{ type: 'progress-set', unit: 'item-1', progress: 'read' }])).toBe(0);
  expect(countChangedNotes([])).toBe(0);
});
