import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readPinyin, type PinyinReading } from '../../../../core/search/pinyin/read-pinyin.ts';
import { listSounds } from '../../../../core/search/pinyin/sounds.ts';

/** 'wang3 luo' for whole syllables, 'wang l…' where one is not typed to its end. */
function format({ elements }: PinyinReading): string {
  return elements
    .map(({ spelling, isWhole, tone }) => `${spelling}${tone ?? ''}${isWhole ? '' : '…'}`)
    .join(' ');
}

function read(typed: string, form: PinyinReading['form']): readonly string[] {
  return readPinyin(typed)
    .filter((reading) => reading.form === form)
    .map(format);
}

describe('whole syllables', () => {
  test.each([
    ['wanggong', ['wang gong']],
    ['Wanggong', ['wang gong']],
    ['wǎnggōng', ['wang3 gong1']],
    ['wa\u0306nggong', ['wang3 gong']],
    ['wang3gong1', ['wang3 gong1']],
    ['wang gong', ['wang gong']],
    ['wangluo', ['wang luo', 'wang lu o']],
    ['xian', ['xian', 'xi an']],
    ["xi'an", ['xi an']],
    ['xi an', ['xi an']],
    ['xīān', ['xi1 an1']],
    ['fangan', ['fang an', 'fan gan']],
    ['lǜ', ['lü4']],
    ['lv4', ['lv4']],
    ['lüe', ['lüe', 'lü e']],
    ['de0', ['de5']],
    ['wangkongjian', ['wang kong jian', 'wang kong ji an']],
  ])('%s', (typed, expected) => {
    expect(read(typed, 'syllables')).toEqual(expected);
  });

  test.each(['internet', 'wlkj', 'wāngluōx', 'wǎngǎ luo8', '网络', 'wang,luo', 'w', ''])(
    '%j has none',
    (typed) => {
      expect(read(typed, 'syllables')).toEqual([]);
    },
  );

  test('a tone on each of two vowels is no syllable', () => {
    expect(read('gǎi', 'syllables')).toEqual(['gai3']);
    expect(read('gǎǐ', 'syllables')).toEqual([]);
  });
});

test('the last syllable may not be typed to its end, but never a single one', () => {
  expect(read('wangl', 'partial')).toEqual(['wang l…']);
  expect(read('wanglu', 'partial')).toEqual(['wang lu…']);
  expect(read('wang', 'partial')).toEqual([]);
});

test('initials are of two characters and more, zh as one or as two', () => {
  expect(read('wlkj', 'initials')).toEqual(['w… l… k… j…']);
  expect(read('zg', 'initials')).toEqual(['z… g…']);
  expect(read('zhg', 'initials')).toEqual(['zh… g…', 'z… h… g…']);
  expect(read('w', 'initials')).toEqual([]);
  expect(read('wu', 'initials')).toEqual([]);
  expect(read('w3l4', 'initials')).toEqual([]);
});

test('what is made to have thousands of readings has a few', () => {
  expect(readPinyin('xian'.repeat(15)).length).toBeLessThan(200);
  expect(readPinyin('a'.repeat(10_000))).toEqual([]);
});

const syllable = fc.constantFrom(...new Set(listSounds().map((sound) => sound.syllable)));

propertyTest.prop([fc.array(syllable, { minLength: 1, maxLength: 6 })])(
  'syllables written together are among the readings',
  (syllables) => {
    expect(read(syllables.join(''), 'syllables')).toContain(syllables.join(' '));
  },
);

propertyTest.prop([fc.string({ unit: 'grapheme' })])('never throws', (typed) => {
  expect(readPinyin(typed)).toBeInstanceOf(Array);
});
