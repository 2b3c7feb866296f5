import { useEffect, useState } from 'react';
import { createTurns } from '../../dom/turns.ts';

/** Cards that come in one frame: a card takes some 3 ms from its making to its painting on the machine of the benchmarks. */
const CARDS_A_TURN = 3;

/** All margins share the turns: clauses that come into view together fill one after the other. */
const turns = createTurns((act) => requestAnimationFrame(act));

/** How many of `count` cards may be there by now, so that no frame is late for them; all of them soon. */
export function useLittleByLittle(count: number): number {
  const [granted, setGranted] = useState(CARDS_A_TURN);
  useEffect(
    () => (granted < count ? turns.take(() => setGranted((before) => before + CARDS_A_TURN)) : undefined),
    [granted, count],
  );
  return Math.min(granted, count);
}
