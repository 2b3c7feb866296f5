import type { Page } from '@playwright/test';
import { ON_WORDS, type Annotation, type AnnotationTarget } from '../../core/annotation/annotation.ts';
import {
  describeWords,
  margin,
  paintedMarks,
  putNotesOnDisk,
  readNotesOnDisk,
  saving,
  segment,
  selectWords,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

/** A note on words that stand nowhere in the text. */
function lostNote(id: number, unit: string, words: string, body: string): Annotation {
  const created = new Date(Date.UTC(2026, 0, 1, 8, id)).toISOString();
  const target: AnnotationTarget = {
    unit,
    language: 'en',
    selector: [
      { type: 'TextQuoteSelector', exact: words, prefix: 'entirely other ', suffix: ' words around' },
      { type: 'TextPositionSelector', start: 40, end: 40 + words.length },
    ],
  };
  return {
    id: `00000000-0000-4000-8000-00000000000${id}`,
    kind: 'note',
    color: 'yellow',
    body,
    tags: [],
    isAnswered: false,
    scope: ON_WORDS,
    targets: [target],
    created,
    modified: created,
  };
}

/** Of two letters more than what stands in item 4, and with another context. */
const NEARLY = 'bridging the digital divides';

function dialog(page: Page) {
  return page.getByRole('dialog', { name: 'Detached notes' });
}

function entry(page: Page, body: string) {
  return dialog(page).getByRole('listitem').filter({ hasText: body });
}

test('detached notes are announced beside the text, and one is put on words that are offered', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [
    lostNote(1, 'item-4', NEARLY, 'About the divide'),
    lostNote(2, 'item-9', 'nothing like this', 'About nothing'),
  ]);
  const { page } = await launchApp();
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: '2 detached notes' })
    .click();
  const first = entry(page, 'About the divide').first();
  await expect(first).toContainText(NEARLY);
  await expect(first).toContainText('was in: 4');
  await first
    .getByRole('button', { name: /digital divide/ })
    .first()
    .click();
  await expect(entry(page, 'About the divide')).toHaveCount(0);
  await expect(entry(page, 'About nothing')).toContainText('was in a clause that is gone');
  await page.keyboard.press('Escape');

  const note = margin(page, 'item-4').getByRole('article', { name: /^Note on “.*digital divide/ });
  await segment(page, 'item-4', 'en').scrollIntoViewIfNeeded();
  await expect(note).toContainText('About the divide');
  await expect(saving(page)).toHaveText('Saved');
  expect(readNotesOnDisk(userData)[0]?.targets[0]?.selector[0].exact).toContain('digital divide');

  await page.keyboard.press('Control+z');
  await expect(note).toHaveCount(0);
  await expect(page.getByRole('button', { name: '2 detached notes' })).toBeVisible();
});

test('a detached note is put on words that the reader selects', async ({ launchApp, userData }) => {
  putNotesOnDisk(userData, [lostNote(2, 'item-9', 'nothing like this', 'About nothing')]);
  const { page } = await launchApp();
  await page.keyboard.press('Control+Shift+D');
  await entry(page, 'About nothing').getByRole('button', { name: 'Select the words in the text' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText('Select the words this note belongs to');
  await selectWords(page, 'item-1', 'en', 'sovereignty');
  await page.getByRole('button', { name: 'Attach the note here' }).click();
  await expect(margin(page, 'item-1').getByRole('article', { name: 'Note on “sovereignty”' })).toContainText(
    'About nothing',
  );
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['sovereignty'] });
  await expect
    .poll(() => readNotesOnDisk(userData)[0]?.targets)
    .toEqual([describeWords('item-1', 'en', 'sovereignty')]);
  await expect(page.getByRole('button', { name: /detached note/ })).toHaveCount(0);
});

test('a detached note is kept without words, and another one is deleted', async ({ launchApp, userData }) => {
  putNotesOnDisk(userData, [
    lostNote(1, 'item-1', 'nothing like this', 'Worth keeping'),
    lostNote(2, 'item-9', 'nor like this', 'Not worth it'),
  ]);
  const { page } = await launchApp();
  await page.keyboard.press('Control+Shift+D');
  await entry(page, 'Worth keeping').getByRole('button', { name: 'Keep as a note on the clause' }).click();
  await entry(page, 'Not worth it').getByRole('button', { name: 'Delete the note' }).click();
  await expect(dialog(page)).toContainText('Every note is on its words.');
  await page.keyboard.press('Escape');
  await segment(page, 'item-1', 'en').scrollIntoViewIfNeeded();
  await expect(
    margin(page, 'item-1').getByRole('article', { name: 'Note on the whole clause' }),
  ).toContainText('Worth keeping');
  await expect
    .poll(() => readNotesOnDisk(userData))
    .toMatchObject([{ body: 'Worth keeping', scope: { type: 'unit', unit: 'item-1' }, targets: [] }]);
});
