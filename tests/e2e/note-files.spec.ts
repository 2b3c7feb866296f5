import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { EMPTY_NOTEBOOK } from '../../core/annotation/notebook.ts';
import { writeJsonLd } from '../../core/formats/note-files/write-json-ld.ts';
import {
  describeWords,
  margin,
  putNotesOnDisk,
  readNotesOnDisk,
  segment,
  waitForNotesOnDisk,
  work,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

const QUESTION: Annotation = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'question',
  color: 'red',
  body: 'Why not **信息主权**?',
  tags: ['主权', 'term'],
  isAnswered: false,
  scope: { type: 'words' },
  targets: [describeWords('item-1', 'zh-Hans', '网络主权')],
  created: '2026-03-09T08:05:00.000Z',
  modified: '2026-03-09T08:06:00.000Z',
};

const HIGHLIGHT: Annotation = {
  ...QUESTION,
  id: '00000000-0000-4000-8000-000000000002',
  kind: 'highlight',
  color: 'green',
  body: '',
  tags: [],
  targets: [
    describeWords('item-2', 'en', 'cultural traditions'),
    describeWords('item-2', 'zh-Hans', '文化传统'),
  ],
};

/** From now on whoever is asked for a place to save to answers with this path. */
async function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

/** Exports the notes of the text in a format and gives what the file holds. */
async function exportAs(
  app: ElectronApplication,
  page: Page,
  format: string,
  filePath: string,
): Promise<string> {
  await saveTo(app, filePath);
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  await dialog.getByText(format, { exact: true }).click();
  await expect(dialog.getByText('2 notes')).toBeVisible();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`2 notes exported to ${filePath}`)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  return fs.readFileSync(filePath, 'utf8');
}

test('notes are exported in every format, with the words in both languages', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [QUESTION, HIGHLIGHT]);
  const { app, page } = await launchApp();
  const file = (name: string): string => path.join(userData, name);

  const markdown = await exportAs(app, page, 'Markdown', file('notes.md'));
  expect(markdown).toContain('## 1 ');
  expect(markdown).toContain('> 网络主权\n>\n> ');
  expect(markdown).toContain('*(counterpart)*');
  expect(markdown).toContain('**question · open · doubtful** #主权 #term\n\nWhy not **信息主权**?');
  expect(markdown).toContain('> 文化传统\n>\n> cultural traditions\n\n**highlight · good rendering**');

  const html = await exportAs(app, page, 'Web page (HTML)', file('notes.html'));
  expect(html).toContain('<blockquote lang="zh-Hans">网络主权</blockquote>');
  expect(html).toContain('<blockquote lang="en" class="answer">');

  const csv = await exportAs(app, page, 'Table (CSV)', file('notes.csv'));
  expect(csv.startsWith('\uFEFFText,Number,Clause,Kind,State,Colour,Words (zh-Hans),Words (en),')).toBe(true);
  expect(csv).toContain('"主权, term"');

  const text = await exportAs(app, page, 'Plain text', file('notes.txt'));
  expect(text).toContain('“网络主权”');

  const jsonLd = JSON.parse(await exportAs(app, page, 'Web Annotation (JSON-LD)', file('notes.jsonld'))) as {
    readonly first: { readonly items: readonly object[] };
  };
  expect(jsonLd).toMatchObject({ type: 'AnnotationCollection', total: 2 });
  expect(jsonLd.first.items[0]).toMatchObject({
    id: `urn:uuid:${QUESTION.id}`,
    motivation: 'questioning',
    target: [
      { source: 'urn:duizhao:work:joint-statement-2016#item-1', selector: [{ exact: '网络主权' }, {}] },
    ],
  });
});

