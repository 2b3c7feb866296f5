import { expect, test } from './fixtures.ts';
import { currentUnit, paintedMarks, segment } from './desk.ts';

test('with the keyboard alone: read, select, highlight, note, search, list, settings', async ({ page }) => {
  // to the text: Tab passes the rail and the contents and comes to the two languages of the current clause
  await page.keyboard.press('g');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  expect(await currentUnit(page)).toBe('item-1');
  await page.keyboard.press('s');
  await expect(segment(page, 'item-1', 'en')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(segment(page, 'item-1', 'zh-Hans')).toBeFocused();
  await page.keyboard.press('j');
  await expect(segment(page, 'item-2', 'zh-Hans')).toBeFocused();
  await page.keyboard.press('k');

  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('2');
  await expect.poll(async () => (await paintedMarks(page))['mark-green-0']).toEqual(['共同倡导']);

  await segment(page, 'item-1', 'zh-Hans').focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('n');
  await page.keyboard.type('jointly advocate');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Item 1', exact: true })).toContainText('jointly advocate');

  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { name: 'Notes', exact: true })).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(segment(page, 'item-1', 'en')).toBeVisible();
});

test('the palette finds commands by part of their name and carries them out', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('line by');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Line by line' })).toBeChecked();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('no such thing');
  await expect(page.getByText('No command is called that.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('every command has a key that the list of keys shows', async ({ page }) => {
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog.getByText('Next clause')).toBeVisible();
  await expect(dialog.getByText('Command palette')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('letters typed into a field are letters, not commands', async ({ page }) => {
  const before = await currentUnit(page);
  await page.keyboard.press('/');
  await page.keyboard.type('jjj');
  await expect(page.getByRole('searchbox', { name: /search/i })).toHaveValue('jjj');
  expect(await currentUnit(page)).toBe(before);
});

test('keys that an input method is composing with are left to it', async ({ page }) => {
  const before = await currentUnit(page);
  await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, isComposing: true }));
  });
  expect(await currentUnit(page)).toBe(before);
});
