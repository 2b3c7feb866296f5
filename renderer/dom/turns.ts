/** A queue for what would make a frame late if it were all done in one. */
export interface Turns {
  /** Calls `act` in a frame of its own, after whoever has waited longer, unless the returned function is called before. */
  readonly take: (act: () => void) => () => void;
}

/** `onFrame` calls what it is given with the next frame. */
export function createTurns(onFrame: (act: () => void) => void): Turns {
  const waiting = new Set<() => void>();
  let isAwaited = false;
  const next = () => {
    isAwaited = false;
    const [act] = waiting;
    if (act === undefined) return;
    waiting.delete(act);
    if (waiting.size > 0) askForFrame();
    act();
  };
  const askForFrame = () => {
    if (isAwaited) return;
    isAwaited = true;
    onFrame(next);
  };
  return {
    take: (act) => {
      // A turn of its own, also for a function that is waiting already.
      const turn = () => act();
      waiting.add(turn);
      askForFrame();
      return () => waiting.delete(turn);
    },
  };
}
