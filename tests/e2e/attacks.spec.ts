import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { ON_WORDS, type Annotation } from '../../core/annotation/annotation.ts';
import { EMPTY_NOTEBOOK } from '../../core/annotation/notebook.ts';
import { writeJsonLd } from '../../core/formats/note-files/write-json-ld.ts';
import { findChromium } from '../../tools/electron-standin/chromium/find-chromium.ts';
import { ATTACKS, NO_HARM, setOff, settle, watchForHarm, type Harm } from './canary.ts';
import { margin, putNotesOnDisk, readNotesOnDisk, saving, selectWords, work } from './desk.ts';
import { expect, test, type LaunchedApp } from './fixtures.ts';

/** Notes whose text and tag are attack strings, spread over the clauses. */
const NOTES: readonly Annotation[] = ATTACKS.map((attack, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  kind: index % 2 === 0 ? 'note' : 'question',
  color: 'yellow',
  body: attack,
  tags: [attack.slice(0, 100)],
  isAnswered: false,
  scope: { type: 'unit', unit: unitAt(index) },
  targets: [],
  created: '2026-03-09T08:05:00.000Z',
  modified: '2026-03-09T08:06:00.000Z',
}));

/** The same attack strings as the words that notes stand on; no text holds them, so these notes are detached. */
const QUOTES: readonly Annotation[] = NOTES.map((note, index) => ({
  ...note,
  id: note.id.replace(/^0/, '1'),
  scope: ON_WORDS,
  targets: [
    {
      unit: unitAt(index),
      language: 'en',
      selector: [
        { type: 'TextQuoteSelector', exact: note.body, prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: 0, end: note.body.length },
      ],
    },
  ],
}));

function unitAt(index: number): string {
  return work.units[index % work.units.length]?.id ?? '';
}

