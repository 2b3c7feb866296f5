import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { serializeNotebook } from '../../core/backup/notebook-content.ts';
import { serializeWork } from '../../core/text/work-file.ts';
import type { Unit, Work } from '../../core/text/work.ts';
import { openRevisionShelf } from '../../electron/main/storage/revision-shelf.ts';
import { expectNoViolations } from './axe.ts';
import {
  describeWords,
  notesFile,
  paintedMarks,
  putNotesOnDisk,
  readNotesOnDisk,
  segment,
  work,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

function makeNote(number: number, body: string, words: Annotation['targets'][number]): Annotation {
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    kind: 'note',
    color: 'yellow',
    body,
    tags: [],
    isAnswered: false,
    scope: { type: 'words' },
    targets: [words],
    created: '2026-03-09T08:05:00.000Z',
    modified: '2026-03-09T08:06:00.000Z',
  };
}

const STAYS = makeNote(1, 'stays', describeWords('item-2', 'en', 'cultural traditions'));
const MOVES = makeNote(2, 'moves', describeWords('item-1', 'zh-Hans', '网络主权'));
const LOST = makeNote(
  3,
  'loses its words',
  describeWords('item-3', 'en', unitText('item-3', 'en').slice(0, 40)),
);

function unitText(id: string, language: string): string {
  return work.units.find((unit) => unit.id === id)?.segments[language] ?? '';
}

/** The statement with its first clause put into itself: nobody can tell which of the words were there before. */
function repeat(): Work {
  const units = work.units.map((unit): Unit => {
    const text = unit.segments['zh-Hans'] ?? '';
    const repeated = text.slice(0, 8) + text + text.slice(8);
    return unit.id === 'item-1' ? { ...unit, segments: { ...unit.segments, 'zh-Hans': repeated } } : unit;
  });
  const stands = ({ unit }: { readonly unit: string }) => unit !== 'item-1';
  return { ...work, units, links: work.links.filter(stands), remarks: work.remarks.filter(stands) };
}

/** The statement with a word put before the first clause and the beginning of the third one written anew. */
function correct(): Work {
  const units = work.units.map((unit): Unit => {
    const { segments } = unit;
    if (unit.id === 'item-1') {
      return { ...unit, segments: { ...segments, 'zh-Hans': `（修订）${segments['zh-Hans'] ?? ''}` } };
    }
    if (unit.id === 'item-3')
      return { ...unit, segments: { ...segments, en: 'Wholly other words, agreed anew.' } };
    return unit;
  });
  // What is said about words of changed clauses would point beside them.
  const stands = ({ unit }: { readonly unit: string }) => unit !== 'item-1' && unit !== 'item-3';
  return { ...work, units, links: work.links.filter(stands), remarks: work.remarks.filter(stands) };
}

/** Puts notes and a file with the corrected text there; gives the file's path. */
function putCorrection(userData: string, notes: readonly Annotation[], corrected = correct()): string {
  putNotesOnDisk(userData, notes);
  const filePath = path.join(userData, 'corrected.json');
  fs.writeFileSync(filePath, JSON.stringify(serializeWork(corrected)));
  return filePath;
}

