import { expect, test } from 'vitest';
import { EMPTY_NOTEBOOK } from '../../../core/annotation/notebook.ts';
import {
  checkNotebookInSteps,
  parseNotebook,
  serializeNotebook,
} from '../../../core/backup/notebook-content.ts';
import { runToEnd } from '../../../core/steps.ts';
import { makeNote } from '../../electron/main/storage/sample-notes.ts';

const ANNOTATIONS = Array.from({ length: 600 }, (_, index) => makeNote(index + 1));

const BIN = ANNOTATIONS.slice(0, 300).map((annotation) => ({ annotation, deleted: annotation.modified }));

const WHOLE = serializeNotebook({ ...EMPTY_NOTEBOOK, annotations: ANNOTATIONS, bin: BIN });

/** The same with a note that is none in one place. */
function spoil(list: 'annotations' | 'bin', index: number): string {
  const items: unknown[] = [...(list === 'bin' ? BIN : ANNOTATIONS)];
  items[index] = { id: 'spoilt' };
  return JSON.stringify({ ...(JSON.parse(WHOLE) as object), [list]: items });
}

test.each([
  ['a notebook', WHOLE],
  ['an empty notebook', serializeNotebook(EMPTY_NOTEBOOK)],
  ['an earlier schema', JSON.stringify({ schemaVersion: 1, annotations: [], progress: {} })],
  ['a later schema', JSON.stringify({ ...(JSON.parse(WHOLE) as object), schemaVersion: 999 })],
  ['no JSON', WHOLE.slice(0, -20)],
  ['no object', '[]'],
  ['no list of notes', JSON.stringify({ ...(JSON.parse(WHOLE) as object), annotations: {} })],
  ['something more', JSON.stringify({ ...(JSON.parse(WHOLE) as object), more: 1 })],
  ['a spoilt first note', spoil('annotations', 0)],
  ['a spoilt last note', spoil('annotations', 599)],
  ['a spoilt note in the bin', spoil('bin', 299)],
])('what is looked at in steps is found to be what it is: %s', (_what, text) => {
  expect(runToEnd(checkNotebookInSteps(text))).toBe(parseNotebook(text).type === 'notebook');
});

test('a long notebook is looked at in several steps', () => {
  const steps = checkNotebookInSteps(WHOLE);
  expect([steps.next().done, steps.next().done, steps.next().done]).toEqual([false, false, false]);
});
