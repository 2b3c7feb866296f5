import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { HIGHLIGHT_COLORS } from '../../../core/annotation/annotation.ts';
import {
  LAYER_COUNT,
  layerSpans,
  type HighlightSpan,
  type LayeredSpan,
} from '../../../core/annotation/layer-spans.ts';
import { spansOverlap } from '../../../core/text/text-span.ts';

function highlight(id: string, start: number, end: number, second: number): HighlightSpan {
  const created = `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;
  return { span: { start, end }, color: 'yellow', id, created };
}

function layersById(spans: readonly HighlightSpan[]): Record<string, number> {
  return Object.fromEntries(layerSpans(spans).map(({ id, layer }) => [id, layer]));
}

describe('layerSpans', () => {
  test('leaves highlights that do not overlap on the lowest layer, also where they touch', () => {
    expect(layersById([highlight('a', 0, 4, 1), highlight('b', 4, 8, 2)])).toEqual({ a: 0, b: 0 });
  });

  test('puts the earlier of two that overlap below, whatever their order in the list or the text', () => {
    expect(layersById([highlight('new', 0, 6, 9), highlight('old', 3, 9, 1)])).toEqual({ old: 0, new: 1 });
  });

  test('tells five highlights on the same words apart, and lets a sixth share the top', () => {
    const spans = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, second) => highlight(id, 0, 9, second));
    expect(layersById(spans)).toEqual({ a: 0, b: 1, c: 2, d: 3, e: 4, f: 4 });
  });

  test('goes back to a free layer where a long chain of overlaps would run out of them', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => highlight(id, at * 4, at * 4 + 6, at));
    expect(layersById(chain)).toEqual({ a: 0, b: 1, c: 2, d: 3, e: 4, f: 0 });
  });

  test('answers in the order of painting', () => {
    const layered = layerSpans([
      highlight('top', 0, 9, 3),
      highlight('right', 5, 9, 2),
      highlight('left', 0, 3, 1),
    ]);
    expect(layered.map(({ id }) => id)).toEqual(['left', 'right', 'top']);
  });

  const spans = fc
    .array(
      fc.record({
        start: fc.nat(30),
        length: fc.integer({ min: 1, max: 12 }),
        color: fc.constantFrom(...HIGHLIGHT_COLORS),
        second: fc.nat(59),
      }),
      { maxLength: 14 },
    )
    .map((list) =>
      list.map(({ start, length, color, second }, index) => ({
        ...highlight(`id-${String(index).padStart(2, '0')}`, start, start + length, second),
        color,
      })),
    );

  test.prop([spans])('keeps every highlight, and those with fewer than five others apart', (list) => {
    const layered = layerSpans(list);
    const rivalsOf = (one: LayeredSpan) =>
      layered.filter((other) => other !== one && spansOverlap(one.span, other.span));
    expect(layered.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
    for (const one of layered.filter((span) => rivalsOf(span).length < LAYER_COUNT)) {
      const calm = rivalsOf(one).filter((rival) => rivalsOf(rival).length < LAYER_COUNT);
      expect(calm.filter(({ layer }) => layer === one.layer)).toEqual([]);
    }
    expect(layered.every(({ layer }) => 0 <= layer && layer < LAYER_COUNT)).toBe(true);
  });

  test.prop([spans])('does not move an earlier highlight when a later one is added', (list) => {
    const added = { ...highlight('zz', 0, 42, 59), created: '2027-01-01T00:00:00.000Z' };
    const { zz: _added, ...others } = layersById([...list, added]);
    expect(others).toEqual(layersById(list));
  });
});
