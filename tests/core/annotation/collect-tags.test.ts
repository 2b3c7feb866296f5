import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { annotationSchema } from '../../../core/annotation/annotation.ts';
import {
  addTag,
  collectTags,
  completeTag,
  joinTags,
  MAX_TAG_LENGTH,
} from '../../../core/annotation/collect-tags.ts';
import { annotate, makeUnit } from './sample.ts';

const unit = makeUnit('u', '甲');

describe('collectTags', () => {
  test('counts the annotations that carry each tag, the most used first', () => {
    const annotations = [['b', 'a'], ['b'], ['c', 'c'], []].map((tags) =>
      annotate(unit, 'zh-Hans', '甲', { tags }),
    );
    expect(collectTags(annotations)).toEqual([
      { tag: 'b', count: 2 },
      { tag: 'a', count: 1 },
      { tag: 'c', count: 1 },
    ]);
  });
});

test('joined counts have every tag once, the most used first', () => {
  const counts = (...tags: readonly (readonly [string, number])[]) =>
    tags.map(([tag, count]) => ({ tag, count }));
  expect(joinTags(counts(['a', 3], ['b', 1]), counts(['b', 4], ['c', 2]))).toEqual(
    counts(['b', 4], ['a', 3], ['c', 2]),
  );
  expect(joinTags([], counts(['b', 1], ['a', 1]))).toEqual(counts(['a', 1], ['b', 1]));
});

describe('completeTag', () => {
  const known = ['key term', 'modality', 'Term', '术语'].map((tag) => ({ tag, count: 1 }));
  test.each([
    ['term', [], ['Term', 'key term']],
    ['语', [], ['术语']],
    ['', ['modality'], ['key term', 'Term', '术语']],
    ['ｔｅｒｍ', ['Term'], ['key term']],
    ['nothing', [], []],
  ])('offers for "%s", with %o given, %o', (typed, given, expected) => {
    expect(completeTag(known, typed, given).map(({ tag }) => tag)).toEqual(expected);
  });
});

describe('addTag', () => {
  const known = [{ tag: 'Key term', count: 3 }];
  test.each([
    [['a'], ' b ', ['a', 'b']],
    [['a'], '#b', ['a', 'b']],
    [['a'], 'two   words', ['a', 'two words']],
    [[], 'key TERM', ['Key term']],
    [['Key term'], 'key term', ['Key term']],
    [['a'], 'A', ['a']],
    [['a'], ' # ', ['a']],
    [[], '＃术语', ['术语']],
  ])('makes of %o and "%s" %o', (tags, typed, expected) => {
    expect(addTag(tags, typed, known)).toEqual(expected);
  });

  test('answers the same list when nothing is added', () => {
    const tags = ['a'];
    expect(addTag(tags, 'a', [])).toBe(tags);
  });

  test.prop([fc.string({ unit: 'grapheme', maxLength: 300 })])(
    'makes only tags that the boundary takes',
    (typed) => {
      const tags = addTag([], typed, []);
      const annotation = annotate(unit, 'zh-Hans', '甲', { tags });
      expect(annotationSchema.safeParse(annotation).success).toBe(true);
      for (const tag of tags) {
        expect(tag.length).toBeLessThanOrEqual(MAX_TAG_LENGTH);
        expect(tag.isWellFormed()).toBe(true);
      }
    },
  );
});
