import { describe, expect, test } from 'vitest';
import { placeAnnotations } from '../../../core/annotation/place-annotations.ts';
import { sortAnnotations, type AnnotationOrder } from '../../../core/annotation/sort-annotations.ts';
import { annotate, makeUnit, makeWork } from './sample.ts';

const unit = makeUnit('item-1', '甲乙丙丁');
const at = (second: number) => ({ modified: `2026-03-01T00:00:0${second}.000Z` });
const annotations = [
  annotate(unit, 'zh-Hans', '丁', { color: 'red', tags: ['术语', '课堂'], body: '丁', ...at(1) }),
  annotate(unit, 'zh-Hans', '丙', { color: 'yellow', tags: [], body: '丙', ...at(3) }),
  annotate(unit, 'zh-Hans', '乙', { color: 'red', tags: ['参考'], body: '乙', ...at(2) }),
  annotate(unit, 'zh-Hans', '甲', { color: 'green', tags: ['课堂'], body: '甲', ...at(3) }),
];
const { byId } = placeAnnotations(makeWork(unit), annotations);

describe('sortAnnotations', () => {
  const cases: [AnnotationOrder, string][] = [
    ['place', '甲乙丙丁'],
    ['time', '甲丙乙丁'],
    ['color', '丙甲乙丁'],
    // Pinyin order: 参考 (cān), 课堂 (kè), 术语 (shù); 丁 counts by 课堂, its first tag in that order.
    ['tag', '乙甲丁丙'],
  ];
  test.each(cases)('orders by %s, and what is equal by place', (order, expected) => {
    const sorted = sortAnnotations([...byId.values()], order, new Intl.Collator('zh-Hans'));
    expect(sorted.map(({ annotation }) => annotation.body).join('')).toBe(expected);
  });
});