/** Chooses a file of notes for the import and waits for what the program says of it. */
async function chooseNotes({ app, page }: LaunchedApp, file: string, notes: readonly Annotation[]) {
  const stamp = { id: 'fc21b1c2-0a0c-4b0e-8f1e-3d6e1f0b2a11', time: '2026-03-10T00:00:00.000Z' };
  fs.writeFileSync(file, writeJsonLd([{ work, notebook: { ...EMPTY_NOTEBOOK, annotations: notes } }], stamp));
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await page.keyboard.press('Control+Shift+O');
  const dialog = page.getByRole('dialog', { name: 'Import notes' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Takes notes in that somebody has sent, under watch from before the first of them. */
async function takeIn(launched: LaunchedApp, userData: string, notes: readonly Annotation[]): Promise<Harm> {
  const { page } = launched;
  const harm = await watchForHarm(page);
  const dialog = await chooseNotes(launched, path.join(userData, 'sent.jsonld'), notes);
  await dialog.getByRole('button', { name: 'Add these notes' }).click();
  await expect(page.getByText(`${notes.length} notes added`)).toBeVisible();
  return harm;
}

/** Walks through the list of notes to its end, or to the first harm; how many rows were seen. */
async function walkThroughList(page: Page, harm: Harm): Promise<number> {
  const grid = page.getByRole('grid');
  const seen = new Set<string>();
  let isAtEnd = false;
  while (!isAtEnd) {
    await expect(grid.getByRole('row').first()).toBeVisible();
    await expect.poll(() => grid.evaluate(countPendingInView)).toBe(0);
    await setOff(page, '[role=row]');
    await settle(page);
    expect(harm).toEqual(NO_HARM);
    const found = await grid.evaluate((list) => {
      const view = list.parentElement;
      if (view === null) throw new Error('the list has no view');
      const rows = [...list.querySelectorAll<HTMLElement>('[role=row][aria-busy=false]')];
      const before = view.scrollTop;
      view.scrollBy(0, view.clientHeight * 0.8);
      return { rows: rows.map((row) => row.dataset['index'] ?? ''), isAtEnd: view.scrollTop === before };
    });
    for (const row of found.rows) seen.add(row);
    ({ isAtEnd } = found);
  }
  return seen.size;
}

/** Rows that are still being fetched; those beyond the edge wait until they are wanted. */
function countPendingInView(list: Element): number {
  const view = list.parentElement?.getBoundingClientRect();
  return [...list.querySelectorAll('[role=row][aria-busy=true]')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return view !== undefined && bottom > view.top && top < view.bottom;
  }).length;
}

test.slow();

test('attack strings in notes do nothing beside the text', async ({ launchApp, userData }) => {
  const launched = await launchApp();
  const { page } = launched;
  const title = await page.title();
  const harm = await takeIn(launched, userData, NOTES);
  let cards = 0;
  for (const { id } of work.units) {
    const here = margin(page, id);
    const expected = NOTES.filter(({ scope }) => scope.type === 'unit' && scope.unit === id).length;
    const more = here.getByRole('button', { name: /^\d+ more/ });
    // Cards that come make rows taller, and what is then far from the window has no cards.
    await expect(async () => {
      await page.locator(`[data-row="${id}"]`).evaluate((row) => row.scrollIntoView());
      if ((await more.count()) > 0) await more.click({ timeout: 5000 });
      expect(await here.getByRole('article').count()).toBe(expected);
    }).toPass();
    await setOff(page, `[data-row="${id}"] article`);
    await settle(page);
    expect(harm).toEqual(NO_HARM);
    cards += expected;
  }
  expect(cards).toBe(ATTACKS.length);

  const [first] = NOTES;
  const card = page.locator(`[data-annotation="${first?.id}"]`);
  await page.keyboard.press('Home');
  await page.locator(`[data-row="${unitAt(0)}"]`).evaluate((row) => row.scrollIntoView());
  await card.dblclick();
  await expect(card.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(first?.body ?? '');
  await setOff(page, 'article');
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await page.keyboard.type('__pwn');
  await expect(page.getByRole('option').filter({ hasText: '__pwn' }).first()).toBeVisible();
  await setOff(page, '[role=complementary], aside, [role=option]');
  await settle(page);
  expect(harm).toEqual(NO_HARM);
  expect(await page.title()).toBe(title);
});

test('attack strings as text, tags and words of notes do nothing in the list of all notes', async ({
  launchApp,
  userData,
}) => {
  const launched = await launchApp();
  const { page } = launched;
  const harm = await takeIn(launched, userData, [...NOTES, ...QUOTES]);
  await page.keyboard.press('Control+3');
  expect(await walkThroughList(page, harm)).toBe(2 * ATTACKS.length);
  await setOff(page, '[aria-label="Show only"]');
  await settle(page);
  expect(harm).toEqual(NO_HARM);
  expect(readNotesOnDisk(userData)).toHaveLength(2 * ATTACKS.length);
});

test('attack strings in a file of notes do nothing where both versions are shown', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [...NOTES, ...QUOTES]);
  const launched = await launchApp();
  const { page } = launched;
  const harm = await watchForHarm(page);
  const sent = [...NOTES, ...QUOTES].map((note) => ({
    ...note,
    body: `${note.body} `,
    modified: '2026-03-12T00:00:00.000Z',
  }));
  const dialog = await chooseNotes(launched, path.join(userData, 'sent.jsonld'), sent);
  await dialog.getByText(/^Both versions of/).click();
  await expect(dialog.getByText('__pwn').first()).toBeVisible();
  await setOff(page, '[role=dialog]');
  await settle(page);
  expect(harm).toEqual(NO_HARM);
});

test('attack strings do nothing in an exported page, in a browser that runs scripts', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [...NOTES, ...QUOTES]);
  const { app, page } = await launchApp();
  const file = path.join(userData, 'notes.html');
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  await dialog.getByText('Web page (HTML)', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`notes exported to ${file}`)).toBeVisible();

  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium to open the page with');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext();
    // Nothing is to leave this computer, whatever becomes of the test; what would have left is written down all the same.
    await context.route(/^(?!file:)/, (route) => route.abort());
    const exported = await context.newPage();
    await exported.goto('about:blank');
    const harm = await watchForHarm(exported);
    // What the page does while it is read counts too: it is watched from its first letter.
    await exported.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        const report = Reflect.get(window, '__stopped') as (what: string) => void;
        report(`${effectiveDirective} ${blockedURI} ${sample}`);
      });
    });
    await exported.goto(pathToFileURL(file).href);
    expect(await exported.evaluate('1 + 1')).toBe(2);
    await expect(exported.getByRole('article')).toHaveCount(2 * ATTACKS.length);
    await setOff(exported, 'body');
    await settle(exported);
    const own = pathToFileURL(file).href;
    expect({
      ...harm,
      requested: harm.requested.filter((url) => url !== own),
      opened: harm.opened.filter((url) => url !== own),
    }).toEqual(NO_HARM);
    expect(await exported.title()).toBe('Notes');
  } finally {
    await browser.close();
  }
});

test('rich text that is pasted into a note comes as its plain words', async ({ launchApp, userData }) => {
  const { page } = await launchApp();
  const harm = await watchForHarm(page);
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('n');
  const field = margin(page, 'item-1').getByRole('textbox', { name: 'Note', exact: true });
  await expect(field).toBeFocused();
  for (const [plain, pasted] of [
    ['plain words', 'plain words'],
    // What has no words but rich ones gives nothing, or their letters.
    ['', ''],
  ] as const) {
    await page.keyboard.type('x');
    await page.keyboard.press('Control+a');
    await putOnClipboard(page, { plain, rich: ATTACKS.join('\n') });
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+v');
    await settle(page);
    await expect(field).toHaveValue(pasted);
  }
  await page.keyboard.type('kept');
  await page.keyboard.press('Escape');
  await expect(saving(page)).toHaveText('Saved');
  await settle(page);
  expect(harm).toEqual(NO_HARM);
  expect(readNotesOnDisk(userData).map(({ body }) => body)).toEqual(['kept']);
});

/** The next copying puts this on the clipboard, as a browser does that copies from a page. */
async function putOnClipboard(
  page: Page,
  content: { readonly plain: string; readonly rich: string },
): Promise<void> {
  await page.evaluate(({ plain, rich }) => {
    document.addEventListener(
      'copy',
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (plain !== '') event.clipboardData?.setData('text/plain', plain);
        event.clipboardData?.setData('text/html', rich);
      },
      { once: true, capture: true },
    );
  }, content);
}
