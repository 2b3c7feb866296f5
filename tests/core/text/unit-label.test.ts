import { describe, expect, test } from 'vitest';
import { labelUnits, type UnitWords } from '../../../core/text/unit-label.ts';
import { sampleWork } from './sample-work.ts';

const english: UnitWords = {
  language: 'en',
  kinds: {
    title: 'Title',
    paragraph: 'Paragraph',
    item: 'Item',
    heading: 'Heading',
    signature: 'Signature',
    dateline: 'Date and place',
    footnote: 'Footnote',
  },
  numbered: (number) => `Item ${number}`,
};

describe('a unit is called', () => {
  test.each([
    ['title', 'Title'],
    ['item-1', '1 One'],
    ['item-2', '2 Two'],
    ['end', 'Date and place'],
  ])('%s: %s', (id, label) => {
    const unit = sampleWork.units.find((one) => one.id === id);
    expect(unit && labelUnits(sampleWork, english)(unit)).toBe(label);
  });

  test('by the title of its outline in the language asked for', () => {
    const [, unit] = sampleWork.units;
    expect(unit && labelUnits(sampleWork, { ...english, language: 'zh-Hans' })(unit)).toBe('1 一');
  });

  test('by its number alone where the work has no outline', () => {
    const work = { ...sampleWork, outline: [] };
    const [, unit] = work.units;
    expect(unit && labelUnits(work, english)(unit)).toBe('Item 1');
  });
});
