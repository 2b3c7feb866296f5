import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Annotation, AnnotationTarget } from '../../core/annotation/annotation.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../core/annotation/notebook-migrations.ts';
import {
  caretOffset,
  describeWords,
  margin,
  paintedMarks,
  paintedWords,
  putNotesOnDisk,
  readNotesOnDisk,
  saving,
  segment,
  selectWords,
  waitForNotesOnDisk,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

const LOST: AnnotationTarget = {
  unit: 'item-1',
  language: 'en',
  selector: [
    { type: 'TextQuoteSelector', exact: 'cyber sovereignty', prefix: '', suffix: '' },
    { type: 'TextPositionSelector', start: 900, end: 917 },
  ],
};

/** An evening's notes: every kind, every colour, two languages, an answered question, words that are gone. */
const NOTES: readonly Annotation[] = [
  note(1, {
    kind: 'highlight',
    tags: ['sovereignty'],
    targets: [describeWords('item-1', 'zh-Hans', '网络主权')],
  }),
  note(2, {
    color: 'green',
    body: 'cf. the **title**',
    tags: ['sovereignty', 'term'],
    targets: [describeWords('item-1', 'en', 'sovereignty in information space')],
  }),
  note(3, {
    kind: 'question',
    color: 'red',
    body: 'Why left out?',
    tags: ['order'],
    targets: [describeWords('item-5', 'zh-Hans', '新秩序')],
  }),
  note(4, {
    kind: 'question',
    color: 'red',
    body: 'governance?',
    isAnswered: true,
    targets: [describeWords('item-7', 'en', 'management')],
  }),
  note(5, {
    kind: 'bookmark',
    targets: [describeWords('item-3', 'zh-Hans', '加强信息网络空间领域的科技合作')],
  }),
  note(6, {
    color: 'blue',
    body: '弥合 = bridge',
    tags: ['term'],
    targets: [
      describeWords('item-4', 'zh-Hans', '数字鸿沟'),
      describeWords('item-4', 'en', 'digital divide'),
    ],
  }),
  note(7, { color: 'violet', body: 'from a draft', targets: [LOST] }),
];

function note(number: number, rest: Partial<Annotation> & Pick<Annotation, 'targets'>): Annotation {
  const created = `2026-03-0${number}T20:00:00.000Z`;
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    kind: 'note',
    color: 'yellow',
    body: '',
    tags: [],
    isAnswered: false,
    scope: { type: 'words' },
    created,
    modified: created,
    ...rest,
  };
}

function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Notes in the library' }).getByRole('row');
}

function choice(page: Page, name: string): Locator {
  return page.getByRole('complementary', { name: 'Show only' }).getByRole('button', { name, exact: true });
}

function count(page: Page): Locator {
  return page.getByRole('main').getByRole('status').filter({ hasText: /\d/ });
}

test('what is made in the text is listed, in the order of the text', async ({ page }) => {
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('main').getByText('No notes yet')).toBeVisible();
  await page.keyboard.press('Control+2');
  await selectWords(page, 'item-7', 'en', 'management');
  await page.keyboard.press('4');
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('n');
  await page.keyboard.type('first');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+3');
  await expect(count(page)).toHaveText('2 notes');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('网络主权');
  await expect(rows(page).first()).toContainText('first');
  await expect(rows(page).last()).toContainText('management');
  await expect(rows(page).last()).toContainText('doubtful · highlight');
});

