import { describe, expect, test } from 'vitest';
import { readEnglishNumeral } from '../../../core/alignment/english-numeral.ts';

describe('English numerals', () => {
  test.each([
    ['fourteen', 14, 1],
    ['twenty eight years', 28, 2],
    ['two hundred and fifty', 250, 4],
    ['three million people', 3_000_000, 2],
    ['one thousand two hundred and five', 1205, 6],
    ['twenty thirty', 20, 1],
    ['five and six', 5, 1],
  ])('%s begins with %d in %d words', (text, value, wordCount) => {
    expect(readEnglishNumeral(text.split(' '), 0)).toEqual({ value, wordCount });
  });

  test.each(['and five', 'hundred', 'people', ''])('"%s" begins with none', (text) => {
    expect(readEnglishNumeral(text.split(' '), 0)).toBeUndefined();
  });
});
