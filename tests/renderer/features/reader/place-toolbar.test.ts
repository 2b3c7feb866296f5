import { describe, expect, it } from 'vitest';
import { placeToolbar } from '../../../../renderer/features/reader/place-toolbar.ts';

const bounds = { left: 0, top: 0, right: 1000, bottom: 700 };
const size = { width: 400, height: 34 };
const line = (top: number) => ({ left: 100, top, right: 500, bottom: top + 20 });

describe('the place of the selection toolbar', () => {
  it('is above the words where nothing else stands there', () => {
    expect(placeToolbar([line(200)], [line(100)], size, bounds)).toEqual({ left: 92, top: 158 });
  });

  it('turns below the words when it would cover the line above', () => {
    expect(placeToolbar([line(200)], [line(165)], size, bounds)).toEqual({ left: 92, top: 228 });
  });

  it('turns below at the top of the window', () => {
    expect(placeToolbar([line(10)], [], size, bounds)?.top).toBe(38);
  });

  it('stays above at the bottom of the window even over a line', () => {
    expect(placeToolbar([line(670)], [line(640)], size, bounds)?.top).toBe(628);
  });

  it('keeps inside the window at its right edge', () => {
    const far = { left: 900, top: 300, right: 980, bottom: 320 };
    expect(placeToolbar([far], [], size, bounds)?.left).toBe(600);
  });

  it('has none without words', () => {
    expect(placeToolbar([], [], size, bounds)).toBeUndefined();
  });
});
