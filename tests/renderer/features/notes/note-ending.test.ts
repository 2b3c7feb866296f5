import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { endNote, isBareHighlight, isLongBody } from '../../../../renderer/features/notes/note-ending.ts';
import { makeAnnotation } from './make-annotation.ts';

const TOUCHED = { modified: '2026-01-02T00:00:00.000Z' };
const TO_HIGHLIGHT = { type: 'changed', patch: { kind: 'highlight', body: '' } };

describe('endNote', () => {
  const cases: [string, Partial<Annotation>, unknown][] = [
    ['keeps a note with text', { kind: 'note', body: 'text' }, { type: 'kept' }],
    ['discards a note that was made and never written', { kind: 'note' }, { type: 'discarded' }],
    ['discards a question that was made and never written', { kind: 'question' }, { type: 'discarded' }],
    ['keeps the words of an emptied note highlighted', { kind: 'note', ...TOUCHED }, TO_HIGHLIGHT],
    ['takes white space for nothing', { kind: 'note', body: ' \n', ...TOUCHED }, TO_HIGHLIGHT],
    ['keeps the words of a tagged empty note highlighted', { kind: 'note', tags: ['x'] }, TO_HIGHLIGHT],
    [
      'keeps a question without words once it was touched',
      { kind: 'question', ...TOUCHED },
      { type: 'kept' },
    ],
    ['keeps a bare highlight', { kind: 'highlight' }, { type: 'kept' }],
    ['keeps a bare bookmark', { kind: 'bookmark' }, { type: 'kept' }],
  ];
  test.each(cases)('%s', (_title, changes, ending) => {
    expect(endNote(makeAnnotation('a', changes))).toEqual(ending);
  });
});

describe('isBareHighlight', () => {
  test.each([
    [{}, true],
    [{ tags: ['x'] }, false],
    [{ body: 'x' }, false],
    [{ kind: 'question' }, false],
  ] satisfies [Partial<Annotation>, boolean][])('says of %o: %s', (changes, expected) => {
    expect(isBareHighlight(makeAnnotation('a', changes))).toBe(expected);
  });
});

describe('isLongBody', () => {
  test.each([
    ['a short note', false],
    ['line\n'.repeat(9), false],
    ['line\n'.repeat(11), true],
    ['x'.repeat(34 * 10), false],
    ['x'.repeat(34 * 10 + 1), true],
    ['字'.repeat(17 * 10 + 1), true],
  ])('judges by the lines it would take: %#', (body, expected) => {
    expect(isLongBody(body)).toBe(expected);
  });
});
