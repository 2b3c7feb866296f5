import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** What goes would take the focus with it, and a reader at the keyboard would have to begin anew. */
export function useReturnOfFocus(ref: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element?.contains(document.activeElement) === true) latest.current();
    };
  }, [ref]);
}
