import { describe, expect, it } from 'vitest';
import { findOutlinePlace, findUnitByNumber, listOutlineUnits } from '../../../core/text/outline-place.ts';
import { sampleWork } from './sample-work.ts';

describe('the place of a unit in the contents', () => {
  it.each([
    ['item-2', 'Items', 'Two', 2, 2],
    ['item-1', 'Items', 'One', 1, 2],
    ['end', 'End', 'End', 1, 1],
  ])('%s stands in %s, innermost %s, %i of %i', (unit, entry, innermost, position, count) => {
    expect(findOutlinePlace(sampleWork, unit)).toMatchObject({
      entry: { titles: { en: entry } },
      innermost: { titles: { en: innermost } },
      position,
      count,
    });
  });

  it('is nowhere before the first entry and for units that are not there', () => {
    expect(findOutlinePlace(sampleWork, 'title')).toBeUndefined();
    expect(findOutlinePlace(sampleWork, 'nowhere')).toBeUndefined();
  });

  it('covers every unit from the first entry on exactly once', () => {
    expect([...listOutlineUnits(sampleWork).values()].flat()).toEqual(['item-1', 'item-2', 'end']);
  });
});

describe('finding a unit by its number', () => {
  it.each([
    ['2', 'item-2'],
    [' 2. ', 'item-2'],
    ['二', 'item-2'],
    ['一、', 'item-1'],
    ['9', undefined],
    ['', undefined],
  ])('"%s" is %s', (number, unit) => {
    expect(findUnitByNumber(sampleWork, number)).toBe(unit);
  });
});
