/** What becomes of a press on words: nothing lies there, one annotation is meant, or the reader is to choose. */
export type PressOutcome =
  | { readonly type: 'none' }
  | { readonly type: 'activated'; readonly id: string }
  | { readonly type: 'choice' };

/**
 * `ids` are the annotations at the place, the one to take first at the front. The first press takes that one; a press on
 * words of the active annotation that others lie on too asks which is meant.
 */
export function pressAnnotations(ids: readonly string[], activeId: string | undefined): PressOutcome {
  const [first, ...others] = ids;
  if (first === undefined) return { type: 'none' };
  const isActiveHere = activeId !== undefined && ids.includes(activeId);
  return isActiveHere && others.length > 0 ? { type: 'choice' } : { type: 'activated', id: first };
}
