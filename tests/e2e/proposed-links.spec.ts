import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { hoverWords, paintedWords, segment } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { putOwnTexts } from './own-texts.ts';
import { makeText, SENTENCES } from './parallel-text.ts';

const BY_PROGRAM = 'lit-proposed-link';

/** Imports the sentences, a file for each language, and opens them in the reader. */
async function importSentences(page: Page): Promise<void> {
  await page.keyboard.press('Control+o');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (
    await chooser
  ).setFiles(
    (['zh', 'en'] as const).map((language, side) => ({
      name: `treaty.${language}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(SENTENCES.map((sentence) => sentence[side]).join('\n\n')),
    })),
  );
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await next.click();
  await page.getByRole('button', { name: 'Add to library' }).click();
  await expect(page.getByRole('status').getByText('is in your library.')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
}

/** The id that the clause with some words has in the library. */
async function unitWith(page: Page, words: string): Promise<string> {
  const found = page.locator('[data-language="zh-Hans"]').filter({ hasText: words });
  return (await found.getAttribute('data-unit')) ?? '';
}

function note(page: Page, words = 'proposed by Duizhao'): Locator {
  return page.getByRole('status').filter({ hasText: words });
}

test('an imported text has links that say who proposed them, and the reader can do without', async ({
  page,
}) => {
  await importSentences(page);
  const unit = await unitWith(page, '主权');
  await hoverWords(page, unit, 'zh-Hans', '主权');
  await expect.poll(() => paintedWords(page, BY_PROGRAM)).toEqual(['主权', 'sovereignty']);
  expect(await paintedWords(page, 'lit-link')).toEqual([]);
  await expect(note(page)).toContainText('主权 ↔ sovereignty');
  await expectNoViolations(page);

  await page.mouse.move(2, 400);
  await expect(note(page)).toHaveCount(0);
  await segment(page, await unitWith(page, '大学'), 'en').focus();
  for (let step = 0; step < 'The uni'.length; step += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => paintedWords(page, BY_PROGRAM)).toEqual(['大学', 'universities']);
  await page.keyboard.press('Shift+T');
  await page.keyboard.press('Shift+L');
  await expect(note(page, '程序自动推定')).toContainText('大学 ↔ universities');
  await expectNoViolations(page);
  await page.keyboard.press('Shift+L');

  await page.keyboard.press('Control+,');
  await page.getByText('Show also those that Duizhao has proposed by itself').click();
  await page.keyboard.press('Control+2');
  await hoverWords(page, unit, 'zh-Hans', '领土');
  await segment(page, unit, 'zh-Hans').click();
  expect(await paintedWords(page, BY_PROGRAM)).toEqual([]);
  await expect(note(page)).toHaveCount(0);

  // What is looked for in all links still finds them, and the concordance says whose they are.
  await page.keyboard.press('/');
  await page.keyboard.type('linked:"主权"→"sovereignty"');
  await expect(page.getByRole('option').filter({ hasText: '双方尊重对方的主权' })).toBeVisible();
  await page.keyboard.press('Control+5');
  await page.getByRole('searchbox', { name: 'Word, phrase or beginning*' }).fill('主权');
  await page.getByRole('radio', { name: 'Renderings' }).click();
  await expect(page.getByRole('grid', { name: 'Renderings' })).toContainText(
    'sovereigntyproposed by Duizhao',
  );
});

test('links made by hand stay as they were beside them', async ({ page }) => {
  await hoverWords(page, 'item-4', 'zh-Hans', '数字鸿沟');
  await expect.poll(() => paintedWords(page, 'lit-link')).toContain('digital divide');
  expect(await paintedWords(page, BY_PROGRAM)).toEqual([]);
  await expect(note(page)).toHaveCount(0);
});

test('a text of the library gets links when the reader asks for them, which can be taken back', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [makeText('border-treaty', SENTENCES)]);
  const { page } = await launchApp();
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'Actions for Border treaty' }).click();
  await page.getByRole('menuitem', { name: 'Propose links…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the text?' });
  await expect(dialog).toContainText('No clause has other words');
  await expect(dialog).toContainText(/It has \d+ phrase links; the text you are reading has none\./u);
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The text was replaced' })).toBeVisible();
  await page.keyboard.press('Control+2');
  await hoverWords(page, 's-2', 'en', 'sovereignty');
  await expect.poll(() => paintedWords(page, BY_PROGRAM)).toEqual(['主权', 'sovereignty']);

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await hoverWords(page, 's-2', 'zh-Hans', '领土');
  await expect.poll(() => paintedWords(page, BY_PROGRAM)).toEqual([]);
});
