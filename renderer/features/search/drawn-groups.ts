import type { ResultGroup } from './result-groups.ts';

/** What has been drawn of an answer to a query, from its beginning on. */
export interface DrawnList {
  readonly query: string;
  readonly groups: readonly ResultGroup[];
  readonly count: number;
}

/** Nothing has been drawn. */
export const NO_LIST: DrawnList = { query: '', groups: [], count: 0 };

/** No group is lower than its parts are at their lowest, in CSS pixels: `ResultClause`, `WorkHeadingLine`. */
const LOWEST = { heading: 44, group: 35, line: 26 } as const;

/** How many groups more are drawn with each frame after the first. */
const STEP = 8;

/** How many groups fill a height, in CSS pixels, whatever stands in them. */
export function countFirst(groups: readonly ResultGroup[], height: number): number {
  let filled = 0;
  const last = groups.findIndex(({ heading, lines }) => {
    filled += (heading === undefined ? 0 : LOWEST.heading) + LOWEST.group + lines.length * LOWEST.line;
    return filled >= height;
  });
  return last === -1 ? groups.length : last + 1;
}

/**
 * What to draw of an answer to `query`: as many groups as have been drawn, or else the first. Where the same query is
 * answered anew, because notes have changed or more texts are ready, what stands there stays until as much of the new
 * answer is drawn: a list that were cut would not stay where it has been scrolled to.
 */
export function chooseDrawn(
  groups: readonly ResultGroup[],
  query: string,
  drawn: DrawnList,
  first: number,
): readonly ResultGroup[] {
  if (drawn.groups === groups || drawn.query === query) return drawn.groups.slice(0, drawn.count);
  return groups.slice(0, first);
}

/** What to draw next of the answer to `query`; the same as `drawn` where that is all of it. */
export function drawMore(
  groups: readonly ResultGroup[],
  query: string,
  drawn: DrawnList,
  first: number,
): DrawnList {
  if (drawn.groups === groups && drawn.count >= groups.length) return drawn;
  const isAnew = drawn.groups !== groups && drawn.query === query;
  const standing = drawn.groups === groups || isAnew ? drawn.count : first;
  return { query, groups, count: isAnew ? standing : standing + STEP };
}
