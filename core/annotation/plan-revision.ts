import type { RevisionId } from '../text/revision-id.ts';
import type { LanguageTag } from '../text/language.ts';
import { createCarrier, type WordMove } from '../text/word-moves.ts';
import type { Unit, Work } from '../text/work.ts';
import type { Annotation, AnnotationTarget, UnitScope } from './annotation.ts';
import { compareWorks, type ComparedWorks } from './compare-works.ts';
import { matchTarget } from './match-target.ts';
import type { Notebook, NotebookChange, UnitProgress } from './notebook.ts';
import type { UnitPairs } from './pair-units.ts';
import { reanchorBetween, type ReanchoredAnnotation } from './reanchor.ts';

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

/** How many units of the text differ, in the languages of both texts. */
export interface UnitDifferences {
  /** In both texts, with other words. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** Of which languages there is a text only now, and of which there is none any more. */
export interface EditionDifferences {
  readonly added: readonly LanguageTag[];
  readonly removed: readonly LanguageTag[];
}

/** What replacing a text would do. */
export interface RevisionPlan {
  /** The notes, in their order; those in the bin are moved along but not among them. */
  readonly notes: readonly RevisedAnnotation[];
  readonly units: UnitDifferences;
  readonly editions: EditionDifferences;
  /** What puts the new text under the notes and the notes onto it, as one step that can be undone. */
  readonly changes: readonly NotebookChange[];
}

/** One revision of the text of a work. */
export interface TextRevision {
  readonly revision: RevisionId;
  readonly work: Work;
}

/** The two texts, compared, and what else may be needed to tell where words stand. */
interface Texts {
  readonly current: TextRevision;
  readonly works: ComparedWorks;
  /** An earlier text compared with the new one; undefined if it is gone. */
  readonly compareFrom: (revision: RevisionId) => ComparedWorks | undefined;
}

/**
 * Plans to replace the text of a work: where every note will stand, by both texts. What the texts give up is marked as an
 * orphan of the current one, so that the new text shows what the plan says, whatever in it looks like the old words. Orphans
 * of an earlier text are looked for by that one, if `findText` still has it.
 * @param moves where whoever made the new text knows words to have gone.
 */
export function planRevision(
  current: TextRevision,
  next: TextRevision,
  notebook: Notebook,
  findText: (revision: RevisionId) => Work | undefined,
  moves: readonly WordMove[] = [],
): RevisionPlan {
  const texts = compareTexts(current, next, findText, moves);
  const { pairs } = texts.works;
  const revise = (annotations: readonly Annotation[]): readonly RevisedAnnotation[] =>
    reanchorBetween(texts.works, annotations).map((reanchored) => settle(texts, reanchored));
  const notes = revise(notebook.annotations);
  const binned = revise(notebook.bin.map(({ annotation }) => annotation));
  return {
    notes,
    units: countDifferences(pairs),
    editions: compareEditions(current.work, next.work),
    changes: [
      { type: 'revision-set', revision: next.revision },
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

function compareTexts(
  current: TextRevision,
  next: TextRevision,
  findText: (revision: RevisionId) => Work | undefined,
  moves: readonly WordMove[],
): Texts {
  const works = { ...compareWorks(current.work, next.work), carry: createCarrier(next.work, moves) };
  const known = new Map<RevisionId, ComparedWorks | undefined>([[current.revision, works]]);
  return {
    current,
    works,
    compareFrom: (revision) => {
      if (!known.has(revision)) {
        const earlier = findText(revision);
        known.set(revision, earlier === undefined ? undefined : compareWorks(earlier, next.work));
      }
      return known.get(revision);
    },
  };
}

/** Decides about what the texts give up. */
function settle(texts: Texts, reanchored: ReanchoredAnnotation): RevisedAnnotation {
  const { annotation, outcome, lost } = reanchored;
  if (outcome !== 'detached') return { annotation, revised: reanchored.reanchored, outcome };
  const { scope } = annotation;
  if (scope.type === 'unit') return settleUnit(texts, annotation, scope);
  const { oldWork, newWork } = texts.works;
  const isStanding = (target: AnnotationTarget): boolean => matchTarget(oldWork, target).type !== 'orphan';
  const targets = reanchored.reanchored.targets.map((target) => {
    if (!lost.includes(target)) return target;
    if (target.orphanedFrom !== undefined) return findAgain(texts, annotation, target) ?? target;
    return isStanding(target) ? { ...target, orphanedFrom: texts.current.revision } : target;
  });
  const isDetached = targets.some((target) => matchTarget(newWork, target).type === 'orphan');
  return {
    annotation,
    revised: { ...annotation, targets },
    outcome: lost.some(isStanding) ? 'detached' : isDetached ? 'still-detached' : 'moved',
  };
}

function settleUnit(texts: Texts, annotation: Annotation, scope: UnitScope): RevisedAnnotation {
  const { orphanedFrom, ...place } = scope;
  if (orphanedFrom === undefined) {
    // What has no unit now is an orphan of an unknown text.
    if (!texts.works.oldIndexById.has(scope.unit)) {
      return { annotation, revised: annotation, outcome: 'still-detached' };
    }
    const marked = { ...scope, orphanedFrom: texts.current.revision };
    return { annotation, revised: { ...annotation, scope: marked }, outcome: 'detached' };
  }
  const works = texts.compareFrom(orphanedFrom);
  const [found] =
    works?.oldIndexById.has(scope.unit) === true
      ? reanchorBetween(works, [{ ...annotation, scope: place }])
      : [];
  return found === undefined || found.outcome === 'detached'
    ? { annotation, revised: annotation, outcome: 'still-detached' }
    : { annotation, revised: found.reanchored, outcome: 'moved' };
}

/** An orphan of an earlier text, described on the new one if that text says where its words are. */
function findAgain(
  texts: Texts,
  annotation: Annotation,
  { orphanedFrom, ...target }: AnnotationTarget,
): AnnotationTarget | undefined {
  const works = orphanedFrom === undefined ? undefined : texts.compareFrom(orphanedFrom);
  if (works === undefined || matchTarget(works.oldWork, target).type === 'orphan') return undefined;
  const [found] = reanchorBetween(works, [{ ...annotation, targets: [target] }]);
  return found === undefined || found.outcome === 'detached' ? undefined : found.reanchored.targets[0];
}

function compareEditions(oldWork: Work, newWork: Work): EditionDifferences {
  const [before, now] = [oldWork, newWork].map(({ editions }) => editions.map(({ language }) => language));
  return {
    added: (now ?? []).filter((language) => before?.includes(language) !== true),
    removed: (before ?? []).filter((language) => now?.includes(language) !== true),
  };
}

function countDifferences({ oldUnits, newUnits, newByOld, languages }: UnitPairs): UnitDifferences {
  let changed = 0;
  for (const [oldIndex, newIndex] of newByOld) {
    if (!hasSameWords(oldUnits[oldIndex], newUnits[newIndex], languages)) changed += 1;
  }
  return {
    changed,
    added: newUnits.length - newByOld.size,
    removed: oldUnits.length - newByOld.size,
  };
}

function hasSameWords(
  one: Unit | undefined,
  other: Unit | undefined,
  languages: readonly LanguageTag[],
): boolean {
  return languages.every((language) => (one?.segments[language] ?? '') === (other?.segments[language] ?? ''));
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