test('filters narrow the list, alone and together, and say what they would show', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, NOTES);
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  await expect(count(page)).toHaveText('7 notes');
  await expect(rows(page)).toHaveCount(7);
  await expect(rows(page).last()).toContainText('detached');
  await expect(rows(page).last()).toContainText('cyber sovereignty');
  for (const name of [
    'Highlights, 1',
    'Notes, 3',
    'Questions, 2',
    'Bookmarks, 1',
    'Open questions, 1',
    'Detached, 1',
    'key term, 2',
    'good rendering, 1',
    'structure, 1',
    'doubtful, 2',
    'to learn, 1',
    'sovereignty, 2',
    'term, 2',
    'order, 1',
  ]) {
    await expect(choice(page, name)).toBeVisible();
  }

  await choice(page, 'Notes, 3').click();
  await expect(count(page)).toHaveText('3 of 7');
  await choice(page, 'Questions, 2').click();
  await expect(count(page)).toHaveText('5 of 7');
  await choice(page, 'term, 2').click();
  await expect(count(page)).toHaveText('2 of 7');
  // What a choice would show, the others given.
  await expect(choice(page, 'structure, 1')).toBeVisible();
  await expect(choice(page, 'doubtful, 0')).toBeVisible();
  await choice(page, 'structure, 1').click();
  await expect(count(page)).toHaveText('1 of 7');
  await expect(rows(page)).toContainText(['数字鸿沟 ↔ digital divide']);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(count(page)).toHaveText('7 notes');
  await choice(page, 'Open questions, 1').click();
  await expect(rows(page)).toContainText(['Why left out?']);
  await choice(page, 'Open questions, 1').click();
  await choice(page, 'Detached, 1').click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(['from a draft']);
  await choice(page, 'Detached, 1').click();

  const search = page.getByRole('searchbox', { name: 'Filter notes' });
  await search.fill('SOVEREIGNTY title');
  await expect(count(page)).toHaveText('1 of 7');
  await expect(rows(page)).toContainText(['cf. the title']);
  await search.fill('弥合');
  await expect(rows(page)).toContainText(['数字鸿沟']);
  await search.fill('nowhere');
  await expect(page.getByRole('main').getByText('No note fits these filters')).toBeVisible();
  await expect(page.getByText('7 notes are held back by them.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(rows(page)).toHaveCount(7);
  await expect(search).toHaveValue('');
});

test('the list is put into other orders', async ({ launchApp, userData }) => {
  putNotesOnDisk(userData, NOTES);
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  await expect(rows(page)).toHaveCount(7);
  await expect(rows(page).first()).toContainText('网络主权');
  await page.getByRole('radio', { name: 'Newest first' }).click();
  await expect(rows(page).first()).toContainText('cyber sovereignty');
  await expect(rows(page).last()).toContainText('网络主权');
  await page.getByRole('radio', { name: 'By colour' }).click();
  await expect(rows(page).last()).toContainText('cyber sovereignty');
  await page.getByRole('radio', { name: 'By tag' }).click();
  await expect(rows(page).first()).toContainText('新秩序');
});

test('a note in the list leads to its words, and the list is as it was on coming back', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, NOTES);
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  await choice(page, 'term, 2').click();
  await rows(page).filter({ hasText: 'digital divide' }).getByText('弥合').click();

  const chinese = segment(page, 'item-4', 'zh-Hans');
  await expect(chinese).toBeInViewport();
  await expect(chinese).toBeFocused();
  const { start } = describeWords('item-4', 'zh-Hans', '数字鸿沟').selector[1];
  await expect.poll(() => caretOffset(page, 'item-4', 'zh-Hans')).toBe(start);
  await expect(margin(page, 'item-4').getByRole('article', { name: 'Note on “数字鸿沟”' })).toHaveAttribute(
    'data-active',
    '',
  );
  await expect.poll(() => paintedWords(page, 'active-mark')).toEqual(['数字鸿沟', 'digital divide']);

  await page.keyboard.press('Control+3');
  await expect(count(page)).toHaveText('2 of 7');
});

test('notes are filtered, walked through, deleted and visited by keyboard alone', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, NOTES);
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  await expect(rows(page)).toHaveCount(7);
  await tabTo(page, page.getByRole('searchbox', { name: 'Filter notes' }));
  await page.keyboard.type('sovereignty');
  await expect(count(page)).toHaveText('3 of 7');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await tabTo(page, choice(page, 'Highlights, 1'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(choice(page, 'Questions, 2')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(rows(page)).toHaveCount(2);

  await tabTo(page, rows(page).first());
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'Question deleted' })).toBeVisible();
  await expect(rows(page).first()).toBeFocused();
  await waitForNotesOnDisk(userData, 6);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
  await waitForNotesOnDisk(userData, 7);
  expect(readNotesOnDisk(userData).find(({ body }) => body === 'governance?')).toEqual(NOTES[3]);

  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(segment(page, 'item-7', 'en')).toBeFocused();
  const { start } = describeWords('item-7', 'en', 'management').selector[1];
  await expect.poll(() => caretOffset(page, 'item-7', 'en')).toBe(start);
  expect(await paintedWords(page, 'active-mark')).toEqual(['management']);
});

