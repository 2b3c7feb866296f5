import { describe, expect, it } from 'vitest';
import {
  findAnnotationsAt,
  styleOfMark,
  type TextMark,
} from '../../../../renderer/features/reader/highlight-paint.ts';

function mark(annotationId: string, start: number, end: number, layer: number): TextMark {
  return { annotationId, unit: 'u', language: 'en', span: { start, end }, color: 'yellow', layer };
}

const place = (offset: number) => ({ unit: 'u', language: 'en', offset });

describe('the annotations at a place', () => {
  const marks = new Map([
    [
      'u',
      [mark('long', 0, 20, 0), mark('short', 5, 10, 1), mark('upper', 0, 20, 2), mark('away', 15, 20, 1)],
    ],
  ]);

  it('are the shortest first, of equally long ones that on the upper layer', () => {
    expect(findAnnotationsAt(marks, place(6))).toEqual(['short', 'upper', 'long']);
  });

  it('are those that cover it: an end is outside', () => {
    expect(findAnnotationsAt(marks, place(10))).toEqual(['upper', 'long']);
    expect(findAnnotationsAt(marks, place(20))).toEqual([]);
  });

  it('are none in another language or unit', () => {
    expect(findAnnotationsAt(marks, { ...place(6), language: 'zh-Hans' })).toEqual([]);
    expect(findAnnotationsAt(marks, { ...place(6), unit: 'v' })).toEqual([]);
  });

  it('count once where one covers a place twice', () => {
    const twice = new Map([['u', [mark('a', 0, 9, 0), mark('a', 3, 6, 1)]]]);
    expect(findAnnotationsAt(twice, place(4))).toEqual(['a']);
  });
});

it('a mark lies over those of lower layers and under all that is no mark', () => {
  expect(styleOfMark(mark('a', 0, 1, 0))).toEqual({ name: 'mark-yellow-0', priority: -5 });
  expect(styleOfMark(mark('a', 0, 1, 4))).toEqual({ name: 'mark-yellow-4', priority: -1 });
});
