import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2: contrast of text (1.4.3) and of lines that carry meaning (1.4.11), on every ground a search can paint. */

const tokens = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8');

type Color = readonly [red: number, green: number, blue: number, alpha: number];

function token(name: string, theme: 'light' | 'dark'): Color {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(tokens);
  const hex = found?.[theme === 'light' ? 1 : 2] ?? '';
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5), hex.length > 7 ? part(7) / 255 : 1];
}

function over(ground: Color, [red, green, blue, alpha]: Color): Color {
  const mix = (below: number, above: number) => below + (above - below) * alpha;
  return [mix(ground[0], red), mix(ground[1], green), mix(ground[2], blue), 1];
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(a: Color, b: Color): number {
  const [lighter, darker] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const paper = token('paper', theme);
  const ink = token('ink', theme);
  const tints = ['yellow', 'green', 'blue', 'red', 'violet'].map((name) => token(name, theme));

  it.each(['hit-wash', 'linked-wash', 'current-hit'])(
    'text can be read on --%s, also over a tint',
    (wash) => {
      for (const ground of [paper, ...tints])
        expect(contrast(ink, over(ground, token(wash, theme)))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('the line under what answers a hit, and the marks beside the scroll bar, can be seen', () => {
    expect(contrast(token('hit-line', theme), paper)).toBeGreaterThanOrEqual(3);
    expect(
      contrast(token('hit-line', theme), over(paper, token('linked-wash', theme))),
    ).toBeGreaterThanOrEqual(3);
    expect(contrast(token('cinnabar', theme), token('current-hit', theme))).toBeGreaterThanOrEqual(2);
  });
});
