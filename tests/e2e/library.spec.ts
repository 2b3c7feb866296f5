import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { serializeWork } from '../../core/text/work-file.ts';
import type { Work } from '../../core/text/work.ts';
import { expectNoViolations } from './axe.ts';
import { describeWords, putNotesOnDisk, saving, segment, waitForNotesOnDisk, work } from './desk.ts';
import { expect, test, type LaunchedApp } from './fixtures.ts';
import { makeOwnText, putOwnTexts } from './own-texts.ts';

const TITLE = 'Joint Statement on Cooperation in Information Space Development';

function makeText(id: string, chinese: string, english: string, sentence = 'All parties agree.'): Work {
  return makeOwnText(id, { 'zh-Hans': chinese, en: english }, [
    { id: 'title', kind: 'title', segments: { 'zh-Hans': chinese, en: english } },
    { id: 'first', kind: 'paragraph', segments: { 'zh-Hans': '各方一致同意。', en: sentence } },
  ]);
}

const TREATY = makeText('treaty', '边界条约', 'Treaty on the Border');
const SPEECH = makeText('speech', '开幕词', 'Opening Speech', 'Dear guests, welcome to the ceremony.');

async function showLibrary(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
}

function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Works' }).getByRole('row');
}

async function act(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${title}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Answers the system's dialogs, which ask where to save and what to open. */
async function choose(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

/** Starts the program with the treaty, and exports it from the library. */
async function exportTreaty(launchApp: () => Promise<LaunchedApp>, userData: string) {
  putOwnTexts(userData, [TREATY], 'docx');
  const file = path.join(userData, 'border.duizhao');
  const { app, page } = await launchApp();
  await choose(app, file);
  await showLibrary(page);
  await act(page, 'Treaty on the Border', 'Export the text…');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`Exported to ${file}`)).toBeVisible();
  return { file, app, page };
}

test('works are found by their titles, sorted as was chosen last, and opened', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY, SPEECH], 'docx');
  const { app, page } = await launchApp();
  await showLibrary(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).filter({ hasText: 'Opening Speech' })).toContainText('English 8 words');
  await expectNoViolations(page);

  await page.getByRole('searchbox', { name: 'Find a title' }).fill('邊界 TREATY');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Treaty on the Border');
  await page.getByRole('searchbox', { name: 'Find a title' }).fill('nothing of the kind');
  await page.getByRole('button', { name: 'Show all works' }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByLabel('Sort by').selectOption('Title');
  await expect(rows(page).first()).toContainText(TITLE);
  await expect(rows(page).last()).toContainText('Treaty on the Border');
  await page.getByLabel('Sort by').selectOption('Length');
  await expect(rows(page).last()).toContainText('Opening Speech');

  await rows(page).filter({ hasText: 'Opening Speech' }).click();
  await expect(segment(page, 'first', 'en')).toContainText('Dear guests');
  await page.keyboard.press('Shift+U');
  await showLibrary(page);
  await expect(rows(page).filter({ hasText: 'Opening Speech' })).toContainText('50 % read');
  await page.getByLabel('Sort by').selectOption('Last opened');
  await expect(rows(page).first()).toContainText('Opening Speech');
  await expect(saving(page)).toHaveText('Saved');
  await app.close();

  // The work that was opened last is opened again.
  const again = await launchApp();
  await expect(segment(again.page, 'first', 'en')).toContainText('Dear guests');
  await showLibrary(again.page);
  await expect(again.page.getByLabel('Sort by')).toHaveValue('opened');
});

test('a work is renamed for the interface, by keyboard, and the name is taken back', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY], 'docx');
  const { app, page } = await launchApp();
  await showLibrary(page);
  await rows(page).filter({ hasText: 'Treaty on the Border' }).click();
  await expect(segment(page, 'first', 'en')).toBeVisible();
  await showLibrary(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Actions for Treaty on the Border' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rename the work' });
  await dialog.getByRole('textbox', { name: 'English' }).fill('The border, 1997');
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(rows(page).filter({ hasText: 'The border, 1997' })).toContainText('边界条约');
  await expect(page.getByRole('banner')).toContainText('The border, 1997');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page).filter({ hasText: 'Treaty on the Border' })).toBeVisible();
  await act(page, 'Treaty on the Border', 'Rename…');
  await dialog.getByRole('textbox', { name: 'English' }).fill('The border');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByText('The work was renamed.')).toBeVisible();
  await app.close();
  const again = await launchApp();
  await expect(again.page.getByRole('banner')).toContainText('The border');
});

