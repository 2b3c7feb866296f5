import { describe, expect, it } from 'vitest';
import {
  createNearRows,
  findRowsBetween,
  type NearRows,
  type RowRange,
} from '../../../../renderer/features/reader/near-rows.ts';

const UNITS = Array.from({ length: 100 }, (_, index) => `unit-${index}`);

/** Everything near that is shown. */
function moveTo(rows: NearRows, near: RowRange, kept: RowRange): void {
  rows.move({ shown: near, near, kept });
}

function unitsFrom(from: number, to: number): readonly string[] {
  return UNITS.slice(from, to);
}

describe('the rows that are near', () => {
  it('are at first those around the place where the text is opened', () => {
    expect(createNearRows(UNITS, 'unit-50').units()).toEqual(unitsFrom(48, 56));
    expect(createNearRows(UNITS, 'unit-0').units()).toEqual(unitsFrom(0, 6));
    expect(createNearRows(UNITS, 'gone').units()).toEqual(unitsFrom(0, 6));
  });

  it('tell just the rows that have come near or are far again', () => {
    const rows = createNearRows(UNITS, 'unit-0');
    const told: string[] = [];
    for (const unit of UNITS) rows.watch(unit, () => told.push(`${unit} ${rows.isNear(unit)}`));
    moveTo(rows, { from: 2, to: 8 }, { from: 2, to: 8 });
    expect(told).toEqual(['unit-0 false', 'unit-1 false', 'unit-6 true', 'unit-7 true']);
  });

  it('tell nobody when they stay the same, nor those who no longer listen', () => {
    const rows = createNearRows(UNITS, 'unit-0');
    let calls = 0;
    const stop = rows.subscribe(() => (calls += 1));
    moveTo(rows, { from: 0, to: 6 }, { from: 0, to: 6 });
    expect(calls).toBe(0);
    moveTo(rows, { from: 0, to: 7 }, { from: 0, to: 7 });
    stop();
    moveTo(rows, { from: 0, to: 8 }, { from: 0, to: 8 });
    expect(calls).toBe(1);
  });

  it('stay near between the inner and the outer reach', () => {
    const rows = createNearRows(UNITS, 'unit-0');
    moveTo(rows, { from: 10, to: 20 }, { from: 5, to: 25 });
    expect(rows.units()).toEqual(unitsFrom(10, 20));
    moveTo(rows, { from: 8, to: 18 }, { from: 3, to: 23 });
    expect(rows.units()).toEqual(unitsFrom(8, 20));
    moveTo(rows, { from: 14, to: 24 }, { from: 9, to: 29 });
    expect(rows.units()).toEqual(unitsFrom(9, 24));
  });

  it('come near at once where they are shown, and one at each end a time beside that', () => {
    const rows = createNearRows(UNITS, 'unit-50');
    const wanted = { shown: { from: 52, to: 58 }, near: { from: 47, to: 61 }, kept: { from: 40, to: 70 } };
    const ranges: (readonly string[])[] = [];
    do ranges.push(rows.units());
    while (rows.move(wanted));
    expect([...ranges, rows.units()]).toEqual([
      unitsFrom(48, 56),
      unitsFrom(47, 58),
      unitsFrom(47, 59),
      unitsFrom(47, 60),
      unitsFrom(47, 61),
    ]);
  });

  it('begin anew at what is shown after a leap', () => {
    const rows = createNearRows(UNITS, 'unit-0');
    const wanted = { shown: { from: 80, to: 84 }, near: { from: 76, to: 88 }, kept: { from: 60, to: 99 } };
    expect(rows.move(wanted)).toBe(true);
    expect(rows.units()).toEqual(unitsFrom(79, 85));
  });

  it('come near before they are gone to, and stay as they are where they are near already', () => {
    const rows = createNearRows(UNITS, 'unit-0');
    rows.bringNear('unit-3');
    expect(rows.units()).toEqual(unitsFrom(0, 6));
    rows.bringNear('unit-60');
    expect(rows.units()).toEqual(unitsFrom(58, 66));
  });
});

describe('the rows that reach into a stretch of the page', () => {
  const boxOf = (index: number) => ({ top: index * 10, bottom: index * 10 + 10 });

  it.each([
    { top: 0, bottom: 30, range: { from: 0, to: 3 } },
    { top: 5, bottom: 31, range: { from: 0, to: 4 } },
    { top: 10, bottom: 20, range: { from: 1, to: 2 } },
    { top: -50, bottom: -10, range: { from: 0, to: 0 } },
    { top: 2000, bottom: 3000, range: { from: 100, to: 100 } },
    { top: -10, bottom: 5000, range: { from: 0, to: 100 } },
  ])('from $top to $bottom', ({ top, bottom, range }) => {
    expect(findRowsBetween(100, boxOf, top, bottom)).toEqual(range);
  });
});
