import fs from 'node:fs';
import path from 'node:path';
import type { FileChooser, Locator, Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { expectNoViolations } from './axe.ts';
import { describeWords, paintedMarks, putNotesOnDisk, readNotesOnDisk, segment } from './desk.ts';
import { expect, test } from './fixtures.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');
const RUSSIAN = path.join(FIXTURES, 'joint-statement-2016.ru.md');
const STATEMENT = path.join(FIXTURES, 'joint-statement-2016.page.txt');

const NOTE: Annotation = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'note',
  color: 'yellow',
  body: 'what sovereignty means here',
  tags: [],
  isAnswered: false,
  scope: { type: 'words' },
  targets: [describeWords('item-1', 'zh-Hans', '网络主权')],
  created: '2026-03-09T08:05:00.000Z',
  modified: '2026-03-09T08:06:00.000Z',
};

/** Chooses something of the menu that the joint statement has in the library. */
async function actOnStatement(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: /^Actions for Joint Statement/ }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

type Upload = Exclude<Parameters<FileChooser['setFiles']>[0], readonly unknown[]>;

async function chooseFile(page: Page, file: Upload): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(file);
}

function next(page: Page): Locator {
  return page.getByRole('button', { name: 'Next', exact: true });
}

function russian(page: Page, unit: string): Locator {
  return page.locator(`[data-unit="${unit}"][data-language="ru"]`);
}

/** What is painted are the rows near the window. */
async function expectNoteOnItsWords(page: Page): Promise<void> {
  await segment(page, 'item-1', 'zh-Hans').scrollIntoViewIfNeeded();
  await expect.poll(() => paintedWordsOfMarks(page)).toContain('网络主权');
}

async function paintedWordsOfMarks(page: Page): Promise<readonly string[]> {
  return Object.values(await paintedMarks(page)).flat();
}