test('the details say where a work is from', async ({ launchApp, userData }) => {
  putOwnTexts(userData, [TREATY], 'docx');
  const { page } = await launchApp();
  await showLibrary(page);
  await act(page, 'Treaty on the Border', 'Details and provenance');
  const dialog = page.getByRole('dialog', { name: 'Details and provenance' });
  await expect(dialog.getByRole('list', { name: 'Editions' }).getByRole('listitem')).toHaveCount(2);
  await expect(dialog).toContainText('Source: China.org.cn');
  await expect(dialog).toContainText('From the file treaty.docx');
  await expect(dialog).toContainText('Added by you');
  await expectNoViolations(page);
});

test('a deleted work goes into the bin with its notes, and comes back with them', async ({
  launchApp,
  userData,
}) => {
  putOwnTexts(userData, [TREATY], 'docx');
  const { app, page } = await launchApp();
  await showLibrary(page);
  await rows(page).filter({ hasText: 'Treaty on the Border' }).click();
  await segment(page, 'first', 'en').focus();
  await page.keyboard.press('Shift+N');
  await page.keyboard.type('mind the river');
  await page.keyboard.press('Escape');
  await expect(saving(page)).toHaveText('Saved');

  await showLibrary(page);
  // A work that ships cannot be deleted.
  await page.getByRole('button', { name: `Actions for ${TITLE}` }).click();
  await expect(page.getByRole('menuitem', { name: 'Details and provenance' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await act(page, 'Treaty on the Border', 'Delete');
  await expect(page.getByText('“Treaty on the Border” is in the bin, with its notes.')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: 'Treaty on the Border' })).toContainText('1 note');

  await act(page, 'Treaty on the Border', 'Delete');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+3');
  await expect(page.getByText('mind the river')).toHaveCount(0);
  await app.close();

  const again = await launchApp();
  await showLibrary(again.page);
  await again.page.getByRole('button', { name: 'Bin…' }).click();
  const bin = again.page.getByRole('dialog', { name: 'Deleted works' });
  await expect(bin.getByRole('listitem')).toContainText('1 note');
  await expectNoViolations(again.page);
  await bin.getByRole('button', { name: 'Restore Treaty on the Border' }).click();
  await expect(bin.getByRole('listitem')).toHaveCount(0);
  await bin.getByRole('button', { name: 'Close' }).last().click();
  await rows(again.page).filter({ hasText: 'Treaty on the Border' }).click();
  await expect(again.page.getByText('mind the river')).toBeVisible();

  await showLibrary(again.page);
  await act(again.page, 'Treaty on the Border', 'Delete');
  await again.page.getByRole('button', { name: 'Bin…' }).click();
  await bin.getByRole('button', { name: 'Empty the bin' }).click();
  await expect(bin.getByRole('alert')).toContainText('This cannot be undone.');
  await bin.getByRole('button', { name: 'Erase for good' }).click();
  await expect(bin.getByText('The bin is empty.')).toBeVisible();
  await expect.poll(() => fs.readdirSync(path.join(userData, 'bin'))).toEqual([]);
});

test('a text goes to another laptop as one file, with its notes, and can be put into the bin again', async ({
  launchApp,
  userData,
}) => {
  const file = path.join(userData, 'border.duizhao');
  putOwnTexts(userData, [TREATY], 'docx');
  const { app, page } = await launchApp();
  await choose(app, file);
  await showLibrary(page);
  await rows(page).filter({ hasText: 'Treaty on the Border' }).click();
  await segment(page, 'first', 'en').focus();
  await page.keyboard.press('Shift+N');
  await page.keyboard.type('mind the river');
  await page.keyboard.press('Escape');
  await expect(saving(page)).toHaveText('Saved');
  await page.keyboard.press('Control+e');
  const exporting = page.getByRole('dialog', { name: 'Export the text' });
  await expectNoViolations(page);
  await exporting.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`Exported to ${file}`)).toBeVisible();
  expect(Object.keys(unzipSync(fs.readFileSync(file)))).toEqual([
    'manifest.json',
    'work.json',
    'notes.jsonld',
  ]);
  await app.close();
  for (const name of ['library', 'notes', 'settings.json']) {
    fs.rmSync(path.join(userData, name), { recursive: true, force: true });
  }

  // The other laptop.
  const there = await launchApp();
  await choose(there.app, file);
  await there.page.keyboard.press('Control+i');
  const opening = there.page.getByRole('dialog', { name: 'Open a Duizhao text' });
  await expect(opening).toContainText('This text is not in your library yet.');
  await expect(opening.getByRole('switch', { name: 'Add the note too' })).toBeChecked();
  await expectNoViolations(there.page);
  await opening.getByRole('button', { name: 'Add to the library' }).click();
  await expect(segment(there.page, 'first', 'en')).toContainText('All parties agree.');
  await expect(there.page.getByText('mind the river')).toBeVisible();

  await there.page.keyboard.press('Control+i');
  await expect(opening).toContainText('This text is in your library already, word for word.');
  await opening.getByRole('button', { name: 'Look at the notes…' }).click();
  const notes = there.page.getByRole('dialog', { name: 'Import notes' });
  await expect(notes).toContainText('border.duizhao');
  await notes.getByRole('button', { name: 'Close' }).last().click();

  await showLibrary(there.page);
  await expect(rows(there.page)).toHaveCount(2);
  await act(there.page, 'Treaty on the Border', 'Delete');
  await expect(rows(there.page)).toHaveCount(1);
  await there.page.keyboard.press('Control+i');
  await opening.getByRole('button', { name: 'Restore it' }).click();
  await expect(rows(there.page)).toHaveCount(2);
  await expect(rows(there.page).filter({ hasText: 'Treaty on the Border' })).toContainText('1 note');
});

