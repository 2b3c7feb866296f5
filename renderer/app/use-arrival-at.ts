import { useEffect } from 'react';
import { useStable } from '../components/use-stable.ts';

/** Goes to what a work was opened for, once its desk is there; undefined while nothing is awaited. */
export function useArrivalAt<Goal>(goal: Goal | undefined, goThere: (goal: Goal) => void): void {
  const go = useStable(goThere);
  useEffect(() => {
    if (goal === undefined) return;
    // Showing the text draws it at once, which React does not do inside an effect.
    const soon = requestAnimationFrame(() => go(goal));
    return () => cancelAnimationFrame(soon);
  }, [goal, go]);
}