test('a Russian text is added to the joint statement, clause by clause; notes stay, and undo takes it away', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [NOTE]);
  const { page } = await launchApp();
  await actOnStatement(page, 'Add an edition…');
  await expect(page.getByRole('region', { name: /^Add an edition to “Joint Statement/ })).toBeVisible();
  await expectNoViolations(page);

  await chooseFile(page, RUSSIAN);
  await expect(page.getByLabel('Language of the Russian text')).toBeVisible();
  await expect(
    page.getByText('21 of 22 clauses have a counterpart in it. 2 parts of it answer none'),
  ).toBeVisible();
  await expectNoViolations(page);

  await next(page).click();
  const grid = page.getByRole('grid', { name: 'Clauses side by side' });
  await expect(grid.getByRole('columnheader')).toHaveText([
    'No.',
    'Simplified Chinese',
    'English',
    'Russian',
  ]);
  await expect(grid).toHaveAttribute('aria-rowcount', '25');
  await expect(grid.getByRole('row').nth(1).getByRole('gridcell').nth(3)).toHaveAttribute('lang', 'ru');
  await expectNoViolations(page);

  await next(page).click();
  const details = page.getByRole('group', { name: 'The Russian text' });
  await expect(page.getByRole('group', { name: 'The English text' })).toBeHidden();
  await expect(details.getByLabel('Title')).toHaveValue(/^Совместное заявление Президента/);
  await details.getByLabel('Status').selectOption('Unofficial translation');
  await page.getByRole('button', { name: 'See what changes…' }).click();

  const dialog = page.getByRole('dialog', { name: 'Replace the text?' });
  await expect(dialog.getByText('New beside the others: the text in Russian.')).toBeVisible();
  await expect(dialog.getByText('No clause has other words, 2 are new, none is gone.')).toBeVisible();
  await expect(
    dialog.getByRole('list', { name: 'What becomes of your notes' }).getByRole('listitem'),
  ).toHaveText(['1 stays where it is', '0 move with their words', '0 lose their words']);
  await expectNoViolations(page);
  // The reader thinks twice: the wizard is as it was.
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(details.getByLabel('Status')).toHaveValue('unofficial');
  await page.getByRole('button', { name: 'See what changes…' }).click();
  await dialog.getByRole('button', { name: 'Replace the text' }).click();

  await expect(russian(page, 'item-3')).toContainText('3. Расширять научно-техническое сотрудничество');
  await expect(russian(page, 'recital-believe')).toBeEmpty();
  await expect(russian(page, 'implementation-authorities')).toContainText('Компетентные органы');
  await expect(segment(page, 'item-1', 'zh-Hans')).toContainText('尊重各国网络主权');
  await expectNoteOnItsWords(page);
  await expectNoViolations(page);

  // The third language is written on and exported as the others are.
  await russian(page, 'item-3').focus();
  await page.keyboard.press('ArrowRight');
  for (let taken = 0; taken < 'Расширять'.length; taken += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('h');
  await expect
    .poll(() => readNotesOnDisk(userData).flatMap(({ targets }) => targets.map(({ language }) => language)))
    .toEqual(['zh-Hans', 'ru']);
  expect(await paintedWordsOfMarks(page)).toContain('Расширять');
  await page.keyboard.press('Control+e');
  const exporting = page.getByRole('dialog');
  await exporting.getByText('Translation memory (TMX)').click();
  await expect(exporting.getByRole('switch', { name: 'Russian' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(exporting).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(() => readNotesOnDisk(userData)).toHaveLength(1);

  // Any two or three of the columns, and one language alone.
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
  await page.keyboard.press('Escape');
  await expect(segment(page, 'item-1', 'en')).toBeHidden();
  await expect(russian(page, 'item-1')).toBeVisible();
  await page.getByRole('radio', { name: 'русский' }).click();
  await expect(segment(page, 'item-1', 'zh-Hans')).toBeHidden();

  // The third language is searched as the others are.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ru:суверенитета');
  await expect(page.getByRole('option', { name: /суверенитета/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+1');
  await expect(page.getByRole('row', { name: /Совместное заявление/ })).toBeVisible();
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+z');
  await expect(russian(page, 'item-3')).toHaveCount(0);
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([NOTE]);
});

test('a language that the work has is refused, and what to do instead is said', async ({ page }) => {
  await page.keyboard.press('Control+Shift+X');
  const english = Buffer.from('The two sides agree on cooperation in the information space.');
  await chooseFile(page, { name: 'en.txt', mimeType: '', buffer: english });
  await expect(page.getByRole('alert')).toContainText(
    'The work has a text in this language (English) already.',
  );
  await expect(next(page)).toBeDisabled();
  await page.getByLabel('Language of en.txt').selectOption('French');
  await expect(next(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Remove en.txt' }).click();
  await expect(page.getByRole('region', { name: /^Add an edition to/ })).toBeVisible();
});

test('the page of the joint statement is imported again: the same text changes nothing, a corrected one moves the notes', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [NOTE]);
  const { page } = await launchApp();
  await actOnStatement(page, 'Import again…');
  await expect(page.getByRole('region', { name: /^Import “Joint Statement.*” again$/ })).toBeVisible();
  await chooseFile(page, STATEMENT);
  await next(page).click();
  const grid = page.getByRole('grid', { name: 'Clauses side by side' });
  await expect(grid).toHaveAttribute('aria-rowcount', '23');
  await next(page).click();
  const english = page.getByRole('group', { name: 'The English text' });
  await expect(english.getByLabel('Source')).toHaveValue('China.org.cn');
  await expect(english.getByLabel('Date')).toHaveValue('2016-06-27');
  await page.getByRole('button', { name: 'See what changes…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the text?' });
  await expect(dialog.getByText('This is word for word the text you are reading.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  // A file with two more characters before the words of the note.
  await page.getByRole('button', { name: 'What was found' }).click();
  await page.getByRole('button', { name: 'Remove joint-statement-2016.page.txt' }).click();
  const corrected = fs
    .readFileSync(STATEMENT, 'utf8')
    .replace('推动尊重各国网络主权', '推动充分尊重各国网络主权');
  await chooseFile(page, { name: 'corrected.txt', mimeType: '', buffer: Buffer.from(corrected) });
  await next(page).click();
  await next(page).click();
  await english.getByLabel('Title').fill('Joint Statement, corrected');
  await page.getByRole('button', { name: 'See what changes…' }).click();
  await expect(dialog.getByText('1 clause has other words, none is new, none is gone.')).toBeVisible();
  await expect(
    dialog.getByRole('list', { name: 'What becomes of your notes' }).getByRole('listitem'),
  ).toHaveText(['0 stay where they are', '1 moves with its words', '0 lose their words']);
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await expect(page.getByText('The text was replaced; every note has its place.')).toBeVisible();
  await expect(segment(page, 'item-1', 'zh-Hans')).toContainText('推动充分尊重各国网络主权');
  await expectNoteOnItsWords(page);
  await page.keyboard.press('Control+1');
  // One work, under its new title.
  await expect(page.getByText('1 work', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /Joint Statement, corrected/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /Joint Statement, corrected/ })).toBeHidden();
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([NOTE]);
});
