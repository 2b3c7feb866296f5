import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ImportedUnit } from '../../../../core/import/pairing/make-units.ts';
import { editUnits, type UnitEdit } from '../../../../core/import/review/edit-units.ts';

const LANGUAGES = ['zh-Hans', 'en'];

function makeUnit(id: string, zh: string, en: string, more: Partial<ImportedUnit> = {}): ImportedUnit {
  return { id, kind: 'paragraph', segments: { 'zh-Hans': zh, en }, confidence: 0.4, ...more };
}

const UNITS = [
  makeUnit('title', '声明', 'Statement', { kind: 'title' }),
  makeUnit('a', '甲', 'A and B'),
  makeUnit('b', '乙', ''),
  makeUnit('item-1', '一、丙', '1. C', { kind: 'item', number: '1' }),
];

/** What a language says from the beginning to the end. */
function textOf(units: readonly ImportedUnit[], language: string): string {
  return units
    .map(({ segments }) => segments[language] ?? '')
    .filter((segment) => segment !== '')
    .join('\n');
}

describe('editing the units of an import', () => {
  test('joins a unit with the next: each language on lines of its own, under the first id', () => {
    const joined = editUnits(UNITS, { type: 'join', unit: 'a' });
    expect(joined.map(({ id }) => id)).toEqual(['title', 'a', 'item-1']);
    expect(joined[1]).toEqual(makeUnit('a', '甲\n乙', 'A and B', { confidence: 1 }));
  });

  test('separates one language, which then stands after the others', () => {
    const separated = editUnits(UNITS, { type: 'separate', unit: 'a', language: 'en' });
    expect(separated.slice(1, 3)).toEqual([
      makeUnit('a', '甲', '', { confidence: 1 }),
      makeUnit('a-part-2', '', 'A and B', { confidence: 1 }),
    ]);
  });

  test('shifts a side by separating it and joining it with the next, which keeps its number', () => {
    const separated = editUnits(UNITS, { type: 'separate', unit: 'b', language: 'zh-Hans' });
    expect(separated).toBe(UNITS);
    const shifted = (
      [
        { type: 'separate', unit: 'a', language: 'en' },
        { type: 'join', unit: 'a-part-2' },
        { type: 'join', unit: 'a-part-2' },
      ] as const
    ).reduce(editUnits, UNITS);
    expect(shifted.map(({ id, kind, number }) => [id, kind, number])).toEqual([
      ['title', 'title', undefined],
      ['a', 'paragraph', undefined],
      ['a-part-2', 'item', '1'],
    ]);
  });

  test('leaves one title: what is separated from it is a paragraph', () => {
    const [title, part] = editUnits(UNITS, { type: 'separate', unit: 'title', language: 'en' });
    expect([title?.kind, part?.kind]).toEqual(['title', 'paragraph']);
  });

  test('takes a confirmed unit for sure, and nothing else', () => {
    const confirmed = editUnits(UNITS, { type: 'confirm', unit: 'b' });
    expect(confirmed).toEqual(UNITS.with(2, makeUnit('b', '乙', '', { confidence: 1 })));
  });

  test.each<[string, UnitEdit]>([
    ['joining the last one', { type: 'join', unit: 'item-1' }],
    ['a unit that is not there', { type: 'join', unit: 'nowhere' }],
    ['separating what stands alone', { type: 'separate', unit: 'b', language: 'zh-Hans' }],
    ['separating nothing', { type: 'separate', unit: 'b', language: 'en' }],
  ])('%s changes nothing', (_name, edit) => {
    expect(editUnits(UNITS, edit)).toBe(UNITS);
  });

  const editAt = fc.record({
    at: fc.nat({ max: 12 }),
    type: fc.constantFrom('join', 'separate', 'confirm'),
    language: fc.constantFrom(...LANGUAGES),
  });
  test.prop([fc.array(editAt, { maxLength: 40 })])(
    'whatever is done, every language keeps its text in its order, and ids stay apart',
    (edits) => {
      let units: readonly ImportedUnit[] = UNITS;
      for (const { at, type, language } of edits) {
        const unit = units[at % units.length]?.id ?? '';
        units = editUnits(units, type === 'separate' ? { type, unit, language } : { type, unit });
      }
      for (const language of LANGUAGES) expect(textOf(units, language)).toBe(textOf(UNITS, language));
      expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
    },
  );
});
