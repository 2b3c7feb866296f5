import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../../core/import/import-files.ts';
import { composeAgain } from '../../../../core/import/review/compose-again.ts';
import type { ComposedEdition } from '../../../../core/import/review/compose-work.ts';
import { describeEdition } from '../../../../core/import/review/edition-details.ts';
import { parseWork, serializeWork } from '../../../../core/text/work-file.ts';
import type { Work } from '../../../../core/text/work.ts';
import { page, statement } from '../../../resources/joint-statement-2016.ts';

/** The editions as the wizard proposes them: what is known of the present ones. */
const EDITIONS = statement.editions.map((edition): ComposedEdition => ({
  found: edition.language,
  language: edition.language,
  details: describeEdition(edition),
}));

async function importAgain(text: string, editions: readonly ComposedEdition[] = EDITIONS): Promise<Work> {
  const { units } = await importFiles([{ name: 'page.txt', bytes: new TextEncoder().encode(text) }]);
  return composeAgain(statement, units, editions);
}

describe('importing the text of a work again', () => {
  test('from the page it was made of gives the very same work', async () => {
    expect(await importAgain(page)).toEqual(statement);
  });

  test('keeps the unit with its number where its words have changed, without links and remarks on other words', async () => {
    const changed = await importAgain(page.replace('弥合数字鸿沟', '逐步弥合数字鸿沟'));
    expect(parseWork(JSON.parse(JSON.stringify(serializeWork(changed))))).toEqual(changed);
    expect(changed.units.map(({ id }) => id)).toEqual(statement.units.map(({ id }) => id));
    const ofOthers = statement.links.filter(({ unit }) => unit !== 'item-4');
    expect(changed.links.filter(({ unit }) => unit !== 'item-4')).toEqual(ofOthers);
    expect(changed.links.filter(({ unit, spans }) => unit === 'item-4' && 'zh-Hans' in spans)).toEqual([]);
    expect(changed.outline).toEqual(statement.outline);
  });

  test('a clause that is gone gives its id to no other, and the contents are made anew', async () => {
    const without = await importAgain(page.replace(/一、共同倡导推动尊重各国网络主权[^\n]*\n/u, ''));
    const gone = statement.units
      .map(({ id }) => id)
      .filter((id) => !without.units.some((unit) => unit.id === id));
    const added = without.units.filter(({ id }) => !statement.units.some((unit) => unit.id === id));
    expect(without.units.length).toBe(statement.units.length - gone.length + added.length);
    expect(new Set(without.units.map(({ id }) => id)).size).toBe(without.units.length);
    for (const { id } of added) expect(gone).not.toContain(id);
  });

  test('is called as before, unless another title was typed', async () => {
    const named = { ...statement, titles: { ...statement.titles, en: 'Known as this' } };
    const { units } = await importFiles([{ name: 'page.txt', bytes: new TextEncoder().encode(page) }]);
    expect(composeAgain(named, units, EDITIONS).titles).toEqual(named.titles);
    const typed = EDITIONS.map((edition) =>
      edition.language === 'en' ? { ...edition, details: { ...edition.details, title: 'Typed' } } : edition,
    );
    expect(composeAgain(named, units, typed).titles['en']).toBe('Typed');
  });
});