test('deleting by button takes the words out of the text, and undo brings both back', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, NOTES.slice(0, 1));
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  await rows(page).hover();
  await rows(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('main').getByText('No notes yet')).toBeVisible();
  await waitForNotesOnDisk(userData, 0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await waitForNotesOnDisk(userData, 1);
  expect(readNotesOnDisk(userData)).toEqual(NOTES.slice(0, 1));
  // Highlights are drawn where they can be seen.
  await page.keyboard.press('Control+2');
  await segment(page, 'item-1', 'zh-Hans').scrollIntoViewIfNeeded();
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['网络主权'] });
});

test('many notes are selected and changed at once, and each change is undone in one step', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, NOTES);
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  const bar = page.getByRole('toolbar', { name: 'Selected notes' });
  await rows(page).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  await bar.getByRole('button', { name: 'Colour' }).click();
  await page.getByRole('menuitem', { name: 'to learn' }).click();
  await expect.poll(() => readNotesOnDisk(userData).filter(({ color }) => color === 'violet').length).toBe(4);

  await rows(page).first().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('7 selected')).toBeVisible();
  await bar.getByRole('button', { name: 'Add a tag' }).click();
  await page.keyboard.type('exam');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Add a tag' }).click();
  await expect(choice(page, 'exam, 7')).toBeVisible();
  await expect
    .poll(() => readNotesOnDisk(userData).filter(({ tags }) => tags.includes('exam')).length)
    .toBe(7);

  await bar.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('main').getByText('No notes yet')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(choice(page, 'exam, 7')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(choice(page, 'exam, 7')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => readNotesOnDisk(userData)).toEqual(expect.arrayContaining([...NOTES]));
});

test('the bin keeps what was deleted, gives it back, and lets it go for good only when asked', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, NOTES.slice(0, 3));
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  await page.getByRole('radio', { name: 'Bin (0)' }).click();
  await expect(page.getByText('The bin is empty')).toBeVisible();
  await page.getByRole('radio', { name: 'Notes', exact: true }).click();
  await rows(page).first().focus();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole('radio', { name: 'Bin (2)' }).click();
  const binned = page.getByRole('grid', { name: 'Notes in the bin' }).getByRole('row');
  await expect(binned).toHaveCount(2);
  await expect(binned.first()).toContainText('90 days left');
  await expect(binned.first()).toContainText('cf. the title');
  await binned.first().hover();
  await binned.first().getByRole('button', { name: 'Restore' }).click();
  await expect(binned).toHaveCount(1);
  await waitForNotesOnDisk(userData, 2);

  await page.getByRole('button', { name: 'Empty the bin…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  await expect(binned).toHaveCount(1);
  await page.getByRole('button', { name: 'Empty the bin…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The bin is empty')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(binned).toHaveCount(1);
});

test('notes on a text that is not in the library any more are listed, and can be deleted and restored', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, NOTES.slice(0, 1));
  const lost = {
    schemaVersion: NOTEBOOK_SCHEMA_VERSION,
    annotations: NOTES.slice(1, 2),
    bin: [],
    progress: {},
  };
  fs.writeFileSync(path.join(userData, 'notes', 'old-treaty.json'), JSON.stringify(lost));
  const { page } = await launchApp();
  await page.keyboard.press('Control+3');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).last()).toContainText('Not in the library: old-treaty');
  await expect(rows(page).last()).toContainText('cf. the title');
  await choice(page, 'Not in the library: old-treaty, 1').click();
  await expect(count(page)).toHaveText('1 of 2');
  await tabTo(page, rows(page).first());
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(1);
  await expect(saving(page)).toHaveText('Saved');
});

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}
