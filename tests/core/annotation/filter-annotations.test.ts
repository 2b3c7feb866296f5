import { describe, expect, test } from 'vitest';
import {
  countFacets,
  filterAnnotations,
  isFiltering,
  NO_FILTER,
  type AnnotationFilter,
} from '../../../core/annotation/filter-annotations.ts';
import { annotate, makeUnit } from './sample.ts';

const unit = makeUnit(
  'item-1',
  '尊重各国网络主权，反对ＩＣＴ滥用',
  'Respect every country’s Sovereignty in space',
);
const term = annotate(unit, 'zh-Hans', '网络主权', {
  kind: 'note',
  body: 'Not **cyber** security',
  tags: ['term'],
});
const open = annotate(unit, 'en', 'Sovereignty', {
  kind: 'question',
  color: 'blue',
  tags: ['term', 'class'],
});
const settled = annotate(unit, 'zh-Hans', 'ＩＣＴ', { kind: 'question', color: 'red', isAnswered: true });
const bare = annotate(unit, 'zh-Hans', '反对', { color: 'blue' });
const all = [term, open, settled, bare];

describe('filterAnnotations', () => {
  const cases: [string, Partial<AnnotationFilter>, typeof all][] = [
    ['lets everything through without a choice', {}, all],
    ['takes any of the kinds', { kinds: ['note', 'highlight'] }, [term, bare]],
    ['takes any of the colours', { colors: ['blue', 'red'] }, [open, settled, bare]],
    ['takes those that carry every tag', { tags: ['term', 'class'] }, [open]],
    ['takes only open questions', { isOpenQuestion: true }, [open]],
    ['combines its parts', { colors: ['blue'], tags: ['term'], text: 'sovereignty' }, [open]],
    ['finds nothing where parts exclude each other', { kinds: ['note'], isOpenQuestion: true }, []],
    ['finds words of the note, whatever their case', { text: 'CYBER' }, [term]],
    ['finds quoted words', { text: '主权' }, [term]],
    ['finds tags', { text: 'class' }, [open]],
    ['finds full-width letters by plain ones', { text: 'ict' }, [settled]],
    ['wants all of several words, in any order', { text: 'security  网络' }, [term]],
    ['finds nothing if one of the words is missing', { text: 'security space' }, []],
    ['ignores white space alone', { text: '  ' }, all],
  ];
  test.each(cases)('%s', (_title, part, expected) => {
    expect(filterAnnotations(all, { ...NO_FILTER, ...part })).toEqual(expected);
  });
});

describe('isFiltering', () => {
  test.each([
    [{}, false],
    [{ text: ' ' }, false],
    [{ text: 'a' }, true],
    [{ kinds: ['note'] }, true],
    [{ isOpenQuestion: true }, true],
  ] satisfies [Partial<AnnotationFilter>, boolean][])('says for %o: %s', (part, expected) => {
    expect(isFiltering({ ...NO_FILTER, ...part })).toBe(expected);
  });
});

describe('countFacets', () => {
  test('counts every choice when nothing is chosen', () => {
    expect(countFacets(all, NO_FILTER)).toEqual({
      kinds: { highlight: 1, note: 1, question: 2, bookmark: 0 },
      colors: { yellow: 1, green: 0, blue: 2, red: 1, violet: 0 },
      tags: [
        { tag: 'term', count: 2 },
        { tag: 'class', count: 1 },
      ],
      openQuestions: 1,
    });
  });

  test('counts what another choice of the same part would show, within the other parts', () => {
    const counts = countFacets(all, { ...NO_FILTER, colors: ['blue'], kinds: ['question'] });
    expect(counts.kinds).toEqual({ highlight: 1, note: 0, question: 1, bookmark: 0 });
    expect(counts.colors).toEqual({ yellow: 0, green: 0, blue: 1, red: 1, violet: 0 });
  });

  test('keeps a chosen tag in the list when nothing carries it any more', () => {
    expect(countFacets(all, { ...NO_FILTER, tags: ['gone'] }).tags).toEqual([{ tag: 'gone', count: 0 }]);
  });
});
