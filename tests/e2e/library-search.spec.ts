import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { readLibraryIndex } from '../../core/search/library-index.ts';
import type { Work } from '../../core/text/work.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../core/annotation/notebook-migrations.ts';
import { expectNoViolations } from './axe.ts';
import { paintedWords, segment, work } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { makeOwnText, putOwnTexts } from './own-texts.ts';

function makeText(
  id: string,
  chinese: string,
  english: string,
  units: readonly (readonly [string, string])[],
): Work {
  return makeOwnText(
    id,
    { 'zh-Hans': chinese, en: english },
    units.map(([zh, en], index) => ({
      id: `p-${index + 1}`,
      kind: index === 0 ? 'title' : 'paragraph',
      segments: { 'zh-Hans': zh, en },
    })),
  );
}

const TREATY = makeText('friendship-treaty', '睦邻友好合作条约', 'Treaty of Good-Neighborliness', [
  ['睦邻友好合作条约', 'Treaty of Good-Neighborliness'],
  [
    '缔约双方相互尊重主权和领土完整。',
    'The parties respect each other’s sovereignty and territorial integrity.',
  ],
  ['双方开展文化交流。', 'The parties promote cultural exchange.'],
]);
const SPEECH = makeText('opening-speech', '开幕式讲话', 'Speech at the opening ceremony', [
  ['开幕式讲话', 'Speech at the opening ceremony'],
  ['网络空间前途命运应由世界各国共同掌握。', 'The future of cyberspace is to be decided by all countries.'],
  ['谢谢大家。', 'Thank you.'],
]);

/** A note on the last clause of the speech, as an earlier session left it. */
function putNoteOnSpeech(userData: string, body: string): void {
  const note = {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'note',
    color: 'yellow',
    body,
    tags: [],
    isAnswered: false,
    scope: { type: 'unit', unit: 'p-3' },
    targets: [],
    created: '2026-03-09T08:05:00.000Z',
    modified: '2026-03-09T08:06:00.000Z',
  };
  const notebook = { schemaVersion: NOTEBOOK_SCHEMA_VERSION, annotations: [note], bin: [], progress: {} };
  fs.mkdirSync(path.join(userData, 'notes'), { recursive: true });
  fs.writeFileSync(path.join(userData, 'notes', `${SPEECH.id}.json`), JSON.stringify(notebook));
}

function results(page: Page) {
  return page.getByRole('listbox', { name: 'Search results' });
}

async function searchAllTexts(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.getByRole('radio', { name: 'All texts' }).click();
}

test('all texts are searched at once, and a result in another one opens it at the words', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY, SPEECH]);
  const { page } = await launchApp();
  await searchAllTexts(page, '主权');
  await expect(page.getByText('Treaty of Good-Neighborliness')).toBeVisible();
  const count = work.units.filter(({ segments }) => segments['zh-Hans']?.includes('主权')).length + 1;
  await expect(page.getByRole('status').filter({ hasText: `${count} clauses in 2 texts` })).toBeVisible();

  const option = results(page).getByRole('option', { name: '缔约双方相互尊重主权' });
  await option.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Treaty of Good-Neighborliness');
  await expect(segment(page, 'p-2', 'zh-Hans')).toBeFocused();
  await expect.poll(() => paintedWords(page, 'current-hit')).toEqual(['主权']);
  // The query is still asked, over all texts: the way back is one press away.
  await expect(page.getByRole('searchbox')).toHaveValue('主权');
  await expect(page.getByRole('radio', { name: 'All texts' })).toBeChecked();
  await results(page)
    .getByRole('option', { name: /网络主权/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Joint Statement');
});

test('the keyboard goes through the results of all texts, and Enter opens one', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY, SPEECH]);
  const { page } = await launchApp();
  await searchAllTexts(page, '前途命运');
  await expect(results(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).getByRole('option', { selected: true })).toContainText('前途命运');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Speech at the opening ceremony');
  await expect(segment(page, 'p-2', 'zh-Hans')).toBeFocused();
});

const TRIALS = makeText(
  'trials',
  '测试文本',
  'Trials',
  Array.from({ length: 120 }, (_, index) => [`第${index}条测试`, `Trial ${index}.`] as const),
);

/** Whether an element can be seen from its upper edge to its lower: nothing lies over it, and it is in the window. */
function isUncovered(element: Element): boolean {
  const { left, top, bottom } = element.getBoundingClientRect();
  return [top + 2, bottom - 2].every((y) => element.contains(document.elementFromPoint(left + 12, y)));
}

test('of a long list the arrow keys reach every result, and what they stand on comes into view', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY, TRIALS]);
  const { page } = await launchApp();
  await searchAllTexts(page, 'trial');
  const options = results(page).getByRole('option');
  await expect(page.getByRole('status').filter({ hasText: `${TRIALS.units.length} clauses` })).toBeVisible();
  await expect(options).toHaveCount(100);
  await expect(options.first()).toBeInViewport();
  await expect(options.last()).not.toBeInViewport();

  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport();
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.last().getAttribute('id')) ?? '');
  const words = await options.allTextContents();
  // From the last to the first: each is the one before it in the list, and can be seen.
  for (const word of words.toReversed().slice(1)) {
    await page.keyboard.press('ArrowUp');
    const selected = results(page).getByRole('option', { selected: true });
    await expect(selected).toHaveText(word);
    await expect.poll(() => selected.evaluate(isUncovered)).toBe(true);
  }
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
});

