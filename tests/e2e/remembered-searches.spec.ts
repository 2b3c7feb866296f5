import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { paintedWords, saving, segment } from './desk.ts';
import { expect, test } from './fixtures.ts';

function box(page: Page) {
  return page.getByRole('searchbox', { name: /search/i });
}

/** Searches with the keys alone and goes to the best result. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(box(page)).not.toBeFocused();
}

test('recent searches are offered again, by keys alone, also after a relaunch, and can be cleared', async ({
  launchApp,
}) => {
  const first = await launchApp();
  await search(first.page, '主权');
  await search(first.page, 'sovereignty');
  await expect(saving(first.page)).toHaveAttribute('data-save-state', 'saved');
  await first.app.close();

  const { page } = await launchApp();
  await page.keyboard.press('/');
  const recent = page.getByRole('region', { name: 'Recent searches' });
  await expect(recent.getByRole('listitem')).toHaveText(['sovereignty', '主权']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('主权');
  await expect(box(page)).toBeFocused();
  await expect.poll(async () => new Set(await paintedWords(page, 'search-hit'))).toEqual(new Set(['主权']));
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await recent.getByRole('button', { name: 'Clear' }).click();
  await expect(recent).toHaveCount(0);
  await expect(box(page)).toBeFocused();
});

test('a search is saved under a name, renamed and removed', async ({ page }) => {
  await search(page, 'zh:主权');
  await page.keyboard.press('Control+Shift+S');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('zh:主权');
  await page.keyboard.type('Sovereignty in the Chinese text');
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await box(page).press('Escape');

  await page.keyboard.press('/');
  const saved = page.getByRole('region', { name: 'Saved searches' });
  await expect(saved.getByRole('listitem')).toContainText(['Sovereignty in the Chinese text']);
  await expectNoViolations(page);
  await saved.getByRole('button', { name: /rename or remove/i }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('主权（中文）');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(box(page)).toBeFocused();
  await expect(saved.getByRole('listitem')).toContainText(['主权（中文）']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('zh:主权');
  await page.getByRole('button', { name: 'Rename or remove this saved search…' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: 'Save this search…' })).toBeVisible();
  await box(page).press('Escape');
  await page.keyboard.press('/');
  await expect(saved).toHaveCount(0);
});

test('a link to a search in a note makes the search again; other links stay inert', async ({
  page,
  electronApp,
}) => {
  await search(page, '路线图');
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByText(/link to this search was copied/i)).toBeVisible();
  const link = await electronApp.evaluate(({ clipboard }) => clipboard.readText());
  expect(link).toBe('[路线图](duizhao://search?q=%E8%B7%AF%E7%BA%BF%E5%9B%BE&work=joint-statement-2016)');
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);

  await segment(page, 'item-2', 'en').focus();
  await page.keyboard.press('n');
  await page.keyboard.insertText(
    `Again: ${link}, not [this](duizhao://open?q=x), nor [that](duizhao://search?q=x&work=gone)`,
  );
  await page.keyboard.press('Escape');
  const note = page.locator('[data-row="item-2"] article');
  await expect(note.getByRole('button', { name: 'this' })).toHaveCount(0);
  await note.getByRole('button', { name: 'that' }).click();
  await expect(page.getByText('The text this search belongs to is not in your library.')).toBeVisible();
  const address = page.url();
  await note.getByRole('button', { name: '路线图' }).press('Enter');
  await expect(box(page)).toHaveValue('路线图');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(page.url()).toBe(address);
  await expectNoViolations(page);
});

test('where nothing is found, the program says what to try, and a press tries it', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('en:主权');
  await page.getByRole('button', { name: /in the other language: zh:主权/i }).click();
  await expect(box(page)).toHaveValue('zh:主权');
  await expect(page.getByRole('option').first()).toBeVisible();
});
