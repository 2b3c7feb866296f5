import type { RevisionId } from '../text/revision-id.ts';
import type { Unit, Work } from '../text/work.ts';
import type { Annotation } from './annotation.ts';
import { compareWorks } from './compare-works.ts';
import { matchTarget } from './match-target.ts';
import type { Notebook, NotebookChange, UnitProgress } from './notebook.ts';
import type { UnitPairs } from './pair-units.ts';
import { describeMatch, reanchorBetween, type ReanchoredAnnotation } from './reanchor.ts';

/**
 * What becomes of a note when its text is replaced. 'kept': at the same place. 'moved': on the same words elsewhere.
 * 'detached': some of its words, or its unit, cannot be told in the new text. 'still-detached': as before.
 */
export const REVISION_OUTCOMES = ['kept', 'moved', 'detached', 'still-detached'] as const;

/** One of {@link REVISION_OUTCOMES}. */
export type RevisionOutcome = (typeof REVISION_OUTCOMES)[number];

/** A note before and after. */
export interface RevisedAnnotation {
  readonly annotation: Annotation;
  readonly revised: Annotation;
  readonly outcome: RevisionOutcome;
}

/** How many units of the text differ. */
export interface UnitDifferences {
  /** In both texts, with other words. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** What replacing a text would do. */
export interface RevisionPlan {
  /** The notes, in their order; those in the bin are moved along but not among them. */
  readonly notes: readonly RevisedAnnotation[];
  readonly units: UnitDifferences;
  /** What puts the new text under the notes and the notes onto it, as one step that can be undone. */
  readonly changes: readonly NotebookChange[];
}

/**
 * Plans to replace the text of a work: where every note will stand, by both texts. A note says here what it will show:
 * where the texts alone cannot tell its words but they themselves can, it is found by them, as it is whenever a work is opened.
 */
export function planRevision(
  oldWork: Work,
  newWork: Work,
  notebook: Notebook,
  revision: RevisionId,
): RevisionPlan {
  const works = compareWorks(oldWork, newWork);
  const { pairs } = works;
  const revise = (annotations: readonly Annotation[]): readonly RevisedAnnotation[] =>
    reanchorBetween(works, annotations).map((reanchored) => settle(oldWork, newWork, reanchored));
  const notes = revise(notebook.annotations);
  const binned = revise(notebook.bin.map(({ annotation }) => annotation));
  return {
    notes,
    units: countDifferences(pairs),
    changes: [
      { type: 'revision-set', revision },
      ...notes.flatMap(({ annotation, revised }): readonly NotebookChange[] =>
        isSame(annotation, revised) ? [] : [{ type: 'annotation-saved', annotation: revised }],
      ),
      ...binned.flatMap(({ annotation, revised }, index): readonly NotebookChange[] => {
        const deleted = notebook.bin[index]?.deleted;
        return deleted === undefined || isSame(annotation, revised)
          ? []
          : [{ type: 'annotation-binned', annotation: revised, deleted }];
      }),
      ...moveProgress(pairs, notebook.progress),
    ],
  };
}

function settle(
  oldWork: Work,
  newWork: Work,
  { annotation, reanchored, outcome, lost }: ReanchoredAnnotation,
): RevisedAnnotation {
  if (lost.length === 0) {
    // A note on a clause goes by the clause's id: where another clause has that now, it is there that the note is shown.
    const { scope } = reanchored;
    const isShown = scope.type === 'unit' && newWork.units.some(({ id }) => id === scope.unit);
    return { annotation, revised: reanchored, outcome: outcome === 'detached' && isShown ? 'kept' : outcome };
  }
  const targets = reanchored.targets.map((target) =>
    lost.includes(target) ? (describeMatch(newWork, target) ?? target) : target,
  );
  const isDetached = targets.some((target) => matchTarget(newWork, target).type === 'orphan');
  const wasDetached = annotation.targets.some((target) => matchTarget(oldWork, target).type === 'orphan');
  return {
    annotation,
    revised: { ...reanchored, targets },
    outcome: !isDetached ? 'moved' : wasDetached ? 'still-detached' : 'detached',
  };
}

function countDifferences({ oldUnits, newUnits, newByOld }: UnitPairs): UnitDifferences {
  let changed = 0;
  for (const [oldIndex, newIndex] of newByOld) {
    if (!hasSameWords(oldUnits[oldIndex], newUnits[newIndex])) changed += 1;
  }
  return {
    changed,
    added: newUnits.length - newByOld.size,
    removed: oldUnits.length - newByOld.size,
  };
}

function hasSameWords(one: Unit | undefined, other: Unit | undefined): boolean {
  const languages = new Set([...Object.keys(one?.segments ?? {}), ...Object.keys(other?.segments ?? {})]);
  return [...languages].every(
    (language) => (one?.segments[language] ?? '') === (other?.segments[language] ?? ''),
  );
}

/** Reading progress goes with its unit, whatever id that has now; that of a unit that is gone goes with it. */
function moveProgress(
  { oldUnits, newUnits, newByOld }: UnitPairs,
  progress: Notebook['progress'],
): readonly NotebookChange[] {
  const moved = new Map<string, UnitProgress>();
  const known = new Set<string>();
  for (const [oldIndex, { id }] of oldUnits.entries()) {
    known.add(id);
    const state = progress[id];
    const newUnit = newUnits[newByOld.get(oldIndex) ?? -1];
    if (state !== undefined && newUnit !== undefined) moved.set(newUnit.id, state);
  }
  const units = new Set([...Object.keys(progress).filter((id) => known.has(id)), ...moved.keys()]);
  return [...units].flatMap((unit): readonly NotebookChange[] => {
    const state = moved.get(unit) ?? 'unread';
    return state === (progress[unit] ?? 'unread') ? [] : [{ type: 'progress-set', unit, progress: state }];
  });
}

/** Whether an annotation is described as before; only its places can differ. */
function isSame(one: Annotation, other: Annotation): boolean {
  return (
    one === other || JSON.stringify([one.scope, one.targets]) === JSON.stringify([other.scope, other.targets])
  );
}
