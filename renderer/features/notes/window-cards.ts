/** Cards that a clause shows of itself; a reader who has written more asks for them. */
export const FIRST_CARDS = 12;

/** How many more are shown at a time. */
export const MORE_CARDS = 50;

/**
 * Of many cards the first `limit`, and besides those that are held, in their places; the count is of those left out. One
 * card is not left out for its own sake: the line that says so would take as much room.
 */
export function windowCards<Card>(
  cards: readonly Card[],
  limit: number,
  isHeld: (card: Card) => boolean,
): { readonly shown: readonly Card[]; readonly hiddenCount: number } {
  if (cards.length <= limit + 1) return { shown: cards, hiddenCount: 0 };
  const shown = cards.filter((card, index) => index < limit || isHeld(card));
  return { shown, hiddenCount: cards.length - shown.length };
}
