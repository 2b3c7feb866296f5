import { changedNoteIds } from '../../annotation/changed-note-ids.ts';
import type { Annotation } from '../../annotation/annotation.ts';
import { applyChanges, type Notebook, type NotebookChange } from '../../annotation/notebook.ts';
import { planMerge, type MergeConflict } from './plan-merge.ts';

/**
 * What puts another program's state of a notebook into ours, where both have grown out of one. Notes that only one side has
 * stay. Of notes that `pending` touches, changes that only we know of, both versions are kept where they differ; of others the
 * one that was changed last: either side had seen the other's. What was deleted there since stays deleted, and a text that was
 * put under the notes there stays under them, with what was found out there of their places in it.
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
  const joined: readonly NotebookChange[] = [
    ...changes.flatMap((change) => settleConflict(change, copies, changedHere)),
    ...deletedThere.map((binned) => ({ type: 'annotation-binned', ...binned }) as const),
  ];
  if (hasOwnText || theirs.revision === ours.revision) return joined;
  return [
    ...joined,
    { type: 'revision-set', revision: theirs.revision ?? null },
    ...takePlaces(applyChanges(ours, joined), theirs, changedHere),
  ];
}

/** Notes that are on the same words on both sides and that nobody is writing here: theirs are described on their text. */
function takePlaces(
  ours: Notebook,
  theirs: Notebook,
  changedHere: ReadonlySet<string>,
): readonly NotebookChange[] {
  const all = [...theirs.annotations, ...theirs.bin.map(({ annotation }) => annotation)];
  const there = new Map(all.map((annotation) => [annotation.id, annotation]));
  const place = (here: Annotation): readonly Annotation[] => {
    const { scope, targets } = there.get(here.id) ?? here;
    const isOnSameWords = listWords(here) === listWords({ scope, targets });
    const isPlacedAlike = JSON.stringify([scope, targets]) === JSON.stringify([here.scope, here.targets]);
    return changedHere.has(here.id) || !isOnSameWords || isPlacedAlike ? [] : [{ ...here, scope, targets }];
  };
  return [
    ...ours.annotations
      .flatMap(place)
      .map((annotation) => ({ type: 'annotation-saved', annotation }) as const),
    ...ours.bin.flatMap(({ annotation, deleted }) =>
      place(annotation).map(
        (placed) => ({ type: 'annotation-binned', annotation: placed, deleted }) as const,
      ),
    ),
  ];
}

function listWords({ scope, targets }: Pick<Annotation, 'scope' | 'targets'>): string {
  return JSON.stringify([
    scope.type,
    targets.map(({ language, selector: [{ exact }] }) => [language, exact]),
  ]);
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