test('what was added from a file is taken back into the bin', async ({ launchApp, userData }) => {
  const { file, app } = await exportTreaty(launchApp, userData);
  await app.close();
  fs.rmSync(path.join(userData, 'library'), { recursive: true });

  const again = await launchApp();
  await choose(again.app, file);
  await showLibrary(again.page);
  await again.page.getByRole('button', { name: 'Open a .duizhao file…' }).click();
  await again.page.getByRole('button', { name: 'Add to the library' }).click();
  await expect(again.page.getByText('“Treaty on the Border” is in your library now.')).toBeVisible();
  await expect(rows(again.page)).toHaveCount(2);
  await again.page.getByRole('button', { name: 'Undo' }).click();
  await expect(again.page.getByText('“Treaty on the Border” is in the bin, with its notes.')).toBeVisible();
  await expect(rows(again.page)).toHaveCount(1);
});

test('a file with another wording shows what replacing the text would do, then the notes that came along', async ({
  launchApp,
  userData,
}) => {
  const file = path.join(userData, 'statement.duizhao');
  putNotesOnDisk(userData, [
    {
      id: '00000000-0000-4000-8000-000000000001',
      kind: 'note',
      color: 'yellow',
      body: 'a note of mine',
      tags: [],
      isAnswered: false,
      scope: { type: 'words' },
      targets: [describeWords('item-1', 'zh-Hans', '网络主权')],
      created: '2026-03-09T08:05:00.000Z',
      modified: '2026-03-09T08:06:00.000Z',
    },
  ]);
  const { app, page } = await launchApp();
  await choose(app, file);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`Exported to ${file}`)).toBeVisible();
  await app.close();

  // Somebody has corrected the text in the file, which other programs can do, and its checksum.
  const { createHash } = await import('node:crypto');
  const corrected: Work = {
    ...work,
    units: work.units.map((unit) =>
      unit.id === 'place' ? { ...unit, segments: { ...unit.segments, en: 'Beijing, in summer' } } : unit,
    ),
    links: work.links.filter(({ unit }) => unit !== 'place'),
    remarks: work.remarks.filter(({ unit }) => unit !== 'place'),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(serializeWork(corrected)));
  const files = unzipSync(fs.readFileSync(file));
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as {
    files: { name: string; size: number; sha256: string }[];
  };
  manifest.files = manifest.files.map((each) =>
    each.name === 'work.json'
      ? { ...each, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
      : each,
  );
  fs.writeFileSync(
    file,
    zipSync({
      ...files,
      'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)),
      'work.json': bytes,
    }),
  );
  fs.rmSync(path.join(userData, 'notes'), { recursive: true });

  const again = await launchApp();
  await choose(again.app, file);
  await again.page.keyboard.press('Control+i');
  await expect(again.page.getByRole('dialog')).toContainText('in another wording');
  await again.page.getByRole('button', { name: 'See what would change' }).click();
  const preview = again.page.getByRole('dialog', { name: 'Replace the text?' });
  await expect(preview).toContainText('From the file statement.duizhao');
  await preview.getByRole('button', { name: 'Replace the text' }).click();
  await expect(segment(again.page, 'place', 'en')).toContainText('Beijing, in summer');
  const notes = again.page.getByRole('dialog', { name: 'Import notes' });
  await notes.getByRole('button', { name: 'Add these notes' }).click();
  const [note] = await waitForNotesOnDisk(userData, 1);
  expect(note?.body).toBe('a note of mine');
});

