import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MINIMUM_SIZE, placeWindow, type Rectangle } from '../../../electron/main/window-state.ts';

const LAPTOP: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const BESIDE: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 };

function open(bounds: Rectangle | null, displays: readonly Rectangle[]): Rectangle {
  return placeWindow(bounds === null ? null : { bounds, isMaximized: false }, displays).bounds;
}

describe('the place of the window', () => {
  test('is the middle of the main display at the first start', () => {
    expect(open(null, [LAPTOP, BESIDE])).toEqual({ x: 60, y: 25, width: 1320, height: 875 });
  });

  test.each([
    ['on the main display', { x: 100, y: 80, width: 900, height: 700 }],
    ['on another display', { x: 1500, y: 10, width: 1200, height: 900 }],
    ['across two displays', { x: 1200, y: 100, width: 900, height: 700 }],
    ['partly beside the edge, with enough to take hold of', { x: -700, y: 60, width: 900, height: 700 }],
  ])('is where it stood %s', (_name, bounds) => {
    expect(open(bounds, [LAPTOP, BESIDE])).toEqual(bounds);
  });

  test.each([
    ['the display is gone', { x: 1500, y: 10, width: 900, height: 700 }],
    ['only a sliver can be seen', { x: -850, y: 60, width: 900, height: 700 }],
    ['its title bar is above the display', { x: 100, y: -200, width: 900, height: 700 }],
    ['its title bar is below the display', { x: 100, y: 890, width: 900, height: 700 }],
  ])('is the middle of the main display when %s, in its old size', (_name, bounds) => {
    expect(open(bounds, [LAPTOP])).toEqual({ x: 270, y: 113, width: 900, height: 700 });
  });

  test('is made smaller for a smaller display', () => {
    expect(open({ x: 10, y: 30, width: 1900, height: 1000 }, [LAPTOP])).toEqual({
      x: 10,
      y: 30,
      width: 1440,
      height: 875,
    });
  });

  test('keeps the window maximized', () => {
    const saved = { bounds: { x: 9000, y: 0, width: 900, height: 700 }, isMaximized: true };
    expect(placeWindow(saved, [LAPTOP]).isMaximized).toBe(true);
  });

  const rectangle = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 1, max: 6000 }),
    height: fc.integer({ min: 1, max: 6000 }),
  });
  const display = fc.record({
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.integer({ min: -4000, max: 4000 }),
    width: fc.integer({ min: MINIMUM_SIZE.width, max: 4000 }),
    height: fc.integer({ min: MINIMUM_SIZE.height, max: 3000 }),
  });

  test.prop([fc.option(rectangle), fc.array(display, { minLength: 1, maxLength: 3 })])(
    'always leaves part of the title bar on a display',
    (saved, displays) => {
      const bounds = open(saved, displays);
      const isReachable = displays.some(
        (area) =>
          bounds.y >= area.y &&
          bounds.y < area.y + area.height &&
          bounds.x + bounds.width > area.x &&
          bounds.x < area.x + area.width,
      );
      expect(isReachable).toBe(true);
      expect(bounds.width).toBeGreaterThanOrEqual(MINIMUM_SIZE.width);
    },
  );
});
