import { describe, expect, it } from 'vitest';
import { createNearRows, findRowsBetween } from '../../../../renderer/features/reader/near-rows.ts';

const UNITS = Array.from({ length: 100 }, (_, index) => `unit-${index}`);

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
    rows.move({ from: 2, to: 8 }, { from: 2, to: 8 });
    expect(told).toEqual(['unit-0 false', 'unit-1 false', 'unit-6 true', 'unit-7 true']);
  });

  it('tell nobody when they stay the same, nor those who no longer listen', () => {
    const rows = createNearRows(UNITS, 'unit-0');
    let calls = 0;
    const stop = rows.subscribe(() => (calls += 1));
    rows.move({ from: 0, to: 6 }, { from: 0, to: 6 });
    expect(calls).toBe(0);
    rows.move({ from: 0, to: 7 }, { from: 0, to: 7 });
    stop();
    rows.move({ from: 0, to: 8 }, { from: 0, to: 8 });
    expect(calls).toBe(1);
  });

  it('stay near between the inner and the outer reach', () => {
    const rows = createNearRows(UNITS, 'unit-0');
    rows.move({ from: 10, to: 20 }, { from: 5, to: 25 });
    expect(rows.units()).toEqual(unitsFrom(5, 20));
    rows.move({ from: 8, to: 18 }, { from: 3, to: 23 });
    expect(rows.units()).toEqual(unitsFrom(5, 20));
    rows.move({ from: 14, to: 24 }, { from: 9, to: 29 });
    expect(rows.units()).toEqual(unitsFrom(9, 24));
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
