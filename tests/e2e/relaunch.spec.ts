import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { endBySignal } from '../../tools/drive-app.ts';
import { describeLaunch } from '../../tools/launch-app.ts';
import {
  clickWords,
  currentUnit,
  describeWords,
  margin,
  notesFile,
  paintedMarks,
  readNotesOnDisk,
  saving,
  segment,
  selectWords,
  waitForNotesOnDisk,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

test('everything a reader left is found again', async ({ launchApp, userData }) => {
  const first = await launchApp();
  await markTheText(first.page);
  await expect(saving(first.page)).toHaveText('Saved');
  const written = await waitForNotesOnDisk(userData, 4);
  const painted = await paintedMarks(first.page);
  await first.app.close();
  const file = fs.readFileSync(notesFile(userData), 'utf8');
  expect(readNotesOnDisk(userData)).toEqual(written);

  const { page } = await launchApp();
  await expect(page.getByRole('radio', { name: 'Line by line' })).toBeChecked();
  expect(await currentUnit(page)).toBe('item-5');
  await expect(segment(page, 'item-5', 'zh-Hans')).toBeInViewport();
  await expect.poll(() => paintedMarks(page)).toEqual(painted);
  expect(painted).toEqual({
    'mark-red-0': ['management'],
    'mark-yellow-0': ['网络主权', 'sovereignty in information space', '新秩序'],
  });
  const note = margin(page, 'item-1').getByRole('article', { name: 'Note on “网络主权”' });
  await expect(note.locator('strong')).toHaveText('sovereignty');
  await expect(note).toContainText('网络主权 ↔ sovereignty in information space');
  await expect(margin(page, 'item-5').getByRole('article')).toContainText('question · answered');
  await expect(margin(page, 'item-3').getByRole('button', { name: /^Bookmark at/ })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('4 notes');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('button', { name: /^Consensus/ })).toContainText('1 / 7');
  // Looking changes nothing.
  expect(fs.readFileSync(notesFile(userData), 'utf8')).toBe(file);
});

test('a note is on the disk to its last letter when the system ends the program', async ({
  launchApp,
  userData,
}) => {
  const { app, page } = await launchApp();
  await selectWords(page, 'item-6', 'zh-Hans', '犯罪活动');
  await page.keyboard.press('n');
  await page.keyboard.type('criminal purposes, to the last letter: ');
  await page.keyboard.press('z');
  await endBySignal(app, 'SIGTERM');
  expect(readNotesOnDisk(userData)).toMatchObject([
    {
      kind: 'note',
      body: 'criminal purposes, to the last letter: z',
      targets: [describeWords('item-6', 'zh-Hans', '犯罪活动')],
    },
  ]);
});

test('closing the window in the middle of a word loses nothing of it', async ({ launchApp, userData }) => {
  const first = await launchApp();
  await selectWords(first.page, 'item-2', 'en', 'social customs');
  await first.page.keyboard.press('q');
  await first.page.keyboard.type('习惯 or customs?');
  await first.app.close();
  expect(readNotesOnDisk(userData)).toMatchObject([{ kind: 'question', body: '习惯 or customs?' }]);

  const { page } = await launchApp();
  await expect(margin(page, 'item-2').getByRole('article')).toContainText('习惯 or customs?');
});

test('a second start hands over to the window that is open', async ({ launchApp, userData }) => {
  const { app, page } = await launchApp();
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('1');
  const before = await waitForNotesOnDisk(userData, 1);

  const { args, cwd, env } = describeLaunch({ userData });
  const second = spawn(app.process().spawnfile, args, { cwd, env, stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await paintedMarks(page)).toEqual({ 'mark-yellow-0': ['网络主权'] });
  expect(readNotesOnDisk(userData)).toEqual(before);
});

/** An evening's work: a note in two languages, a highlight, an answered question, a bookmark, a clause read. */
async function markTheText(page: Page): Promise<void> {
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('n');
  await page.keyboard.type('here **sovereignty** stands alone');
  await page.keyboard.press('Escape');
  await margin(page, 'item-1')
    .getByRole('button', { name: 'Add the words in the other language', exact: true })
    .click();
  await selectWords(page, 'item-7', 'en', 'management');
  await page.keyboard.press('4');
  await clickWords(page, 'item-3', 'zh-Hans', '人才');
  await page.keyboard.press('b');
  await page.keyboard.press('Shift+R');
  await page.keyboard.press('2');
  await selectWords(page, 'item-5', 'zh-Hans', '新秩序');
  await page.keyboard.press('1');
  await selectWords(page, 'item-5', 'zh-Hans', '新秩序');
  await page.keyboard.press('q');
  await page.keyboard.type('left out');
  await page.keyboard.press('Escape');
  await margin(page, 'item-5').getByRole('button', { name: 'Mark as answered', exact: true }).click();
}
