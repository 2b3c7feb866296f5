import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../../core/search/fold-text.ts';
import { termsOfText } from '../../../../core/search/index-terms.ts';
import { buildPackedIndex } from '../../../../core/search/packed-index.ts';
import { findByPinyin } from '../../../../core/search/pinyin/find-by-pinyin.ts';
import { listSounds, type Sound } from '../../../../core/search/pinyin/sounds.ts';
import { stemmerFor } from '../../../../core/search/stem-word.ts';
import type { TextSpan } from '../../../../core/text/text-span.ts';
import { segmentText } from '../../../../core/text/work.ts';
import { work } from '../../../e2e/desk.ts';

const LANGUAGE = 'zh-Hans';

function makeCorpus(texts: readonly string[]): Parameters<typeof findByPinyin>[1] {
  const folded = texts.map(foldText);
  const stem = stemmerFor(LANGUAGE);
  return {
    languages: [LANGUAGE, 'en'],
    index: buildPackedIndex(
      [LANGUAGE, 'en'],
      folded.map(({ text }) => ({ [LANGUAGE]: termsOfText(text, stem), en: ['wang', 'luo'] })),
    ),
    foldedAt: (_language, position) => folded[position] ?? foldText(''),
  };
}

/** What was found in one unit. */
interface Hit {
  readonly position: number;
  readonly weight: number;
  readonly spans: readonly TextSpan[];
}

function listHits(typed: string, corpus: ReturnType<typeof makeCorpus>): readonly Hit[] {
  return findByPinyin(foldText(typed).text, corpus, typed).flatMap(({ units, weights, findSpans }) =>
    Array.from(units, (position, place) => ({
      position,
      weight: weights[place] ?? 0,
      spans: findSpans(position),
    })),
  );
}

function search(typed: string, texts: readonly string[]): readonly Hit[] {
  return listHits(typed, makeCorpus(texts)).toSorted((a, b) => b.weight - a.weight);
}

/** What is marked, by unit. */
function marked(typed: string, texts: readonly string[]): readonly string[] {
  return search(typed, texts).map(
    ({ position, spans }) =>
      `${position}: ${spans.map(({ start, end }) => texts[position]?.slice(start, end)).join(', ')}`,
  );
}

describe('a word of Chinese is found by its sound', () => {
  const texts = ['维护网络空间安全，管网络', '王罗先生', '网。络', '往来', '西安的先例', '银行行长'];

  test.each([
    ['wangluo', ['1: 王罗', '0: 网络, 网络']],
    ['wang luo', ['1: 王罗', '0: 网络, 网络']],
    ['wǎngluò', ['0: 网络, 网络']],
    ['wang3luo4', ['0: 网络, 网络']],
    ['wang3 luo', ['0: 网络, 网络']],
    ['wǎng', ['3: 往', '2: 网', '0: 网, 网']],
    ['wlkj', ['0: 网络空间']],
    ['wangl', ['3: 往来', '1: 王罗', '0: 网络, 网络']],
    ['xian', ['1: 先', '4: 西安, 先']],
    ["xi'an", ['4: 西安']],
    ['yinhang', ['5: 银行']],
    ['hangzhang', ['5: 行长']],
    ['yinxing', ['5: 银行']],
  ])('%s', (typed, expected) => {
    expect(marked(typed, texts).toSorted()).toEqual([...expected].toSorted());
  });

  test.each(['wángluò', 'network', 'luowang', 'x'])('%s is not there', (typed) => {
    expect(marked(typed, texts)).toEqual([]);
  });
});

test('several words stand one after the other, or else all in the same unit', () => {
  const texts = ['网络主权', '主权与网络', '网络'];
  expect(marked('wangluo zhuquan', texts)).toEqual(['0: 网络主权']);
  expect(marked('zhuquan wangluo', texts.slice(0, 1))).toEqual(['0: 网络, 主权']);
});

test('whole syllables come before the beginning of one, and that before initials', () => {
  expect(marked('an', ['爱你', '安全'])).toEqual(['1: 安', '0: 爱你']);
  expect(marked('wanglu', ['网络', '网路'])).toEqual(['1: 网路', '0: 网络']);
});

