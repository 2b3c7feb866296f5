import { z } from '../../core/schema.ts';

const coordinate = z.int().min(-100_000).max(100_000);

/** Validates a {@link WindowState} that comes from a file. */
export const windowStateSchema = z.strictObject({
  /** In device-independent pixels, of the window when it is not maximized. */
  bounds: z.strictObject({
    x: coordinate,
    y: coordinate,
    width: z.int().min(1).max(100_000),
    height: z.int().min(1).max(100_000),
  }),
  isMaximized: z.boolean(),
});

/** Where the window stood when it was closed. */
export type WindowState = z.output<typeof windowStateSchema>;

/** A rectangle of the desktop in device-independent pixels. */
export type Rectangle = WindowState['bounds'];

/** Below this the columns cannot be read. */
export const MINIMUM_SIZE = { width: 720, height: 480 } as const;

const FIRST_SIZE = { width: 1320, height: 880 } as const;

/** How much of the window's top edge must lie on a display to take hold of it. */
const GRIP = { width: 160, height: 40 } as const;

/**
 * Where to open the window: where it stood, if it can still be seen and moved there (a display may be gone since),
 * else in the middle of the first display. `workAreas` are the displays without their panels, the main one first.
 */
export function placeWindow(saved: WindowState | null, workAreas: readonly Rectangle[]): WindowState {
  const [main] = workAreas;
  if (main === undefined) return { bounds: { x: 0, y: 0, ...FIRST_SIZE }, isMaximized: false };
  const isMaximized = saved?.isMaximized ?? false;
  for (const area of workAreas) {
    if (saved === null || !canTakeHold(saved.bounds, area)) continue;
    const bounds = shrinkInto(saved.bounds, area);
    if (canTakeHold(bounds, area)) return { bounds, isMaximized };
  }
  const { width, height } = shrinkInto({ ...main, ...(saved?.bounds ?? FIRST_SIZE) }, main);
  const x = Math.round(main.x + (main.width - width) / 2);
  const y = Math.round(main.y + (main.height - height) / 2);
  return { bounds: { x, y, width, height }, isMaximized };
}

function canTakeHold(bounds: Rectangle, area: Rectangle): boolean {
  const left = Math.max(bounds.x, area.x);
  const right = Math.min(bounds.x + bounds.width, area.x + area.width);
  const isTopInside = bounds.y >= area.y && bounds.y + GRIP.height <= area.y + area.height;
  return right - left >= GRIP.width && isTopInside;
}

function shrinkInto(bounds: Rectangle, area: Rectangle): Rectangle {
  const fit = (size: number, minimum: number, available: number): number =>
    Math.min(Math.max(size, minimum), available);
  return {
    ...bounds,
    width: fit(bounds.width, MINIMUM_SIZE.width, area.width),
    height: fit(bounds.height, MINIMUM_SIZE.height, area.height),
  };
}
