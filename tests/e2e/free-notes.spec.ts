import type { Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import {
  clickWords,
  describeWords,
  margin,
  paintedMarks,
  putNotesOnDisk,
  readNotesOnDisk,
  selectWords,
  waitForNotesOnDisk,
  waitForRest,
  work,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

function note(page: Page, name: string) {
  return page.getByRole('article', { name, exact: true });
}

test('a note on a clause and one on the text need no words, and are there again after a restart', async ({
  launchApp,
  userData,
}) => {
  const { app, page } = await launchApp();
  await clickWords(page, 'item-2', 'en', 'Jointly');
  await page.keyboard.press('Shift+N');
  await page.keyboard.type('Compare the draft');
  await page.keyboard.press('Escape');
  const onClause = margin(page, 'item-2').getByRole('article', { name: 'Note on the whole clause' });
  await expect(onClause).toContainText('Compare the draft');
  await expect(onClause).toContainText('on the whole clause');
  expect(await paintedMarks(page)).toEqual({});

  // At the head of the text, wherever the reader is; by the palette here.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('whole text');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Signed in Beijing');
  await page.keyboard.press('Escape');
  await expect(margin(page, 'title').getByRole('article', { name: 'Note on the whole text' })).toContainText(
    'Signed in Beijing',
  );

  const [first, second] = await waitForNotesOnDisk(userData, 2);
  expect(first).toMatchObject({ kind: 'note', scope: { type: 'unit', unit: 'item-2' }, targets: [] });
  expect(second).toMatchObject({ kind: 'note', scope: { type: 'work' }, targets: [] });
  await app.close();

  const { page: again } = await launchApp();
  await again.keyboard.press('Home');
  await expect(note(again, 'Note on the whole text')).toContainText('Signed in Beijing');
});

test('a note on a clause that is left empty goes, and one that is written comes back by undo', async ({
  page,
  userData,
}) => {
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Escape');
  await expect(note(page, 'Note on the whole clause')).toHaveCount(0);

  await page.keyboard.press('Shift+N');
  await page.keyboard.type('The full title');
  await page.keyboard.press('Escape');
  await waitForNotesOnDisk(userData, 1);
  await note(page, 'Note on the whole clause').focus();
  await page.keyboard.press('Delete');
  await expect(note(page, 'Note on the whole clause')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(note(page, 'Note on the whole clause')).toContainText('The full title');
});

test('of a note in two languages one side is taken away, and the note stays on the other', async ({
  page,
  userData,
}) => {
  await selectWords(page, 'item-4', 'en', 'digital divide');
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: /counterpart/ })
    .click();
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['数字鸿沟', 'digital divide'] });
  const card = margin(page, 'item-4').getByRole('article');
  await card.getByRole('button', { name: 'Remove these words: “digital divide”' }).click();
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['数字鸿沟'] });
  await expect(card).toHaveCount(1);
  await expect(card.getByRole('button', { name: /Remove these words/ })).toHaveCount(0);
  await expect
    .poll(() => readNotesOnDisk(userData)[0]?.targets)
    .toEqual([describeWords('item-4', 'zh-Hans', '数字鸿沟')]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['数字鸿沟', 'digital divide'] });
});

test('the text stays where it is while the notes above it go', async ({ launchApp, userData }) => {
  const NOTES_EACH = 12;
  const notes = work.units.flatMap(({ id: unit }, at) =>
    Array.from({ length: NOTES_EACH }, (_, index): Annotation => ({
      id: `00000000-0000-4000-8000-${String(at * NOTES_EACH + index).padStart(12, '0')}`,
      kind: 'note',
      color: 'yellow',
      body: 'Compare both wordings before the next class, and ask why the translation leaves a word out.',
      tags: [],
      isAnswered: false,
      scope: { type: 'unit', unit },
      targets: [],
      created: '2026-03-09T08:05:00.000Z',
      modified: '2026-03-09T08:06:00.000Z',
    })),
  );
  putNotesOnDisk(userData, notes);
  const { page } = await launchApp();
  // A row that is seen and still grows moves what stands under it: the first ones must have their notes.
  await expect(margin(page, 'title').getByRole('article').first()).toBeVisible();
  await waitForRest(page.locator('[data-row="recital-recognize"]'));
  for (const unit of ['recital-recognize', 'recital-uphold', 'recital-advocate', 'recital-believe']) {
    const row = page.locator(`[data-row="${unit}"]`);
    const top = await row.evaluate((element) => {
      element.scrollIntoView();
      return element.getBoundingClientRect().top;
    });
    await expect(margin(page, unit).getByRole('article').first()).toBeVisible();
    await waitForRest(row);
    expect(await row.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(top, -1);
  }
});
