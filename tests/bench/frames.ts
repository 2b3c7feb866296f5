import type { Page } from '@playwright/test';

/** No frame may take longer, in ms. */
export const FRAME_BUDGET = { limit: 50, on: 'max' } as const;

/** The times between the frames that a page draws while `act` goes on, in whole ms. */
export async function timeFrames(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const recording = await page.evaluateHandle(recordFrames);
  await act();
  return recording.evaluate(({ stop }) => stop());
}

/** How frames went, in words. */
export function describeFrames(frames: readonly number[]): string {
  const rate = (frames.length * 1000) / frames.reduce((sum, frame) => sum + frame, 0);
  const late = frames.filter((frame) => frame > FRAME_BUDGET.limit).length;
  return `${rate.toFixed(1)} frames a second, ${late} frames over ${FRAME_BUDGET.limit} ms`;
}

/** Runs in the page: notes the times between its frames, in ms, until it is stopped. */
function recordFrames(): { readonly stop: () => readonly number[] } {
  const times: number[] = [];
  let frame = 0;
  const note = (now: number) => {
    times.push(now);
    frame = requestAnimationFrame(note);
  };
  frame = requestAnimationFrame(note);
  return {
    stop: () => {
      cancelAnimationFrame(frame);
      // The page's clock goes in steps of 0.1 ms, so that three frames at 60 Hz, 50 ms, are 50.1 at times.
      return times.slice(1).map((time, index) => Math.round(time - (times[index] ?? Number.NaN)));
    },
  };
}