test('what the texts say most often comes first, as with an input method: what is rare is sooner an accident', () => {
  // 过激 and 国籍 sound as 国际 does; to lunr a rare word weighs more.
  const texts = ['过激', '国际合作', '国籍', '国际', '国际组织'];
  const found = marked('guoji', texts).map((line) => line.slice(3));
  expect(found.slice(0, 3)).toEqual(['国际', '国际', '国际']);
  expect(found.slice(3).toSorted()).toEqual(['国籍', '过激']);
  expect(marked('he', ['何', '和', '和平', '和谐']).at(-1)).toBe('0: 何');
});

test('fields, quotation marks and stars of the query are no part of the sound', () => {
  const corpus = makeCorpus(['网络']);
  expect(findByPinyin('wangluo', corpus, 'zh:wǎngluò -x')).toHaveLength(1);
  expect(findByPinyin('wangluo', corpus, '"wángluò"')).toHaveLength(0);
});

test('spans are those of the text itself, also where folding has moved what comes before', () => {
  expect(marked('wangluo', ['①ﬃ㎏ 网络'])).toEqual(['0: 网络']);
});

test('texts in other languages are not looked into', () => {
  expect(search('wangluo', [''])).toEqual([]);
});

describe('of the joint statement', () => {
  const texts = work.units.map((unit) => segmentText(unit, LANGUAGE));
  const corpus = makeCorpus(texts);
  const readings = new Map<string, Sound[]>();
  for (const sound of listSounds())
    for (const character of sound.characters)
      readings.set(character, [...(readings.get(character) ?? []), sound]);

  const stretch = fc
    .record({
      position: fc.nat({ max: texts.length - 1 }),
      start: fc.nat(),
      size: fc.integer({ min: 1, max: 6 }),
      choices: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    })
    .map(({ position, start, size, choices }) => {
      const text = texts[position] ?? '';
      const runs = [...text.matchAll(/\p{Script=Han}+/gu)].filter(({ 0: run }) => run.length >= size);
      const places = runs.flatMap(({ 0: run, index }) =>
        Array.from({ length: run.length - size + 1 }, (_, at) => index + at),
      );
      const from = places[start % Math.max(1, places.length)];
      if (from === undefined) return undefined;
      const sounds = Array.from(text.slice(from, from + size)).map((character, index) => {
        const all = readings.get(character) ?? [];
        return all[(choices[index] ?? 0) % Math.max(1, all.length)];
      });
      return {
        position,
        from,
        end: from + size,
        sounds: sounds.filter((sound) => sound !== undefined),
        size,
      };
    })
    .filter((made) => made !== undefined)
    .filter(({ sounds, size }) => sounds.length === size);

  /** How a syllable with a tone is typed. */
  const WRITINGS: readonly ((sounds: readonly Sound[]) => string)[] = [
    (sounds) => sounds.map(({ syllable }) => syllable).join(''),
    (sounds) => sounds.map(({ syllable }) => syllable.replace('ü', 'v')).join(' '),
    (sounds) => sounds.map(({ syllable, tone }) => `${syllable}${tone}`).join(''),
    (sounds) => sounds.map(markTone).join("'"),
  ];

  function markTone({ syllable, tone }: Sound): string {
    const mark = ['', '\u0304', '\u0301', '\u030C', '\u0300', ''][tone] ?? '';
    // The mark goes on a or e, on the o of ou, otherwise on the last vowel.
    const at = /a|e|o(?=u)|[iouü](?=[^iouü]*$)/.exec(syllable)?.index ?? 0;
    return (syllable.slice(0, at + 1) + mark + syllable.slice(at + 1)).normalize('NFC');
  }

  function isFound(typed: string, { position, from, end }: { position: number; from: number; end: number }) {
    return listHits(typed, corpus).some(
      (hit) => hit.position === position && hit.spans.some((span) => span.start < end && from < span.end),
    );
  }

  propertyTest.prop([stretch, fc.constantFrom(...WRITINGS)], { numRuns: 300 })(
    'any one to six characters are found by any of their readings, however it is typed',
    (made, write) => {
      expect(isFound(write(made.sounds), made)).toBe(true);
    },
  );

  propertyTest.prop([stretch], { numRuns: 300 })(
    'any two to six characters are found by their initials',
    (made) => {
      fc.pre(made.size > 1);
      const initials = made.sounds.map(({ syllable }) => syllable.charAt(0)).join('');
      expect(isFound(initials, made)).toBe(true);
    },
  );
});
