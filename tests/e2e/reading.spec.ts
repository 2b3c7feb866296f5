import { currentUnit, hoverWords, paintedWords, segment } from './desk.ts';
import { expect, test } from './fixtures.ts';

test('the views change by button and by key, and the last one is there again after a restart', async ({
  launchApp,
}) => {
  const first = await launchApp();
  await first.page.getByRole('radio', { name: 'Line by line' }).click();
  const zh = await segment(first.page, 'item-1', 'zh-Hans').boundingBox();
  const en = await segment(first.page, 'item-1', 'en').boundingBox();
  expect(en?.y).toBeGreaterThanOrEqual((zh?.y ?? 0) + (zh?.height ?? 0));

  await first.page.keyboard.press('4');
  await expect(segment(first.page, 'item-1', 'en')).toBeVisible();
  await expect(segment(first.page, 'item-1', 'zh-Hans')).toHaveCount(0);
  await first.app.close();

  const second = await launchApp();
  await expect(second.page.getByRole('radio', { name: 'English' })).toBeChecked();
  await expect(segment(second.page, 'item-1', 'zh-Hans')).toHaveCount(0);
});

test('one language shows the other on demand, by press and while Space is held', async ({ page }) => {
  await page.keyboard.press('3');
  const row = page.getByRole('group', { name: 'Item 1', exact: true });
  await row.getByRole('button', { name: 'Show the other language' }).click();
  await expect(segment(page, 'item-1', 'en')).toBeVisible();
  await row.getByRole('button', { name: 'Hide the other language' }).click();
  await expect(segment(page, 'item-1', 'en')).toHaveCount(0);

  await segment(page, 'item-2', 'zh-Hans').click();
  await page.keyboard.down('Space');
  await expect(segment(page, 'item-2', 'en')).toBeVisible();
  await page.keyboard.up('Space');
  await expect(segment(page, 'item-2', 'en')).toHaveCount(0);
});

test('a phrase under the pointer lights its counterpart; without one it says so', async ({ page }) => {
  await hoverWords(page, 'item-4', 'zh-Hans', '数字鸿沟');
  await expect.poll(() => paintedWords(page, 'lit-link')).toContain('digital divide');

  await hoverWords(page, 'item-5', 'zh-Hans', '新秩序');
  await expect(page.getByText('not in the other text')).toBeVisible();
  await expect.poll(() => paintedWords(page, 'lit-link')).toContain('新秩序');

  await page.mouse.move(2, 400);
  await expect(page.getByText('not in the other text')).toBeHidden();
  await page.keyboard.press('l');
  await hoverWords(page, 'item-4', 'zh-Hans', '数字鸿沟');
  expect(await paintedWords(page, 'lit-link')).toEqual([]);
  expect(await paintedWords(page, 'null-link')).toEqual([]);
});

test('the caret lights counterparts as the pointer does', async ({ page }) => {
  await segment(page, 'item-4', 'en').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => paintedWords(page, 'lit-link')).toContain('加强');
});

test('a remark opens beside its clause and marks its words', async ({ page }) => {
  const row = page.getByRole('group', { name: 'Item 5', exact: true });
  const mark = row.getByRole('button', { name: /remark/ });
  await mark.click();
  await expect(row.getByRole('note').filter({ hasText: '新秩序' }).first()).toBeVisible();
  expect(await paintedWords(page, 'open-remark')).toContain('新秩序');
  await mark.click();
  await expect(row.getByRole('note')).toHaveCount(0);
  await page.keyboard.press('r');
  await expect(mark).toHaveCount(0);
});

test('the contents lead to a part, back and forward lead through the places visited', async ({ page }) => {
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('button', { name: 'Implementation' }).click();
  await expect(segment(page, 'implementation-representatives', 'en')).toBeInViewport();
  await contents.getByRole('button', { name: /^2 / }).click();
  expect(await currentUnit(page)).toBe('item-2');
  await page.keyboard.press('Alt+ArrowLeft');
  expect(await currentUnit(page)).toBe('implementation-representatives');
  await page.keyboard.press('Alt+ArrowRight');
  expect(await currentUnit(page)).toBe('item-2');
  await expect(segment(page, 'item-2', 'zh-Hans')).toBeInViewport();
  await expect(page.getByRole('contentinfo')).toContainText('Consensus 2 of 7');
});

test('a clause is reached by its number in either script', async ({ page }) => {
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('No clause has the number 9.');
  await page.getByRole('dialog').getByRole('textbox').fill('六');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await currentUnit(page)).toBe('item-6');
});

test('the columns are widened with the arrow keys, and stay so after a restart', async ({ launchApp }) => {
  const first = await launchApp();
  const divider = first.page.getByRole('separator', { name: 'Width of the columns' });
  await divider.focus();
  const before = Number(await divider.getAttribute('aria-valuenow'));
  await first.page.keyboard.press('ArrowRight');
  await first.page.keyboard.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 4));
  await first.app.close();

  const second = await launchApp();
  await expect(second.page.getByRole('separator', { name: 'Width of the columns' })).toHaveAttribute(
    'aria-valuenow',
    String(before + 4),
  );
});

test('what has been read and understood is counted in the contents', async ({ page }) => {
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+R');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+U');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('button', { name: /^Consensus/ })).toContainText('2 / 7');
  await page.keyboard.press('Shift+U');
  await expect(contents.getByRole('button', { name: /^Consensus/ })).toContainText('1 / 7');
});
