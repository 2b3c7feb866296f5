import { describe, expect, test } from 'vitest';
import { nameStep, STEP_NAMES } from '../../../core/annotation/step-name.ts';
import type { NotebookChange } from '../../../core/annotation/notebook.ts';
import { makeAnnotation } from '../../renderer/features/notes/make-annotation.ts';

const saved = (name: string, kind: 'note' | 'question'): NotebookChange => ({
  type: 'annotation-saved',
  annotation: makeAnnotation(name, { kind }),
});
const read: NotebookChange = { type: 'progress-set', unit: 'u', progress: 'read' };

describe('nameStep', () => {
  test.each([
    ['create', [saved('a', 'note')], 'create.note'],
    ['delete', [saved('a', 'question')], 'delete.question'],
    ['delete', [saved('a', 'note'), saved('b', 'question')], 'delete.many'],
    ['color', [saved('a', 'note')], 'color.one'],
    ['color', [saved('a', 'note'), saved('b', 'note')], 'color.many'],
    ['rename-tag', [saved('a', 'note')], 'rename-tag'],
    ['progress', [read], 'progress'],
  ] as const)('names %s', (label, changes, name) => {
    expect(nameStep(label, changes)).toBe(name);
    expect(STEP_NAMES).toContain(name);
  });
});
