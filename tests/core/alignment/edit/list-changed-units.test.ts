import { expect, test } from 'vitest';
import { listChangedUnits } from '../../../../core/alignment/edit/list-changed-units.ts';
import type { Unit } from '../../../../core/text/work.ts';

function unit(id: string, segments: Unit['segments']): Unit {
  return { id, kind: 'paragraph', segments };
}

test('units with other words in any language are changed, and new ones; another place or kind changes no words', () => {
  const before = [
    unit('same', { zh: '甲', en: 'A' }),
    unit('other', { zh: '乙', en: 'B' }),
    unit('gone', { zh: '丙', en: 'C' }),
    unit('blank', { zh: '丁' }),
  ];
  const after = [
    unit('blank', { zh: '丁', en: '' }),
    unit('other', { zh: '乙', en: 'B, too' }),
    { ...unit('same', { zh: '甲', en: 'A' }), kind: 'heading' as const },
    unit('new', { zh: '丙', en: 'C' }),
  ];
  expect(listChangedUnits(before, after)).toEqual(['other', 'new']);
});
