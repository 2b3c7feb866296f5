import { changedNoteIds } from '../../annotation/changed-note-ids.ts';
import type { Notebook, NotebookChange } from '../../annotation/notebook.ts';
import { planMerge, type MergeConflict } from './plan-merge.ts';

/**
 * What puts another program's state of a notebook into ours, where both have grown out of one. Notes that only one side has
 * stay. Of notes that `pending` touches, changes that only we know of, both versions are kept where they differ; of others the
 * one that was changed last: either side had seen the other's. What was deleted there since stays deleted, and a text that was
 * put under the notes there stays under them.
 */
export function joinNotebooks(
  ours: Notebook,
  theirs: Notebook,
  pending: readonly NotebookChange[],
): readonly NotebookChange[] {
  const changedHere = changedNoteIds(pending);
  const hasOwnText = pending.some(({ type }) => type === 'revision-set');
  const { changes, conflicts } = planMerge(ours, theirs);
  const copies = new Map(conflicts.map((conflict) => [conflict.keptAs, conflict]));
  const alive = new Map(ours.annotations.map((annotation) => [annotation.id, annotation]));
  const deletedThere = theirs.bin.filter(({ annotation: { id }, deleted }) => {
    const here = alive.get(id);
    return here !== undefined && !changedHere.has(id) && Date.parse(deleted) > Date.parse(here.modified);
  });
  return [
    ...changes.flatMap((change) => settleConflict(change, copies, changedHere)),
    ...deletedThere.map((binned) => ({ type: 'annotation-binned', ...binned }) as const),
    ...(hasOwnText || theirs.revision === ours.revision
      ? []
      : [{ type: 'revision-set', revision: theirs.revision ?? null } as const]),
  ];
}

function settleConflict(
  change: NotebookChange,
  copies: ReadonlyMap<string, MergeConflict>,
  changedHere: ReadonlySet<string>,
): readonly NotebookChange[] {
  if (change.type !== 'annotation-saved' && change.type !== 'annotation-binned') return [change];
  const conflict = copies.get(change.annotation.id);
  if (conflict === undefined || changedHere.has(conflict.now.id)) return [change];
  const { now, incoming } = conflict;
  return Date.parse(incoming.modified) >= Date.parse(now.modified)
    ? [{ ...change, annotation: incoming }]
    : [];
}