/** From now on whoever is asked for a file to open answers with this path. */
async function openFrom(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

/** Writes a file of the notes as this program exports them. */
function putNoteFile(filePath: string, annotations: readonly Annotation[]): void {
  const notebook = { ...EMPTY_NOTEBOOK, annotations };
  const stamp = { id: 'fc21b1c2-0a0c-4b0e-8f1e-3d6e1f0b2a11', time: '2026-03-10T00:00:00.000Z' };
  fs.writeFileSync(filePath, writeJsonLd([{ work, notebook }], stamp));
}

test('notes come into an empty program as they left another one, and Undo takes them back', async ({
  launchApp,
  userData,
}) => {
  const file = path.join(userData, 'notes.jsonld');
  putNoteFile(file, [QUESTION, HIGHLIGHT]);
  const { app, page } = await launchApp();
  await openFrom(app, file);
  await page.keyboard.press('Control+Shift+O');
  const dialog = page.getByRole('dialog', { name: 'Import notes' });
  await expect(dialog.getByText('2 new notes')).toBeVisible();
  await expect(dialog.getByText('Nothing has been changed yet.', { exact: false })).toBeVisible();
  expect(readNotesOnDisk(userData)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add these notes' }).click();
  await expect(page.getByText('2 notes added')).toBeVisible();
  expect(await waitForNotesOnDisk(userData, 2)).toEqual([QUESTION, HIGHLIGHT]);
  await segment(page, 'item-1', 'en').scrollIntoViewIfNeeded();
  await expect(margin(page, 'item-1').getByRole('article')).toHaveCount(1);

  await page.keyboard.press('Control+Shift+O');
  await expect(dialog.getByText('You already have everything this file holds.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Add these notes' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await waitForNotesOnDisk(userData, 0);
});

test('a key pressed in the moment the dialog closes is not lost', async ({ launchApp, userData }) => {
  const { app, page } = await launchApp();
  const file = path.join(userData, 'shared.jsonld');
  putNoteFile(file, [QUESTION]);
  await openFrom(app, file);
  await page.keyboard.press('Control+Shift+O');
  const dialog = page.getByRole('dialog', { name: 'Import notes' });
  await expect(dialog).toBeVisible();
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[role=dialog]') !== null) return;
      observer.disconnect();
      const key = { key: '3', code: 'Digit3', ctrlKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    }).observe(document.body, { childList: true, subtree: true });
  });
  await dialog.getByRole('button', { name: 'Add these notes' }).click();
  await expect(page.getByRole('heading', { name: 'Notes', exact: true })).toBeVisible();
});

test('a note changed here and in the file is shown, and both versions are kept', async ({
  launchApp,
  userData,
}) => {
  const file = path.join(userData, 'notes.jsonld');
  putNoteFile(file, [{ ...QUESTION, body: 'From the file', modified: '2026-03-12T00:00:00.000Z' }]);
  putNotesOnDisk(userData, [QUESTION]);
  const { app, page } = await launchApp();
  await openFrom(app, file);
  await page.keyboard.press('Control+Shift+O');
  const dialog = page.getByRole('dialog', { name: 'Import notes' });
  await expect(dialog.getByText('1 note changed here and in the file: both versions are kept')).toBeVisible();
  await dialog.getByText('Both versions of 1 note').click();
  await expect(dialog.getByText('From the file')).toBeVisible();
  await expect(dialog.getByText('Why not **信息主权**?')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add these notes' }).click();
  const kept = await waitForNotesOnDisk(userData, 2);
  expect(kept.map(({ body }) => body).toSorted()).toEqual(['From the file', 'Why not **信息主权**?']);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await waitForNotesOnDisk(userData, 1)).toEqual([QUESTION]);
});

test('a damaged file is refused in a sentence, and nothing is taken from it', async ({
  launchApp,
  userData,
}) => {
  const file = path.join(userData, 'notes.jsonld');
  putNoteFile(file, [QUESTION, HIGHLIGHT]);
  const whole = fs.readFileSync(file, 'utf8');
  const { app, page } = await launchApp();
  await openFrom(app, file);
  const dialog = page.getByRole('dialog', { name: 'Duizhao cannot read notes.jsonld' });
  for (const [content, sentence] of [
    [whole.slice(0, -300), 'It is damaged or not a file of notes: it is not whole JSON text.'],
    [whole.replace('"red"', '"pink"'), 'At first.items[0].color'],
    ['{}', 'It holds no annotations.'],
  ] as const) {
    fs.writeFileSync(file, content);
    await page.keyboard.press('Control+Shift+O');
    await expect(dialog.getByText(sentence, { exact: false })).toBeVisible();
    await expect(dialog.getByText('Nothing was taken from the file, and nothing was changed.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  expect(readNotesOnDisk(userData)).toEqual([]);
});

test('an export that cannot be written says why, and a cancelled one leaves the dialog open', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [QUESTION, HIGHLIGHT]);
  const { app, page } = await launchApp();
  const asked = await app.evaluateHandle(({ dialog }) => {
    const counter = { times: 0 };
    dialog.showSaveDialog = () => {
      counter.times += 1;
      return Promise.resolve({ canceled: true, filePath: '' });
    };
    return counter;
  });
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  // Whoever answers anew before the question was asked would answer this one.
  await expect.poll(() => asked.evaluate(({ times }) => times)).toBe(1);
  await expect(dialog).toBeVisible();
  fs.writeFileSync(path.join(userData, 'obstacle'), '');
  await saveTo(app, path.join(userData, 'obstacle', 'notes.jsonld'));
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('The notes could not be exported: there is no such folder.')).toBeVisible();
});

test('what will be exported is shown before', async ({ launchApp, userData }) => {
  putNotesOnDisk(userData, [QUESTION, HIGHLIGHT]);
  const { page } = await launchApp();
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  await dialog.getByText('Plain text', { exact: true }).click();
  await expect(dialog.getByRole('figure')).toContainText('“网络主权”');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
