/**
 * The arrow keys between the box, while nothing is typed, and the searches offered below it: moves the focus by one.
 * Tells whether there was somewhere to go.
 */
export function moveAmongChoices(panel: Element, by: 1 | -1): boolean {
  const stops = [...panel.querySelectorAll<HTMLElement>('input, [data-search-choice]')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = at === -1 ? undefined : stops[at + by];
  next?.focus();
  return next !== undefined;
}
