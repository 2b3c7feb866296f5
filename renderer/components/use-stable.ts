import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * A function that stays the same between renderings and does what the latest one did: for callbacks handed down to
 * memoized rows. To be called from events and effects, never while rendering.
 */
export function useStable<Arguments extends readonly unknown[], Value>(
  call: (...values: Arguments) => Value,
): (...values: Arguments) => Value {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...values: Arguments) => latest.current(...values), []);
}
