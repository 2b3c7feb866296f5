import type { ElectronApplication, Page } from '@playwright/test';
import { describeWords, margin, putNotesOnDisk, readNotesOnDisk, saving, segment } from './desk.ts';
import { expect, test } from './fixtures.ts';

const CREATED = '2026-01-01T00:00:00.000Z';
const NOTE_ID = '00000000-0000-4000-8000-00000000aa01';

function putNote(userData: string): void {
  putNotesOnDisk(userData, [
    {
      id: NOTE_ID,
      kind: 'note',
      color: 'yellow',
      body: 'legal instruments',
      tags: ['law'],
      isAnswered: false,
      scope: { type: 'words' },
      targets: [describeWords('item-1', 'zh-Hans', '网络主权')],
      created: CREATED,
      modified: CREATED,
    },
  ]);
}

function card(page: Page) {
  return margin(page, 'item-1').getByRole('article');
}

function menuItem(app: ElectronApplication, id: 'undo' | 'redo') {
  return app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return [item?.label, item?.enabled];
  }, id);
}

function choose(app: ElectronApplication, id: 'undo' | 'redo') {
  return app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
}

test('the Edit menu names what it takes back and brings back, in both languages', async ({
  launchApp,
  userData,
}) => {
  putNote(userData);
  const { app, page } = await launchApp();
  await segment(page, 'item-1', 'zh-Hans').scrollIntoViewIfNeeded();
  await expect(card(page)).toContainText('legal instruments');
  await expect.poll(() => menuItem(app, 'undo')).toEqual(['Undo', false]);
  await card(page).focus();
  await page.keyboard.press('Delete');
  await expect(card(page)).toHaveCount(0);
  await expect.poll(() => menuItem(app, 'undo')).toEqual(['Undo delete note', true]);
  await expect.poll(() => menuItem(app, 'redo')).toEqual(['Redo', false]);

  // On another screen as well as where it was done.
  await page.keyboard.press('Control+4');
  await choose(app, 'undo');
  await page.keyboard.press('Control+2');
  await expect(card(page)).toContainText('legal instruments');
  await expect.poll(() => readNotesOnDisk(userData)).toHaveLength(1);
  await expect.poll(() => menuItem(app, 'redo')).toEqual(['Redo delete note', true]);

  await page.keyboard.press('Shift+L');
  await expect.poll(() => menuItem(app, 'redo')).toEqual(['重做删除笔记', true]);
  await choose(app, 'redo');
  await expect(card(page)).toHaveCount(0);
  await expect.poll(() => menuItem(app, 'undo')).toEqual(['撤销删除笔记', true]);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('menuitem', { name: '撤销删除笔记' })).toBeVisible();
});

test('the Edit menu undoes what is being typed in its field, not in the notes', async ({
  launchApp,
  userData,
}) => {
  putNote(userData);
  const { app, page } = await launchApp();
  await segment(page, 'item-1', 'zh-Hans').scrollIntoViewIfNeeded();
  await card(page).focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => menuItem(app, 'undo')).toEqual(['Undo delete note', true]);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('law');
  await expect(page.locator(':focus')).toHaveValue('law');
  await expect.poll(() => menuItem(app, 'undo')).toEqual(['Undo', true]);
  await choose(app, 'undo');
  // How much one undo takes back is the browser's to say.
  await expect(page.locator(':focus')).not.toHaveValue('law');
  expect(readNotesOnDisk(userData)).toEqual([]);
});

test('a tag is renamed from where the list is filtered by it', async ({ launchApp, userData }) => {
  putNote(userData);
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  const filter = page.getByRole('complementary', { name: 'Show only' });
  await filter.getByRole('button', { name: 'law, 1' }).click();
  await filter.getByRole('button', { name: 'Rename tag…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename tag' });
  await expect(dialog.getByRole('combobox', { name: 'Tag' })).toHaveValue('law');
  await dialog.getByRole('textbox', { name: 'New name' }).fill('treaty law');
  await page.keyboard.press('Enter');
  await expect.poll(() => readNotesOnDisk(userData)[0]?.tags).toEqual(['treaty law']);
  // The list stays filtered by the tag, whatever it is called.
  await expect(filter.getByRole('button', { name: 'treaty law, 1' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('grid', { name: 'Notes in the library' }).getByRole('row')).toHaveCount(1);
});

test('a tag is renamed in every note, and back again', async ({ launchApp, userData }) => {
  putNote(userData);
  const { app, page } = await launchApp();
  await segment(page, 'item-1', 'zh-Hans').scrollIntoViewIfNeeded();
  await expect(card(page)).toContainText('law');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('rename');
  await page.getByRole('menuitem', { name: 'Rename tag' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename tag' });
  await expect(dialog).toContainText('1 note in 1 text');
  await dialog.getByRole('textbox', { name: 'New name' }).fill('treaty law');
  await dialog.getByRole('button', { name: 'Rename everywhere' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(card(page)).toContainText('treaty law');
  await expect(saving(page)).toHaveText('Saved');
  await expect.poll(() => readNotesOnDisk(userData)[0]?.tags).toEqual(['treaty law']);
  await expect.poll(() => menuItem(app, 'undo')).toEqual(['Undo rename tag', true]);
  await choose(app, 'undo');
  await expect.poll(() => readNotesOnDisk(userData)[0]?.tags).toEqual(['law']);
});
