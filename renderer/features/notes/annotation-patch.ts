import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { ChangeLabel } from '../../../core/annotation/change-label.ts';

/** What of an annotation its reader can change. */
export type AnnotationPatch = Partial<
  Pick<Annotation, 'kind' | 'color' | 'body' | 'tags' | 'isAnswered' | 'targets' | 'scope'>
>;

/** What a patch does, by the weightiest part that differs; undefined if nothing does. */
export function labelPatch(before: Annotation, patch: AnnotationPatch): ChangeLabel | undefined {
  if (patch.body !== undefined && patch.body !== before.body) return 'edit';
  if (patch.scope !== undefined && patch.scope.type !== before.scope.type) return 'reattach';
  if (patch.targets !== undefined && patch.targets !== before.targets) return 'counterpart';
  if (patch.scope !== undefined && patch.scope !== before.scope) return 'reattach';
  if (patch.tags !== undefined && !hasSameItems(patch.tags, before.tags)) return 'tag';
  if (patch.isAnswered !== undefined && patch.isAnswered !== before.isAnswered) return 'answer';
  if (patch.kind !== undefined && patch.kind !== before.kind) return 'kind';
  if (patch.color !== undefined && patch.color !== before.color) return 'color';
  return undefined;
}

function hasSameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
