import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ImportedUnit } from '../../../../core/import/pairing/make-units.ts';
import { editEdition } from '../../../../core/import/review/edit-edition.ts';
import type { UnitEdit } from '../../../../core/import/review/edit-units.ts';

const EDITION = { language: 'ru', isOfWork: (id: string) => !id.startsWith('ru-') };

function makeUnit(id: string, en: string, ru: string): ImportedUnit {
  return { id, kind: 'paragraph', segments: { en, ru }, confidence: 0.4 };
}

const UNITS = [
  makeUnit('a', 'One.', 'Раз. Два.'),
  makeUnit('b', 'Two.', ''),
  makeUnit('ru-1', '', 'Ещё.'),
  makeUnit('c', 'Three.', 'Три.'),
];

function russian(units: readonly ImportedUnit[]): readonly (readonly [string, string])[] {
  return units.map(({ id, segments }) => [id, segments['ru'] ?? '']);
}

describe('editing one edition beside others that stay', () => {
  test('passes the last sentence on to the next clause', () => {
    const edited = editEdition(UNITS, { type: 'pass-on', unit: 'a' }, EDITION);
    expect(russian(edited).slice(0, 2)).toEqual([
      ['a', 'Раз.'],
      ['b', 'Два.'],
    ]);
    expect(edited[0]?.segments['en']).toBe('One.');
  });

  test('takes the text of the next row up; a row that is of no use then goes', () => {
    expect(russian(editEdition(UNITS, { type: 'join', unit: 'b' }, EDITION))).toEqual([
      ['a', 'Раз. Два.'],
      ['b', 'Ещё.'],
      ['c', 'Три.'],
    ]);
  });

  test('a row of the work stays without its text, which gets a row of its own', () => {
    expect(
      russian(editEdition(UNITS, { type: 'separate', unit: 'c', language: 'ru' }, EDITION)).slice(3),
    ).toEqual([
      ['c', ''],
      ['c-part-2', 'Три.'],
    ]);
  });

  test('says that a row is right', () => {
    expect(editEdition(UNITS, { type: 'confirm', unit: 'a' }, EDITION)[0]?.confidence).toBe(1);
  });

  const edits = fc.array(
    fc.record({
      type: fc.constantFrom<UnitEdit['type']>('join', 'pass-on', 'separate', 'confirm'),
      at: fc.nat({ max: 5 }),
    }),
    { maxLength: 25 },
  );

  test.prop([edits])('nothing of either language is lost or changes its order', (list) => {
    let units: readonly ImportedUnit[] = UNITS;
    for (const { type, at } of list) {
      const unit = units[at]?.id ?? 'none';
      units = editEdition(
        units,
        { type, unit, language: 'ru' },
        {
          ...EDITION,
          isOfWork: (id) => ['a', 'b', 'c'].includes(id),
        },
      );
    }
    const read = (language: string): string =>
      units
        .map(({ segments }) => segments[language] ?? '')
        .join('')
        .replace(/\s/gu, '');
    expect(read('ru')).toBe('Раз.Два.Ещё.Три.');
    expect(units.flatMap(({ segments: { en } }) => (en === '' ? [] : [en]))).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
  });
});
