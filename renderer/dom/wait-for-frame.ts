/** A window that nobody sees draws no frames; nothing waits for them longer than this. */
const LONGEST_WAIT_MS = 100;

/** Is resolved when the next frame has been drawn. */
export function waitForFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // A task after the frame's callbacks comes when the frame has been drawn.
      setTimeout(resolve);
    });
  });
}
