import { ON_WORDS, type Annotation, type AnnotationTarget } from '../../core/annotation/annotation.ts';
import type { PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import type { Work } from '../../core/text/work.ts';
import type { NotebookHandle } from '../features/notes/use-notebook.ts';
import { describeWords, type WordsInSegment } from './annotation-targets.ts';

/** Words of an annotation that can no longer be found; without `target`, the clause it stood on as such. */
export interface DetachedTarget {
  readonly annotation: Annotation;
  readonly target: AnnotationTarget | undefined;
  /** Whether the annotation has no other place in the text. */
  readonly isLost: boolean;
}

/** All that is detached, annotation by annotation: first those that are lost, then parts of others. */
export function listDetached(placed: PlacedAnnotations): readonly DetachedTarget[] {
  const partly = placed.placed.filter(({ orphanedTargets }) => orphanedTargets.length > 0);
  return [...placed.orphans, ...partly].flatMap(
    ({ annotation, orphanedTargets, place }): readonly DetachedTarget[] => {
      const isLost = place === undefined;
      if (annotation.scope.type !== 'words') return [{ annotation, target: undefined, isLost }];
      return orphanedTargets.map((target) => ({ annotation, target, isLost }));
    },
  );
}

/** Puts an annotation on words, in place of those it has lost. */
export function reattach(
  notebook: NotebookHandle,
  work: Work,
  { annotation, target }: DetachedTarget,
  words: readonly WordsInSegment[],
): void {
  const found = describeWords(work, words);
  const targets =
    target === undefined
      ? found
      : annotation.targets.flatMap((other) => (other === target ? found : [other]));
  notebook.changeAnnotation(annotation.id, { scope: ON_WORDS, targets }, 'reattach');
}

/** The id of the unit it stood in; another clause may have that now. */
export function oldUnit({ annotation: { scope }, target }: DetachedTarget): string | undefined {
  return scope.type === 'unit' ? scope.unit : target?.unit;
}

/** Makes an annotation one on its clause as such, or on the work where the clause is gone. */
export function freeFromWords(notebook: NotebookHandle, work: Work, detached: DetachedTarget): void {
  const { annotation } = detached;
  const unit = work.units.find(({ id }) => id === oldUnit(detached));
  const kind = annotation.kind === 'question' ? 'question' : 'note';
  const scope = unit === undefined ? ({ type: 'work' } as const) : ({ type: 'unit', unit: unit.id } as const);
  notebook.changeAnnotation(annotation.id, { kind, scope, targets: [] }, 'free-from-words');
}

/** Deletes an annotation that is lost; of another one only the words that are. */
export function removeDetached(
  notebook: NotebookHandle,
  { annotation, target, isLost }: DetachedTarget,
): void {
  if (isLost) notebook.deleteAnnotation(annotation.id);
  else {
    const targets = annotation.targets.filter((other) => other !== target);
    notebook.changeAnnotation(annotation.id, { targets }, 'remove-target');
  }
}
