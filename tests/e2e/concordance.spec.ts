import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import papaparse from 'papaparse';
import { selectWords, segmentContent, work } from './desk.ts';
import { expect, test } from './fixtures.ts';

const box = (page: Page) => page.getByRole('searchbox', { name: 'Word, phrase or beginning*' });
const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click();
const rows = (page: Page) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

/** How often some characters stand in the Chinese text. */
function countInText(words: string): number {
  return work.units.reduce((sum, unit) => sum + (unit.segments['zh-Hans'] ?? '').split(words).length - 1, 0);
}

test('a term is looked up, its renderings compared, a place visited, and the table exported', async ({
  launchApp,
  userData,
}) => {
  const { app, page } = await launchApp();
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('heading', { name: 'Concordance' })).toBeVisible();
  await expect(page.getByText('Every place of a word, one under the other')).toBeVisible();
  await expect(box(page)).toBeFocused();

  await page.keyboard.insertText('信息网络空间');
  const total = countInText('信息网络空间');
  await expect(page.getByRole('status').filter({ hasText: `${total} lines` })).toBeVisible();
  await expect(rows(page)).toHaveCount(total);
  await expect(rows(page).first()).toContainText('信息网络空间');
  await expect(rows(page).first().getByRole('gridcell').last().locator('mark').first()).toHaveText(
    /^information space$/i,
  );

  await choose(page, 'before');
  const lefts = await rows(page).evaluateAll((all) =>
    all.map((row) => {
      const left = row.querySelectorAll('[role="gridcell"]')[1]?.textContent ?? '';
      // Punctuation is no neighbour: the character before it decides.
      return /\p{L}(?=\P{L}*$)/u.exec(left)?.[0] ?? '';
    }),
  );
  const collator = new Intl.Collator('zh');
  expect(lefts).toEqual(lefts.toSorted(collator.compare));

  await choose(page, 'Renderings');
  const counts = await rows(page).evaluateAll((all) =>
    all.map((row) => Number(row.querySelectorAll('[role="gridcell"]')[1]?.textContent)),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);

  const file = path.join(userData, 'renderings.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export table…' }).click();
  await expect(page.getByText(`Exported to ${file}`)).toBeVisible();
  const { data } = papaparse.parse<string[]>(
    fs
      .readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim(),
  );
  expect(data[0]).toEqual(['Rendering', 'As written', 'Count', 'Proposed by Duizhao', 'Places']);
  expect(data.slice(1).map((row) => Number(row[2]))).toEqual(counts);
  await page.getByRole('button', { name: 'Dismiss' }).click();

  await rows(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(counts[0] ?? 0);
  await expect(page.getByRole('button', { name: /show all lines again$/ })).toBeVisible();

  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('document', { name: /^Joint Statement/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Concordance' })).toHaveCount(0);
  await page.keyboard.press('Control+5');
  await expect(rows(page).nth(1)).toBeFocused();
});

test('the selection is looked up, also where it has no counterpart', async ({ launchApp }) => {
  const { page } = await launchApp();
  const title = await segmentContent(page, 'title', 'zh-Hans');
  expect(title).toContain('协作');
  await selectWords(page, 'title', 'zh-Hans', '协作');
  await page.keyboard.press('Shift+F');
  await expect(box(page)).toHaveValue('协作');
  await expect(rows(page)).toHaveCount(countInText('协作'));
});

test('places, formulas and frequencies are shown, and words of them looked up', async ({ launchApp }) => {
  const { page } = await launchApp();
  await page.keyboard.press('Control+5');
  await choose(page, 'Matrix');
  await choose(page, 'terms of the glossary');
  const cells = page.getByRole('region', { name: 'Matrix' }).getByRole('row');
  await expect(cells.filter({ hasText: '信息网络空间' }).first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /rendered in several ways/ })).toBeVisible();

  await choose(page, 'Formulas');
  const longest = await rows(page).first().getByRole('gridcell').first().innerText();
  expect(countInText(longest)).toBeGreaterThan(1);
  await rows(page).first().click();
  await expect(rows(page)).toHaveCount(countInText(longest));

  await choose(page, 'Frequency');
  await box(page)
    .or(page.getByRole('searchbox', { name: 'Word, phrase or beginning*' }))
    .fill('');
  const [word, count] = await rows(page)
    .first()
    .getByRole('gridcell')
    .evaluateAll((all) => [all[1]?.textContent ?? '', Number(all[2]?.textContent)] as const);
  expect(count).toBeGreaterThan(1);
  expect(countInText(word)).toBeGreaterThanOrEqual(count);
});
