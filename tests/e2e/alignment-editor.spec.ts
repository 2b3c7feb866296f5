import type { Locator, Page } from '@playwright/test';
import { endBySignal } from '../../tools/drive-app.ts';
import { expectNoViolations } from './axe.ts';
import { putOwnTexts } from './own-texts.ts';
import { makeSlippedText, makeText, SENTENCES } from './parallel-text.ts';
import { hoverWords, paintedWords, segment, selectWords } from './desk.ts';
import { expect, test } from './fixtures.ts';

const ENGLISH = SENTENCES.map(([, english]) => english);

async function openText(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('main').getByText('Border treaty', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Border treaty');
  await expect(segment(page, 's-1', 'en')).toBeVisible();
}

/** Opens the text on the shelf and its alignment, and waits until every row has been measured. */
async function openEditor(page: Page): Promise<void> {
  await openText(page);
  await page.keyboard.press('Control+Shift+A');
  await expect(page.getByRole('status').filter({ hasText: 'Every row has been measured.' })).toBeVisible();
}

function row(page: Page, number: number): Locator {
  return page.getByRole('row', { name: new RegExp(`^Row ${number},`, 'u') });
}

/** The sentences of a side of a row: 0 is the first language. */
function side(page: Page, number: number, index: 0 | 1): Locator {
  return row(page, number).getByRole('gridcell').nth(index);
}

test('a slipped alignment is found, mended by keys, put into the text with its notes, and undone', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [makeSlippedText()]);
  const { page } = await launchApp();
  await openText(page);
  // What a note stands on will be in the next row.
  await selectWords(page, 's-4', 'en', 'one hundred students');
  await page.keyboard.press('h');
  await expect(page.getByText('1 note', { exact: true })).toBeVisible();
  await openEditor(page);
  await expect(page.getByText('4 doubtful rows left · 0 of 10 reviewed')).toBeVisible();
  await expect(row(page, 4)).toHaveAccessibleName(/doubtful/u);
  await expect(row(page, 3)).toHaveAccessibleName(/sure/u);
  await expect(side(page, 7, 1)).toHaveText('Nothing corresponds');
  await expectNoViolations(page);

  // To the doubtful row, to the second English sentence, down with it; and so on to the empty side.
  await page.keyboard.press('n');
  await expect(side(page, 4, 0).getByRole('listitem')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'Moved to the neighbouring row.' })).toBeVisible();
  await expect(side(page, 4, 1)).toHaveText(ENGLISH[3] ?? '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  for (const [index, english] of ENGLISH.entries()) {
    await expect(side(page, index + 1, 1)).toHaveText(english);
  }
  await expect(page.getByText('No doubtful row left')).toBeVisible();

  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Replace the text?' });
  await expect(dialog.getByText('Edited in Duizhao')).toBeVisible();
  await expect(dialog.getByText('4 clauses have other words, none is new, none is gone.')).toBeVisible();
  const counts = dialog.getByRole('list', { name: 'What becomes of your notes' });
  await expect(counts.getByRole('listitem').nth(1)).toHaveText('1 moves with its words');
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await expect(page.getByText('The text was replaced; every note has its place.')).toBeVisible();
  // What was reviewed by hand stays so.
  await expect(page.getByText(/[4-9] of 10 reviewed/u)).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(segment(page, 's-7', 'en')).toHaveText(ENGLISH[6] ?? '');
  // The mended clauses have got links; the others are as they were.
  await hoverWords(page, 's-5', 'zh-Hans', '大学');
  await expect.poll(() => paintedWords(page, 'lit-proposed-link')).toEqual(['大学', 'universities']);
  await hoverWords(page, 's-2', 'zh-Hans', '主权');
  await expect.poll(() => paintedWords(page, 'lit-proposed-link')).toEqual([]);

  await page.keyboard.press('Control+z');
  await expect(segment(page, 's-7', 'en')).not.toContainText('Chinese and English');
});

test('all that was not reviewed is aligned anew with one key', async ({ launchApp, userData }) => {
  putOwnTexts(userData, [makeSlippedText()]);
  const { page } = await launchApp();
  await openEditor(page);
  await page.keyboard.press('r');
  await expect(page.getByRole('status').filter({ hasText: 'aligned anew' })).toBeVisible();
  for (const [index, english] of ENGLISH.entries()) {
    await expect(side(page, index + 1, 1)).toHaveText(english);
  }
  await page.keyboard.press('Control+z');
  await expect(side(page, 7, 1)).toHaveText('Nothing corresponds');
  await expect(page.getByRole('status').filter({ hasText: 'Undo align anew' })).toBeVisible();
});

