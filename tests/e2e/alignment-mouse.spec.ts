import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { segment } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { putOwnTexts } from './own-texts.ts';
import { makeSlippedText, makeText, SENTENCES } from './parallel-text.ts';

/** The alignment editor without a key. */

async function openEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('main').getByText('Border treaty', { exact: true }).click();
  await expect(segment(page, 's-1', 'en')).toBeVisible();
  await page.keyboard.press('Control+Shift+A');
  await expect(page.getByRole('status').filter({ hasText: 'Every row has been measured.' })).toBeVisible();
}

function row(page: Page, number: number): Locator {
  return page.getByRole('row', { name: new RegExp(`^Row ${number},`, 'u') });
}

/** The sentences of a side of a row: 0 is the first language. */
function sentences(page: Page, number: number, index: 0 | 1): Locator {
  return row(page, number).getByRole('gridcell').nth(index).getByRole('listitem');
}

/** Presses one of the buttons of the row the reader is in. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'At this row' }).getByRole('button', { name, exact: true }).click();
}

async function expectNews(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
}

const ENGLISH = SENTENCES.map(([, english]) => english);

test('everything can be done with the mouse alone', async ({ launchApp, userData }) => {
  putOwnTexts(userData, [makeSlippedText()]);
  const { page } = await launchApp();
  await openEditor(page);

  await page.getByRole('button', { name: /^Next doubtful row/u }).click();
  await expect(sentences(page, 4, 0)).toBeFocused();
  await sentences(page, 4, 1).nth(1).click();
  await press(page, 'Move down: this sentence and those after it in the row');
  await expect(sentences(page, 4, 1)).toHaveText([ENGLISH[3] ?? '']);
  await expect(sentences(page, 5, 1)).toHaveText([ENGLISH[4] ?? '', ENGLISH[5] ?? '']);

  await press(page, 'Swap with the next sentence');
  await expect(sentences(page, 5, 1)).toHaveText([ENGLISH[5] ?? '', ENGLISH[4] ?? '']);
  await page.getByRole('button', { name: 'Undo in the alignment' }).click();
  await expect(sentences(page, 5, 1)).toHaveText([ENGLISH[4] ?? '', ENGLISH[5] ?? '']);
  await page.getByRole('button', { name: 'Redo in the alignment' }).click();
  await expect(sentences(page, 5, 1)).toHaveText([ENGLISH[5] ?? '', ENGLISH[4] ?? '']);
  await page.getByRole('button', { name: 'Undo in the alignment' }).click();

  // At the caret: a sentence is written where it was pressed twice.
  await sentences(page, 4, 1).dblclick();
  const field = page.getByRole('textbox', { name: 'Words of the sentence' });
  await expect(field).toBeFocused();
  await field.evaluate((element: HTMLTextAreaElement) =>
    element.setSelectionRange('Fishermen'.length, 'Fishermen'.length),
  );
  await page.getByRole('button', { name: 'Split here' }).click();
  await expect(sentences(page, 4, 1)).toHaveText([
    'Fishermen',
    'may catch fish in the rivers of the border.',
  ]);
  await press(page, 'Nothing corresponds: a row of its own');
  await expectNews(page, 'The sentence stands alone now.');
  await press(page, 'Join with the row above');
  await expect(sentences(page, 4, 1)).toHaveCount(2);
  await sentences(page, 4, 1).nth(1).click();
  await press(page, 'Split the row before this sentence');
  await expectNews(page, 'The row was split.');

  await sentences(page, 2, 0).click();
  await press(page, 'Accept this row and all above');
  await expect(row(page, 1)).toHaveAccessibleName(/accepted/u);
  await sentences(page, 3, 0).click();
  await press(page, 'Lock');
  await expect(row(page, 3)).toHaveAccessibleName(/locked/u);
  await press(page, 'Unlock');
  await expect(row(page, 3)).toHaveAccessibleName(/sure/u);
  await press(page, 'Align anew between reviewed rows');
  await expectNews(page, 'The rows between the reviewed ones were aligned anew.');
});

test('of a text in three languages the reader chooses the two that are aligned', async ({
  launchApp,
  userData,
}) => {
  const text = makeText('border-treaty', SENTENCES);
  const [chinese] = text.editions;
  if (chinese === undefined) throw new Error('The text has an edition.');
  putOwnTexts(userData, [
    {
      ...text,
      editions: [...text.editions, { ...chinese, language: 'ru', title: 'Договор о границе' }],
      units: text.units.map((unit, index) => ({
        ...unit,
        segments: { ...unit.segments, ru: `Предложение ${index + 1}.` },
      })),
    },
  ]);
  const { page } = await launchApp();
  await openEditor(page);
  await expect(sentences(page, 2, 1)).toHaveText([ENGLISH[1] ?? '']);
  await page.getByRole('button', { name: 'English, choose another language for this column' }).click();
  await page.getByRole('menuitem', { name: 'русский' }).click();
  await expect(sentences(page, 2, 1)).toHaveText(['Предложение 2.']);
  await expect(sentences(page, 2, 1)).toHaveAttribute('lang', 'ru');
  await expectNoViolations(page);

  // The other column has Chinese already: the two change places.
  await page.getByRole('button', { name: /^русский/u }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await expect(sentences(page, 2, 0)).toHaveText(['Предложение 2.']);
  await expect(sentences(page, 2, 1)).toHaveText([SENTENCES[1]?.[0] ?? '']);
});
