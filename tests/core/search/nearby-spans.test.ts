import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { findNearby, standNearby } from '../../../core/search/nearby-spans.ts';

const TEXT = 'a b c 主权 d e, f 网络 g h i j 空间 k l m';

const spans = fc.array(
  fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 3 })).map(([start, length]) => ({
    start,
    end: Math.min(start + length, TEXT.length),
  })),
  { maxLength: 4 },
);

const terms = fc
  .integer({ min: 2, max: 4 })
  .chain((count) =>
    fc.tuple(
      fc.array(spans, { minLength: count, maxLength: count }),
      fc.array(fc.nat(4), { minLength: count - 1, maxLength: count - 1 }),
    ),
  );

test.prop([terms])(
  'terms stand near each other just where there are places that do',
  ([found, distances]) => {
    expect(standNearby(TEXT, found, distances)).toBe(findNearby(TEXT, found, distances).length > 0);
  },
);
