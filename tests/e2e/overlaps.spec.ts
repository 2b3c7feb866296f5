import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { HIGHLIGHT_COLORS, ON_WORDS, type Annotation } from '../../core/annotation/annotation.ts';
import {
  clickWords,
  describeWords,
  margin,
  paintedMarks,
  paintedWords,
  putNotesOnDisk,
  segment,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

const WORDS = 'sovereignty in information space';

/** Highlights on the same words, one after the other; the first in yellow, the sixth in yellow again. */
function stackNotes(count: number): readonly Annotation[] {
  return Array.from({ length: count }, (_, index): Annotation => {
    const created = new Date(Date.UTC(2026, 0, 1, 8, index)).toISOString();
    return {
      id: randomUUID(),
      kind: index === 0 ? 'note' : 'highlight',
      color: HIGHLIGHT_COLORS[index % HIGHLIGHT_COLORS.length] ?? 'yellow',
      body: index === 0 ? 'The first of them' : '',
      tags: [],
      isAnswered: false,
      scope: ON_WORDS,
      targets: [describeWords('item-1', 'en', WORDS)],
      created,
      modified: created,
    };
  });
}

function chooser(page: Page) {
  return page.getByRole('menu', { name: /notes here$/ });
}

test('five highlights on the same words are told apart, and each is reached by pressing again', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, stackNotes(5));
  const { page } = await launchApp();
  await segment(page, 'item-1', 'en').scrollIntoViewIfNeeded();
  await expect
    .poll(() => paintedMarks(page))
    .toEqual(Object.fromEntries(HIGHLIGHT_COLORS.map((color, layer) => [`mark-${color}-${layer}`, [WORDS]])));

  await clickWords(page, 'item-1', 'en', WORDS);
  const active = margin(page, 'item-1').locator('[data-active]');
  await expect(active).toContainText('to learn');
  await expect(page.getByRole('button', { name: '5 notes here' })).toBeVisible();

  for (const label of ['key term · note', 'good rendering', 'structure', 'doubtful', 'to learn']) {
    await clickWords(page, 'item-1', 'en', WORDS);
    await expect(chooser(page).getByRole('menuitem')).toHaveCount(5);
    await chooser(page).getByRole('menuitem', { name: label }).click();
    await expect(chooser(page)).toHaveCount(0);
    await expect(active).toContainText(label.split(' · ')[0] ?? '');
    await expect.poll(() => paintedWords(page, 'active-mark')).toEqual([WORDS]);
  }
});

test('seven highlights on the same words are all in the chooser, which opens and chooses by keys', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, stackNotes(7));
  const { page } = await launchApp();
  await segment(page, 'item-1', 'en').focus();
  await page.keyboard.press('ArrowRight');
  // Nothing is written on the first words: Enter asks nothing.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /notes here/ })).toHaveCount(0);

  const at = ((await segment(page, 'item-1', 'en').textContent()) ?? '').indexOf(WORDS);
  await segment(page, 'item-1', 'en').evaluate((element, offset) => {
    const node = element.lastChild;
    const label = element.firstElementChild?.textContent.length ?? 0;
    if (node !== null) document.getSelection()?.collapse(node, offset - label + 2);
  }, at);
  await page.keyboard.press('Enter');
  await expect(chooser(page).getByRole('menuitem')).toHaveCount(7);
  await expect(chooser(page).getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(chooser(page)).toHaveCount(0);
  const card = margin(page, 'item-1').getByRole('article', { name: `Note on “${WORDS}”` });
  await expect(card).toBeFocused();
  await expect(card).toHaveAttribute('data-active', '');

  // Back in the text with Escape, from where Enter asks again.
  await page.keyboard.press('Escape');
  await expect(segment(page, 'item-1', 'en')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chooser(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chooser(page)).toHaveCount(0);
  await expect(segment(page, 'item-1', 'en')).toBeFocused();
});

test('a lone highlight is taken with Enter at its words, and leaves the focus in the text when it goes', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, stackNotes(2).slice(1));
  const { page } = await launchApp();
  await clickWords(page, 'item-1', 'en', WORDS);
  await page.keyboard.press('Escape');
  await segment(page, 'item-1', 'en').focus();
  await page.keyboard.press('Enter');
  const card = margin(page, 'item-1').getByRole('article', { name: `Highlight on “${WORDS}”` });
  await expect(card).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(segment(page, 'item-1', 'en')).toBeFocused();
});