test('a file that is damaged, or none of ours, is refused in words', async ({ launchApp, userData }) => {
  const { app, page } = await launchApp();
  const file = path.join(userData, 'evil.duizhao');
  await choose(app, file);
  for (const [content, words] of [
    [Buffer.from('not a zip'), 'This is not a Duizhao text.'],
    [Buffer.from(zipSync({ '../../evil.sh': new Uint8Array(3) })), 'This is not a Duizhao text.'],
  ] as const) {
    fs.writeFileSync(file, content);
    await page.keyboard.press('Control+i');
    const dialog = page.getByRole('dialog', { name: 'evil.duizhao cannot be opened' });
    await expect(dialog).toContainText(words);
    await expect(dialog).toContainText('Nothing in your library has been changed.');
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  }
  expect(fs.existsSync(path.join(userData, 'evil.sh'))).toBe(false);
});

test('a file that is dropped on the window is opened', async ({ launchApp, userData }) => {
  const { file, page } = await exportTreaty(launchApp, userData);

  const dropped = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'border.duizhao'));
    return transfer;
  }, fs.readFileSync(file).toString('base64'));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await expect(page.getByText('Drop to import')).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Open a Duizhao text' })).toContainText('word for word');
});

test.describe('the text is exported', () => {
  for (const [label, ending, content] of [
    ['Translation memory (TMX)', 'tmx', '<tuv xml:lang="en">'],
    ['Table (TSV)', 'tsv', 'unit\tkind\tnumber\ten'],
    ['Web page (HTML)', 'html', '<th scope="col" lang="en">'],
    ['Word document (DOCX)', 'docx', 'PK'],
  ] as const) {
    test(`as ${ending}, in the editions that are wanted`, async ({ launchApp, userData }) => {
      const file = path.join(userData, `text.${ending}`);
      const { app, page } = await launchApp();
      await choose(app, file);
      await page.keyboard.press('Control+e');
      const dialog = page.getByRole('dialog', { name: 'Export the text' });
      await dialog.getByText(label).click();
      await dialog.getByText('Simplified Chinese').click();
      await dialog.getByRole('button', { name: 'Export…' }).click();
      await expect(page.getByText(`Exported to ${file}`)).toBeVisible();
      const written = fs.readFileSync(file, 'utf8');
      expect(written).toContain(content);
      expect(written).not.toContain('zh-Hans');
    });
  }
});

test('five hundred works are listed and scrolled without ado', async ({ launchApp, userData }) => {
  const many = Array.from({ length: 500 }, (_, index) =>
    makeText(`work-${index}`, `第${index}号文件`, `Document ${index}`),
  );
  putOwnTexts(userData, many, 'docx');
  const { page } = await launchApp();
  await showLibrary(page);
  await expect(page.getByText('501 works')).toBeVisible();
  await page.getByLabel('Sort by').selectOption('Title');
  await page.getByLabel('Sort by').press('Tab');
  await page.keyboard.press('End');
  await expect(page.getByRole('row', { name: TITLE })).toBeFocused();
  await page.getByRole('searchbox', { name: 'Find a title' }).fill('document 499');
  await expect(rows(page)).toHaveCount(1);
});
