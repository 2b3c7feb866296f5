import { isDeepStrictEqual } from 'node:util';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../core/annotation/notebook.ts';
import type { ChildMessage, FoundWork } from './child-protocol.ts';
import { operation } from './operations.ts';

/** Every file a store keeps on purpose; anything else in its folder was left lying. */
export const KEPT_FILE = /^[a-z0-9-]+\.(json|journal)$/;

/** What is known of a work's notes: a state that must be there, and how far beyond it the disk may be. */
export interface KnownWork {
  readonly workId: string;
  /** The state after the changes that were found on the disk last. */
  notebook: Notebook;
  /** How many changes that state holds. */
  applied: number;
  /** How many changes were acknowledged; all below this number must be there. */
  acknowledged: number;
  /** How many were asked for: there may be no more than that. */
  asked: number;
}

export function knowNothing(workId: string): KnownWork {
  return { workId, notebook: EMPTY_NOTEBOOK, applied: 0, acknowledged: 0, asked: 0 };
}

/** Takes note of what a child has said. */
export function followMessages(works: readonly KnownWork[], messages: readonly ChildMessage[]): void {
  for (const message of messages) {
    if (message.type === 'opened') continue;
    const work = works[message.work];
    if (work === undefined) throw new Error(`There is no work ${message.work}`);
    if (message.type === 'asked') work.asked = Math.max(work.asked, message.number + 1);
    if (message.type === 'saved') work.acknowledged = Math.max(work.acknowledged, message.number + 1);
  }
}

/** What is wrong with what a fresh process found. */
export interface Verdict {
  readonly unreadable: number;
  readonly lost: number;
  readonly leftOver: number;
  readonly untold: number;
}

/** Holds what was found against what was acknowledged, and takes it for the new known state. */
export function judgeFound(
  works: readonly KnownWork[],
  found: Extract<ChildMessage, { type: 'opened' }>,
): Verdict {
  let unreadable = 0;
  let lost = 0;
  for (const work of works) {
    const there = found.works.find(({ workId }) => workId === work.workId);
    if (there === undefined || there.notebook === null || there.notices.length > 0) unreadable += 1;
    lost += there === undefined ? 1 : settle(work, there);
  }
  const leftOver = found.files.filter((name) => !KEPT_FILE.test(name)).length;
  return { unreadable, lost, leftOver, untold: 0 };
}

/** How many acknowledged notes are missing: none, where the disk holds a whole number of changes, at least those acknowledged. */
function settle(work: KnownWork, { notebook }: FoundWork): number {
  if (notebook === null) return 1;
  let state = work.notebook;
  for (let number = work.applied; number <= work.asked; number += 1) {
    if (number >= work.acknowledged && isDeepStrictEqual(state, notebook)) {
      work.notebook = state;
      work.applied = number;
      work.acknowledged = number;
      work.asked = number;
      return 0;
    }
    state = applyChanges(state, operation(number));
  }
  return Math.max(1, countMissing(work, notebook));
}

function countMissing(work: KnownWork, notebook: Notebook): number {
  let expected = work.notebook;
  for (let number = work.applied; number < work.acknowledged; number += 1) {
    expected = applyChanges(expected, operation(number));
  }
  const there = new Map(notebook.annotations.map((annotation) => [annotation.id, annotation]));
  return expected.annotations.filter(({ id, modified }) => (there.get(id)?.modified ?? '') < modified).length;
}