test('a list that was scrolled stays whole and in its place while a note that it finds is written', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TRIALS]);
  const { page } = await launchApp();
  await searchAllTexts(page, 'trial');
  const options = results(page).getByRole('option');
  await expect(options).toHaveCount(100);
  await options.last().scrollIntoViewIfNeeded();
  const counts = await results(page).evaluateHandle((list) => {
    const seen: number[] = [];
    new MutationObserver(() => seen.push(list.querySelectorAll('[role="option"]').length)).observe(list, {
      childList: true,
      subtree: true,
    });
    return seen;
  });

  await segment(page, 'title', 'zh-Hans').click();
  await page.keyboard.press('n');
  await page.keyboard.type('on trial');
  const found = TRIALS.units.length + 1;
  await expect(page.getByRole('status').filter({ hasText: `${found} clauses` })).toBeVisible();
  await expect(results(page).getByRole('option', { name: 'on trial' })).toHaveCount(1);
  expect(Math.min(...(await counts.evaluate((seen) => seen)))).toBeGreaterThanOrEqual(100);
  await expect(options.last()).toBeInViewport();
});

test('the index of all texts is kept for the next start, and notes are found in every text', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY, SPEECH]);
  putNoteOnSpeech(userData, 'compare with the Tallinn Manual');
  const indexFile = path.join(userData, 'library', 'search-index.bin');
  const first = await launchApp();
  await searchAllTexts(first.page, 'cultural');
  await expect(results(first.page).getByRole('option').first()).toBeVisible();
  await expect.poll(() => fs.existsSync(indexFile)).toBe(true);
  const kept = readLibraryIndex(fs.readFileSync(indexFile), undefined);
  expect(kept?.texts.map(({ workId }) => workId).toSorted()).toEqual(
    [work.id, TREATY.id, SPEECH.id].toSorted(),
  );
  await first.app.close();

  const written = fs.statSync(indexFile).mtimeMs;
  const second = await launchApp();
  await searchAllTexts(second.page, 'cultural');
  await expect(results(second.page).getByRole('option').first()).toBeVisible();
  expect(fs.statSync(indexFile).mtimeMs).toBe(written);
  await second.page.getByRole('searchbox').fill('tallinn');
  await expect(results(second.page).getByRole('option', { name: /Tallinn Manual/ })).toBeVisible();
});

test('a text that cannot be read is told, and the others are searched', async ({ launchApp, userData }) => {
  putOwnTexts(userData, [TREATY, SPEECH]);
  const { page } = await launchApp();
  // Damaged before it has been listed, it would not be in the library at all.
  await expect.poll(() => fs.existsSync(path.join(userData, 'library', 'catalogue.json'))).toBe(true);
  const folder = path.join(userData, 'library', TREATY.id, 'revisions');
  for (const name of fs.readdirSync(folder)) fs.writeFileSync(path.join(folder, name), 'damaged');
  await searchAllTexts(page, '前途命运');
  await expect(page.getByText('One text could not be read and was not searched.')).toBeVisible();
  await expect(results(page).getByRole('option')).toHaveCount(1);
});

test('nothing found is said of all texts, and the pane has no violations', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY, SPEECH]);
  const { page } = await launchApp();
  await searchAllTexts(page, '海洋法');
  await expect(page.getByText('All texts, notes and tags were searched.')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('searchbox').fill('主权');
  await expect(results(page).getByRole('option').first()).toBeVisible();
  await expectNoViolations(page);
});

test('with one text there is nothing to choose', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('主权');
  await expect(results(page).getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'All texts' })).toHaveCount(0);
});

test('the concordance is of all texts where that is wanted, and leads into another one', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY, SPEECH]);
  const { page } = await launchApp();
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('searchbox', { name: 'Word, phrase or beginning*' })).toBeFocused();
  await page.keyboard.insertText('主权');
  const inStatement = work.units.reduce(
    (sum, { segments }) => sum + (segments['zh-Hans'] ?? '').split('主权').length - 1,
    0,
  );
  await expect(page.getByRole('status').filter({ hasText: `${inStatement} lines` })).toBeVisible();
  await page.getByRole('radio', { name: 'All texts' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${inStatement + 1} lines` })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Treaty of Good-Neighborliness' });
  await expect(row).toContainText('缔约双方相互尊重主权和领土完整。');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Treaty of Good-Neighborliness');
  await expect(segment(page, 'p-2', 'zh-Hans')).toBeFocused();

  // What was looked up is still there for the next line, although another text is open.
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('searchbox', { name: 'Word, phrase or beginning*' })).toHaveValue('主权');
  await expect(page.getByRole('status').filter({ hasText: `${inStatement + 1} lines` })).toBeVisible();
  await page.getByRole('radio', { name: 'This text' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 line' })).toBeVisible();
});

test('results are drawn in their typeface from the first, also with characters that were never drawn before', async ({
  launchApp,
  userData,
}) => {
  const rare = '饕餮貔貅，魑魅魍魉';
  putOwnTexts(userData, [
    makeText('bronzes', '青铜器', 'Bronzes', [
      ['青铜器', 'Bronzes'],
      [`器上有${rare}。`, 'On them are beasts.'],
    ]),
  ]);
  const { page } = await launchApp();
  await searchAllTexts(page, '主权');
  await expect(results(page).getByRole('group').first()).toBeVisible();
  const canDraw = (text: string) => document.fonts.check('15px "Noto Serif SC Variable"', text);
  expect(await page.evaluate(canDraw, rare)).toBe(false);
  const firstSeen = await page.evaluateHandle((text) => {
    const seen = new Promise<boolean>((resolve) => {
      const observer = new MutationObserver(() => {
        const list = document.querySelector('[role="listbox"]');
        if (list?.textContent.includes(text) !== true) return;
        observer.disconnect();
        resolve(document.fonts.check('15px "Noto Serif SC Variable"', text));
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    return { seen };
  }, rare);
  await page.getByRole('searchbox').fill('青铜器 OR 器上有');
  expect(await firstSeen.evaluate(({ seen }) => seen)).toBe(true);
});
