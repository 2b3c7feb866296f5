import { ANNOTATION_KINDS, type Annotation, type AnnotationKind } from './annotation.ts';
import { CHANGE_LABELS, type ChangeLabel } from './change-label.ts';
import type { NotebookChange } from './notebook.ts';

/** Steps that are named after the kind of annotation they are about. */
const OF_A_KIND = ['create', 'edit', 'delete', 'restore', 'erase'] as const satisfies readonly ChangeLabel[];

/** Steps that have another name where they are about several annotations. */
const COUNTED = ['tag', 'color', 'kind', 'answer'] as const satisfies readonly ChangeLabel[];

type OfAKind = (typeof OF_A_KIND)[number];
type Counted = (typeof COUNTED)[number];
type Plain = Exclude<ChangeLabel, OfAKind | Counted>;

/** What a step of the history is called: `history.step.<name>` in the catalogues. */
export type StepName = `${OfAKind}.${AnnotationKind | 'many'}` | `${Counted}.${'one' | 'many'}` | Plain;

/** All names of steps. */
export const STEP_NAMES: readonly StepName[] = CHANGE_LABELS.flatMap((label): readonly StepName[] => {
  if (isOfAKind(label))
    return [...ANNOTATION_KINDS, 'many' as const].map((kind) => `${label}.${kind}` as const);
  return isCounted(label) ? [`${label}.one`, `${label}.many`] : [label];
});

/** Names a step by its label and what it changes, in whatever works. */
export function nameStep(label: ChangeLabel, changes: readonly NotebookChange[]): StepName {
  if (isOfAKind(label)) {
    const kinds = changes.flatMap((change) => findAnnotation(change)?.kind ?? []);
    const [kind] = kinds;
    return kind === undefined || kinds.length > 1 ? `${label}.many` : `${label}.${kind}`;
  }
  if (isCounted(label)) return changes.length > 1 ? `${label}.many` : `${label}.one`;
  return label;
}

function findAnnotation(change: NotebookChange): Annotation | undefined {
  return change.type === 'annotation-saved' || change.type === 'annotation-binned'
    ? change.annotation
    : undefined;
}

function isOfAKind(label: ChangeLabel): label is OfAKind {
  return OF_A_KIND.some((each) => each === label);
}

function isCounted(label: ChangeLabel): label is Counted {
  return COUNTED.some((each) => each === label);
}