async function openFile(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

async function chooseFile(app: ElectronApplication, page: Page, filePath: string): Promise<void> {
  await openFile(app, filePath);
  await page.keyboard.press('Control+Shift+K');
  await page.getByRole('button', { name: 'Correct from a file…' }).click();
}

function textOf(page: Page) {
  return segment(page, 'item-1', 'zh-Hans');
}

test('a corrected text says what becomes of the notes, takes them along, and can be undone', async ({
  launchApp,
  userData,
}) => {
  const filePath = putCorrection(userData, [STAYS, MOVES, LOST]);
  const { app, page } = await launchApp();
  await chooseFile(app, page, filePath);

  const dialog = page.getByRole('dialog', { name: 'Replace the text?' });
  await expect(dialog.getByText('From the file corrected.json')).toBeVisible();
  await expect(dialog.getByText('2 clauses have other words, none is new, none is gone.')).toBeVisible();
  const counts = dialog.getByRole('list', { name: 'What becomes of your notes' });
  await expect(counts.getByRole('listitem')).toHaveText([
    '1 stays where it is',
    '1 moves with its words',
    '1 loses its words',
  ]);
  await expect(dialog.getByText('loses its words', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  // Nothing is changed yet.
  await expect(textOf(page)).not.toContainText('（修订）');
  expect(readNotesOnDisk(userData)).toHaveLength(3);

  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await expect(page.getByText('The text was replaced; 1 note has lost its words.')).toBeVisible();
  await expect(textOf(page)).toContainText('（修订）');
  await expectMarked(page, '网络主权');
  await expect.poll(() => startOnDisk(userData, MOVES)).toBe(start(MOVES) + 4);
  expect(fs.readdirSync(path.join(userData, 'backups')).some((name) => name.endsWith('-revision'))).toBe(
    true,
  );

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(textOf(page)).not.toContainText('（修订）');
  await expectMarked(page, '网络主权');
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([STAYS, MOVES, LOST]);

  await page.keyboard.press('Control+Shift+Z');
  await expect(textOf(page)).toContainText('（修订）');
  await expect.poll(() => startOnDisk(userData, MOVES)).toBe(start(MOVES) + 4);
});

/** Marks are drawn near the window only. */
async function expectMarked(page: Page, words: string): Promise<void> {
  await textOf(page).scrollIntoViewIfNeeded();
  await expect.poll(async () => Object.values(await paintedMarks(page)).flat()).toContain(words);
}

function startOnDisk(userData: string, { id }: Annotation): number | undefined {
  const found = readNotesOnDisk(userData).find((note) => note.id === id);
  return found === undefined ? undefined : start(found);
}

function start({ targets }: Annotation): number {
  return targets[0]?.selector[1].start ?? -1;
}

test('a corrected text is there after a restart, is searched, and the earlier one can be returned to', async ({
  launchApp,
  userData,
}) => {
  const filePath = putCorrection(userData, [STAYS, MOVES, LOST]);
  const first = await launchApp();
  await chooseFile(first.app, first.page, filePath);
  await first.page.getByRole('button', { name: 'Replace the text' }).click();
  await expect(textOf(first.page)).toContainText('（修订）');
  await first.app.close();
  fs.rmSync(filePath);

  const { page } = await launchApp();
  await expect(textOf(page)).toContainText('（修订）');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('修订');
  await expect(page.getByRole('option').first()).toContainText('修订');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+K');
  const list = page.getByRole('list', { name: 'Revisions on this computer' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').filter({ hasText: 'corrected.json' })).toContainText('Being read');
  await list.getByRole('button', { name: /See what changes/ }).click();
  const counts = page.getByRole('list', { name: 'What becomes of your notes' });
  // The words of the third note stand again.
  await expect(counts.getByRole('listitem').nth(2)).toHaveText('0 lose their words');
  await page.getByRole('button', { name: 'Replace the text' }).click();
  await expect(textOf(page)).not.toContainText('（修订）');
  await expect(page.getByText('every note has its place')).toBeVisible();
});

test('a note that is called detached is not put on look-alikes, also after a restart, until the earlier text is back', async ({
  launchApp,
  userData,
}) => {
  const filePath = putCorrection(userData, [STAYS, MOVES], repeat());
  const first = await launchApp();
  await chooseFile(first.app, first.page, filePath);
  const counts = first.page.getByRole('list', { name: 'What becomes of your notes' });
  await expect(counts.getByRole('listitem').nth(2)).toHaveText('1 loses its words');
  await first.page.getByRole('button', { name: 'Replace the text' }).click();
  await expectDetached(first.page);
  await expect.poll(() => readNotesOnDisk(userData)[1]?.targets[0]?.orphanedFrom).toMatch(/^[0-9a-f]{64}$/u);
  await first.app.close();

  const { page } = await launchApp();
  await expectDetached(page);
  await page.getByRole('button', { name: '1 detached note' }).click();
  // The reader may put it there.
  const dialog = page.getByRole('dialog', { name: 'Detached notes' });
  await expect(dialog.getByRole('list', { name: /places/i }).getByRole('button')).not.toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+K');
  const list = page.getByRole('list', { name: 'Revisions on this computer' });
  await list.getByRole('button', { name: /See what changes/ }).click();
  await page.getByRole('button', { name: 'Replace the text' }).click();
  await expect(page.getByText('every note has its place')).toBeVisible();
  await expectMarked(page, '网络主权');
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([STAYS, MOVES]);
});

/** The note on the first clause is nowhere in the text; the other one, which is painted with it, is. */
async function expectDetached(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '1 detached note' })).toBeVisible();
  await expectMarked(page, 'cultural traditions');
  expect(Object.values(await paintedMarks(page)).flat()).toEqual(['cultural traditions']);
}

test('what cannot become the text says why and changes nothing', async ({ launchApp, userData }) => {
  const { app, page } = await launchApp();
  const file = (name: string, content: string): string => {
    const filePath = path.join(userData, name);
    fs.writeFileSync(filePath, content);
    return filePath;
  };
  const bad: readonly (readonly [string, RegExp])[] = [
    [file('broken.json', '{"schema":1,'), /The file is not JSON/],
    [file('list.json', '[]'), /not a text Duizhao can read/],
    [
      file('other.json', JSON.stringify(serializeWork({ ...work, id: 'poem' }))),
      /holds another text \(poem\)/,
    ],
  ];
  for (const [filePath, reason] of bad) {
    await chooseFile(app, page, filePath);
    const dialog = page.getByRole('dialog', { name: `${path.basename(filePath)} cannot become the text` });
    await expect(dialog).toContainText(reason);
    await expect(dialog).toContainText('Nothing was changed.');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  // The very text that is read.
  await chooseFile(app, page, file('same.json', JSON.stringify(serializeWork(work))));
  await expect(page.getByText('There is nothing to replace.')).toBeVisible();
});

for (const [folder, reason] of [
  ['backups', /^Nothing was changed: the notes could not be backed up first/],
  ['library', /^Nothing was changed: the new text could not be kept/],
] as const) {
  test(`where there is no place for ${folder}, the text is not replaced`, async ({ launchApp, userData }) => {
    const filePath = putCorrection(userData, [STAYS, MOVES]);
    fs.writeFileSync(path.join(userData, folder), 'a file in place of the folder');
    const { app, page } = await launchApp();
    await chooseFile(app, page, filePath);
    const dialog = page.getByRole('dialog', { name: 'Replace the text?' });
    await dialog.getByRole('button', { name: 'Replace the text' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(reason);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(textOf(page)).not.toContainText('（修订）');
    expect(readNotesOnDisk(userData)).toEqual([STAYS, MOVES]);
  });
}

/** A computer on which the notes were written on another text than this version of the program brings. */
function putOlderText(userData: string): void {
  const shelf = openRevisionShelf(path.join(userData, 'library'), () => new Date(Date.UTC(2026, 2, 9)));
  const kept = shelf.keep({ work: correct(), origin: 'bundled', name: '' });
  if (!kept.ok) throw new Error(kept.failure.detail);
  putNotesOnDisk(userData, []);
  const notebook = { annotations: [STAYS], bin: [], progress: {}, revision: kept.value };
  fs.writeFileSync(notesFile(userData), serializeNotebook(notebook));
}

test('a text that a new version brings is offered, and taken only when the reader says so', async ({
  launchApp,
  userData,
}) => {
  putOlderText(userData);
  const first = await launchApp();
  await expect(textOf(first.page)).toContainText('（修订）');
  await expect(first.page.getByText('This version of Duizhao brings a corrected text')).toBeVisible();
  await first.app.close();

  const { app, page } = await launchApp();
  await page.getByRole('button', { name: 'See what changes…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the text?' });
  await expect(dialog.getByText('Came with Duizhao')).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toHaveText('1 stays where it is');
  await dialog.getByRole('button', { name: 'Replace the text' }).click();
  await expect(textOf(page)).not.toContainText('（修订）');
  await app.close();

  const last = await launchApp();
  await expect(textOf(last.page)).not.toContainText('（修订）');
  await expect(last.page.getByText('This version of Duizhao brings a corrected text')).toHaveCount(0);
});

test('a text that was declined is not offered again', async ({ launchApp, userData }) => {
  putOlderText(userData);
  const first = await launchApp();
  await first.page.getByRole('button', { name: 'See what changes…' }).click();
  await first.page.getByRole('button', { name: 'Keep the present text' }).click();
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await first.app.close();

  const { page } = await launchApp();
  await expect(textOf(page)).toContainText('（修订）');
  await expect(page.getByText('This version of Duizhao brings a corrected text')).toHaveCount(0);
});

test('where the text of the notes is gone, the shipped one is read and that is said', async ({
  launchApp,
  userData,
}) => {
  putOlderText(userData);
  fs.rmSync(path.join(userData, 'library'), { recursive: true });
  const { page } = await launchApp();
  await expect(page.getByRole('alert')).toContainText('cannot be read');
  await expect(textOf(page)).not.toContainText('（修订）');
  expect(readNotesOnDisk(userData)).toEqual([STAYS]);
});
