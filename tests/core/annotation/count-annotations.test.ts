import { expect, test } from 'vitest';
import { countAnnotations } from '../../../core/annotation/count-annotations.ts';
import { annotate, makeUnit } from './sample.ts';

test('countAnnotations counts everything, and apart the questions nobody has answered', () => {
  const unit = makeUnit('u', '甲');
  const annotations = [
    annotate(unit, 'zh-Hans', '甲'),
    annotate(unit, 'zh-Hans', '甲', { kind: 'question' }),
    annotate(unit, 'zh-Hans', '甲', { kind: 'question', isAnswered: true }),
  ];
  expect(countAnnotations(annotations)).toEqual({ all: 3, openQuestions: 1 });
});
