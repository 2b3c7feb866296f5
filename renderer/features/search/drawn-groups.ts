import type { ResultGroup } from './result-groups.ts';

/** Results that have been drawn to the last, and the query they answer. */
export interface WholeList {
  readonly query: string;
  readonly groups: readonly ResultGroup[];
}

/** Nothing has been drawn. */
export const NO_LIST: WholeList = { query: '', groups: [] };

/** More than a window holds: these are drawn with the key that asked for them, the others in a frame of their own. */
const FIRST_GROUPS = 16;

/**
 * What to draw at once of an answer to `query`. Of a new query the first groups; where the same query is answered anew,
 * because notes have changed or more texts are ready, what stands there stays whole until all of the new answer is drawn:
 * a list that were cut would not stay where it has been scrolled to.
 */
export function chooseDrawn(
  groups: readonly ResultGroup[],
  query: string,
  whole: WholeList,
): readonly ResultGroup[] {
  if (whole.groups === groups || groups.length <= FIRST_GROUPS) return groups;
  return whole.query === query ? whole.groups : groups.slice(0, FIRST_GROUPS);
}
