import type { NotebookChange } from '../../core/annotation/notebook.ts';
import { makeNote } from '../electron/main/storage/sample-notes.ts';

/** Over how many annotations the changes wander: a work that grows for ever would make every round slower. */
export const NOTES = 150;

/** The time of the n-th change: ISO 8601, UTC. So late that the bin, which forgets after 90 days, keeps everything. */
function timeOf(number: number): string {
  return new Date(Date.UTC(2100, 0, 1) + number * 1000).toISOString();
}

/**
 * The n-th change of a work's notes, always the same: whoever knows how many were acknowledged knows what must be there.
 * Notes are written, rewritten, binned, taken back and erased; units are read and forgotten.
 */
export function operation(number: number, noteShift = 0): readonly NotebookChange[] {
  const step = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  const annotation = {
    ...makeNote((step % NOTES) + noteShift, bodyOf(number, step)),
    modified: timeOf(number),
  };
  const saved: NotebookChange = { type: 'annotation-saved', annotation };
  switch (step % 11) {
    case 0:
      return [{ type: 'annotation-erased', id: annotation.id }, counted(number)];
    case 1:
    case 2:
      return [{ type: 'annotation-binned', annotation, deleted: timeOf(number) }];
    // Two at once: they may only come and go together.
    case 3:
      return [saved, counted(number)];
    default:
      return [saved];
  }
}

/** Short as a rule, now and then a page: the end of a long line is where it is cut off. */
function bodyOf(number: number, step: number): string {
  return `change ${number}: ${'网络主权 sovereignty “…” '.repeat(step % 13 === 0 ? 120 : step % 5)}`;
}

function counted(number: number): NotebookChange {
  return {
    type: 'progress-set',
    unit: `item-${number % 9}`,
    progress: number % 2 === 0 ? 'read' : 'unread',
  };
}