test('a misprint is corrected over the source, a sentence split at the caret, a row locked', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [makeText('border-treaty', SENTENCES)]);
  const { page } = await launchApp();
  await openEditor(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Words of the sentence' });
  await expect(field).toBeFocused();
  await expectNoViolations(page);
  await field.fill('The parties are friends; they work together.');
  await page.keyboard.press('Enter');
  await expect(side(page, 1, 1)).toContainText('The parties are friends; they work together.');
  await expect(side(page, 1, 1)).toContainText(`Source: ${ENGLISH[0]}`);
  await expect(side(page, 1, 1).getByRole('listitem')).toBeFocused();

  await page.keyboard.press('Enter');
  for (let step = 0; step < 'they work together.'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await expect(side(page, 1, 1).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(side(page, 1, 1).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Backspace');
  await expect(side(page, 1, 1)).toHaveText(ENGLISH[0] ?? '');

  await page.keyboard.press('l');
  await expect(row(page, 1)).toHaveAccessibleName(/^Row 1, locked/u);
  await page.keyboard.press('j');
  await expect(page.getByRole('status').filter({ hasText: 'Unlock it first' })).toBeVisible();
});

test('rows are split, swapped, left unanswered and accepted by keys alone', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [makeSlippedText()]);
  const { page } = await launchApp();
  await openEditor(page);
  const english = (number: number): Locator => side(page, number, 1).getByRole('listitem');

  await page.keyboard.press('Shift+N');
  await expect(side(page, 7, 0).getByRole('listitem')).toBeFocused();
  await page.keyboard.press('n');
  await expect(side(page, 4, 0).getByRole('listitem')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  await expect(english(4)).toHaveText([ENGLISH[4] ?? '', ENGLISH[3] ?? '']);
  await expect(english(4).nth(1)).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('0');
  await expect(english(5)).toHaveText([ENGLISH[4] ?? '']);
  await expect(side(page, 5, 0)).toHaveText('Nothing corresponds');
  await page.keyboard.press('Shift+J');
  await expect(english(4)).toHaveCount(2);
  await page.keyboard.press('s');
  await expect(english(5)).toHaveText([ENGLISH[4] ?? '']);
  await expect(english(5)).toBeFocused();
  await page.keyboard.press('Shift+A');
  for (const number of [1, 2, 3, 4, 5]) await expect(row(page, number)).toHaveAccessibleName(/accepted/u);

  // Everything is taken back, to the first step.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
  await expect(page.getByText('4 doubtful rows left · 0 of 10 reviewed')).toBeVisible();
  await expect(english(4)).toHaveText([ENGLISH[3] ?? '', ENGLISH[4] ?? '']);
});

test('leaving asks, what was changed is kept through the end of the program, and can be discarded', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [makeSlippedText()]);
  const first = await launchApp();
  await openEditor(first.page);
  await first.page.keyboard.press('j');
  await expect(first.page.getByRole('row')).toHaveCount(1 + SENTENCES.length - 1);
  await first.page.keyboard.press('Control+2');
  const leaving = first.page.getByRole('dialog', { name: 'Leave the alignment?' });
  await expectNoViolations(first.page);
  await leaving.getByRole('button', { name: 'Go on aligning' }).click();
  await expect(first.page.getByRole('grid', { name: 'Sentences side by side' })).toBeVisible();
  await first.page.keyboard.press('Control+2');
  await leaving.getByRole('button', { name: 'Leave and keep' }).click();
  await expect(segment(first.page, 's-2', 'en')).toBeVisible();
  // As if the power had failed.
  await endBySignal(first.app, 'SIGKILL');

  const { page } = await launchApp();
  await openEditor(page);
  await expect(page.getByRole('row')).toHaveCount(1 + SENTENCES.length - 1);
  await page.getByRole('button', { name: 'Discard…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(1 + SENTENCES.length);
  await page.keyboard.press('Control+2');
  await expect(segment(page, 's-2', 'en')).toBeVisible();
});

test('of a text of 5,000 units only the rows near the window are there, and the last one is one key away', async ({
  launchApp,
  userData,
}) => {
  const units = Array.from({ length: 5000 }, (_, index) => {
    const [chinese, english] = SENTENCES[index % SENTENCES.length] ?? ['', ''];
    return [`第${index + 1}款：${chinese}`, `Section ${index + 1}: ${english}`] as const;
  });
  putOwnTexts(userData, [makeText('border-treaty', units)]);
  const { page } = await launchApp();
  await openText(page);
  // The keys do not wait for the aligner.
  await page.keyboard.press('Control+Shift+A');
  await expect(side(page, 1, 0).getByRole('listitem')).toBeFocused();
  await page.keyboard.press('End');
  await expect(side(page, 5000, 0).getByRole('listitem')).toBeFocused();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.keyboard.press('Shift+J');
  await expect(side(page, 4999, 0).getByRole('listitem')).toHaveCount(2);
});

test('the keys are listed, and the editor speaks Chinese in the dark', async ({ launchApp, userData }) => {
  putOwnTexts(userData, [makeSlippedText()]);
  const { page } = await launchApp();
  await openEditor(page);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByText('Align anew between reviewed rows')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+T');
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('grid', { name: '逐句对照' })).toBeVisible();
  await expect(page.getByText('还有 4 个存疑行')).toBeVisible();
  await expectNoViolations(page);
});
