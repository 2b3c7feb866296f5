import { describe, expect, it } from 'vitest';
import { findNumberLabel } from '../../../core/text/number-label.ts';

describe('the number a segment opens with', () => {
  it.each([
    ['一、共同倡导', '一', '一、'],
    ['十二、其他', '十二', '十二、'],
    ['（三）合作', '三', '（三）'],
    ['第四条 缔约方', '第四条', '第四条 '],
    ['1. Jointly', '1', '1. '],
    ['3.2. Scope', '3.2', '3.2. '],
    ['Article 7: Aims', 'Article 7', 'Article 7: '],
  ])('of "%s" is "%s"', (text, label, prefix) => {
    expect(findNumberLabel(text)).toEqual({ label, span: { start: 0, end: prefix.length } });
  });

  it.each([
    '2015年5月两国签署',
    '3.5 million people',
    '一贯恪守',
    'Jointly 1. advocate',
    '',
    '五个国家、三个组织',
  ])('is none in "%s"', (text) => expect(findNumberLabel(text)).toBeUndefined());
});
