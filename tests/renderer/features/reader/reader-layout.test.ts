import { describe, expect, it } from 'vitest';
import { chooseColumns, otherLanguage } from '../../../../renderer/features/reader/reader-layout.ts';

describe('the columns of a work', () => {
  it.each([
    [['zh-Hans', 'en'], null, ['zh-Hans', 'en']],
    [['zh-Hans', 'en', 'ru'], null, ['zh-Hans', 'en', 'ru']],
    // A fourth would leave too little room: it is there to be chosen.
    [['zh-Hans', 'en', 'ru', 'fr'], null, ['zh-Hans', 'en', 'ru']],
    [
      ['zh-Hans', 'en', 'ru', 'fr'],
      ['fr', 'zh-Hans'],
      ['zh-Hans', 'fr'],
    ],
    // What was chosen of an edition that has gone again does not count.
    [
      ['zh-Hans', 'en'],
      ['zh-Hans', 'ru'],
      ['zh-Hans', 'en'],
    ],
    [['en'], null, ['en', 'und']],
  ])('of %j, where %j are chosen, are %j', (editions, chosen, columns) => {
    expect(chooseColumns(editions, chosen)).toEqual(columns);
  });

  it('are gone through in a circle', () => {
    const languages = chooseColumns(['zh-Hans', 'en', 'ru'], null);
    expect(languages.map((language) => otherLanguage({ languages }, language))).toEqual([
      'en',
      'ru',
      'zh-Hans',
    ]);
  });
});
