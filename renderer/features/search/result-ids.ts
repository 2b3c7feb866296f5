/** The element id of the pane of results. */
export const PANE_ID = 'search-pane';

/** The element id of the list of results, which the box controls. */
export const RESULTS_ID = 'search-results';

/** The element id of a line of the results, by its place among them. */
export function lineId(index: number): string {
  return `search-line-${index}`;
}

/** The element id of the list of what could stand at the caret. */
export const COMPLETIONS_ID = 'search-completions';

/** The element id of something that could stand at the caret, by its place. */
export function completionId(index: number): string {
  return `${COMPLETIONS_ID}-${index}`;
}
