import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { launchApp as launchUntil } from '../../tools/launch-app.ts';
import {
  currentUnit,
  describeWords,
  margin,
  notesFile,
  paintedMarks,
  readNotesOnDisk,
  saving,
  segment,
  selectWords,
  waitForNotesOnDisk,
  waitForSavedTime,
  watchSaving,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

function alarm(page: Page) {
  return page.getByRole('contentinfo', { name: 'Status' }).getByRole('alert');
}

/** Begins a note on Chinese words and gives its field. */
async function beginNote(page: Page, unit: string, words: string) {
  await selectWords(page, unit, 'zh-Hans', words);
  await page.keyboard.press('n');
  return margin(page, unit)
    .getByRole('article', { name: `Note on “${words}”` })
    .getByRole('textbox', { name: 'Note', exact: true });
}

test('what cannot be saved is said at once and stays on the page until it can', async ({
  launchApp,
  userData,
}) => {
  const obstacle = path.join(userData, 'notes');
  fs.writeFileSync(obstacle, 'not a folder');
  const { page } = await launchApp();
  await selectWords(page, 'item-7', 'en', 'management');
  await page.keyboard.press('4');
  await expect(alarm(page)).toContainText('Not saved');
  await expect(alarm(page)).toContainText('Something else stands where Duizhao’s own folder should be.');

  const field = await beginNote(page, 'item-1', '网络主权');
  await page.keyboard.type('kept in the window');
  await expect(alarm(page)).toContainText('Not saved');
  await expect(field).toHaveValue('kept in the window');
  await page.keyboard.press('Escape');
  await alarm(page).getByRole('button', { name: 'Try again' }).click();
  await expect(alarm(page)).toContainText('Not saved');
  expect(fs.readFileSync(obstacle, 'utf8')).toBe('not a folder');

  const onDisk: (readonly Annotation[])[] = [];
  await watchSaving(page, () => onDisk.push(readNotesOnDisk(userData)));
  fs.rmSync(obstacle);
  await alarm(page).getByRole('button', { name: 'Try again' }).click();
  await expect(saving(page)).toHaveText('Saved');
  await expect
    .poll(() => onDisk.at(-1))
    .toMatchObject([
      { kind: 'highlight', color: 'red', targets: [describeWords('item-7', 'en', 'management')] },
      { kind: 'note', body: 'kept in the window', targets: [describeWords('item-1', 'zh-Hans', '网络主权')] },
    ]);
  await expect(alarm(page)).toHaveCount(0);
});

test('a disk without room keeps the old file whole, and takes everything once there is room', async ({
  launchApp,
  userData,
}) => {
  const folder = path.dirname(notesFile(userData));
  fs.mkdirSync(folder);
  const obstacle = prepareObstacle(folder);
  try {
    const { page } = await launchApp();
    await beginNote(page, 'item-1', '网络主权');
    await page.keyboard.type('before');
    await page.keyboard.press('Escape');
    await expect.poll(() => readNotesOnDisk(userData)[0]?.body).toBe('before');
    await expect(saving(page)).toHaveText('Saved');
    const before = readNotesOnDisk(userData);

    obstacle.put();
    const field = await beginNote(page, 'item-4', '数字鸿沟');
    const long = '弥合数字鸿沟 to bridge the digital divide. '.repeat(200);
    await field.fill(long);
    await expect(alarm(page)).toContainText('Not saved');
    await expect(alarm(page)).toContainText(obstacle.reason);
    await expect(field).toHaveValue(long);
    expect(readNotesOnDisk(userData)[0]).toEqual(before[0]);
    await page.keyboard.press('Escape');
    expect(await paintedMarks(page)).toEqual({ 'mark-yellow-0': ['网络主权', '数字鸿沟'] });

    obstacle.remove();
    await alarm(page).getByRole('button', { name: 'Try again' }).click();
    await expect(saving(page)).toHaveText('Saved');
    expect(readNotesOnDisk(userData).map(({ body }) => body)).toEqual(['before', long]);
    expect(fs.readdirSync(folder).filter((name) => !/^[a-z0-9-]+\.(json|journal)$/u.test(name))).toEqual([]);
  } finally {
    obstacle.end();
  }
});

test('damaged notes are kept to the byte and said to be damaged, and the next note is on disk', async ({
  launchApp,
  userData,
}) => {
  const cut = '{"schemaVersion":2,"annotations":[],"bin":[],"progress":{"item-1":"re';
  fs.mkdirSync(path.dirname(notesFile(userData)));
  fs.writeFileSync(notesFile(userData), cut);
  const { app, page } = await launchApp();
  const notice = page.getByRole('alert').filter({ hasText: 'was damaged and there was no backup' });
  await expect(notice).toContainText(`${notesFile(userData)}.damaged-`);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('1');
  await waitForNotesOnDisk(userData, 1);
  await app.close();
  const folder = path.dirname(notesFile(userData));
  const kept = fs.readdirSync(folder).filter((name) => name.includes('.damaged-'));
  expect(kept.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))).toEqual([cut]);
});

test('damaged notes give way to their newest backup, and the reader is told of which day', async ({
  launchApp,
  userData,
}) => {
  const first = await launchApp();
  await selectWords(first.page, 'item-1', 'zh-Hans', '网络主权');
  await first.page.keyboard.press('1');
  await waitForNotesOnDisk(userData, 1);
  // A backup is made when the program ends.
  await first.app.close();
  fs.truncateSync(notesFile(userData), 200);

  const { page } = await launchApp();
  await expect(page.getByRole('alert')).toContainText('The notes you see are those of the backup of');
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['网络主权'] });
  expect(readNotesOnDisk(userData)).toHaveLength(1);
});

test('notes of a newer version are refused and left as they are', async ({ userData }) => {
  const newer = JSON.stringify({ schemaVersion: 9, annotations: [{ id: 'of another shape' }] });
  fs.mkdirSync(path.dirname(notesFile(userData)));
  fs.writeFileSync(notesFile(userData), newer);
  const { app, page } = await launchUntil({ userData, ready: 'main p' });
  await expect(page.getByRole('main')).toContainText('newer Duizhao');
  await app.close();
  expect(fs.readFileSync(notesFile(userData), 'utf8')).toBe(newer);
  expect(fs.readdirSync(path.dirname(notesFile(userData)))).toHaveLength(1);
});

test('damaged settings give way to the usual ones, and are put aside only when something is changed', async ({
  launchApp,
  userData,
}) => {
  const damaged = '{"schemaVersion": 1, "settings": {"theme": "dark", "langu';
  const file = path.join(userData, 'settings.json');
  fs.writeFileSync(file, damaged);
  const aside = () => fs.readdirSync(userData).filter((name) => name.startsWith('settings.json.'));

  const first = await launchApp();
  const notice = first.page.getByRole('alert').filter({ hasText: 'The settings file was damaged' });
  await expect(notice).toContainText(file);
  await expect(segment(first.page, 'title', 'en')).toBeVisible();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await first.app.close();
  expect(fs.readFileSync(file, 'utf8')).toBe(damaged);
  expect(aside()).toEqual([]);

  const second = await launchApp();
  const theme = await appearance(second.page);
  await second.page.keyboard.press('Shift+T');
  await expect.poll(aside).toHaveLength(1);
  expect(fs.readFileSync(path.join(userData, aside()[0] ?? ''), 'utf8')).toBe(damaged);
  await second.app.close();

  const { page } = await launchApp();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await appearance(page)).not.toBe(theme);
});

test('settings of a newer version are left as they are, and notes are saved all the same', async ({
  launchApp,
  userData,
}) => {
  const newer = JSON.stringify({ schemaVersion: 2, settings: { theme: 'sepia' } });
  const file = path.join(userData, 'settings.json');
  fs.writeFileSync(file, newer);
  const { app, page } = await launchApp();
  await expect(page.getByRole('alert').filter({ hasText: 'written by a newer Duizhao' })).toBeVisible();
  await beginNote(page, 'item-1', '网络主权');
  await page.keyboard.type('safe');
  await expect.poll(() => readNotesOnDisk(userData)[0]?.body).toBe('safe');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+T');
  await expect(alarm(page)).toContainText('Settings not saved');
  await expect(alarm(page)).toContainText('written by a newer Duizhao');
  // A place that is only remembered does not make them saved.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect.poll(() => currentUnit(page)).toBe('item-3');
  await expect(alarm(page)).toContainText('Settings not saved');
  await waitForNotesOnDisk(userData, 1);
  await app.close();
  expect(fs.readFileSync(file, 'utf8')).toBe(newer);
});

test('of settings too, "Saved" is only said once they are on the disk', async ({ page, userData }) => {
  const file = path.join(userData, 'settings.json');
  await expect(saving(page)).toHaveText('Saved');
  await watchSaving(page);
  await page.keyboard.press('Shift+T');
  const savedAt = await waitForSavedTime(page);
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
    settings: { theme: expect.stringMatching(/^(light|dark)$/) },
  });
  expect(Math.floor(fs.statSync(file).ctimeMs)).toBeLessThanOrEqual(savedAt);
});

/** The colour of the paper. */
function appearance(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

interface Obstacle {
  readonly put: () => void;
  readonly remove: () => void;
  readonly end: () => void;
  /** What the status line says of it. */
  readonly reason: string;
}

/**
 * What keeps a folder from being written. Whoever may mount file systems gets a small disk that is filled to the brim;
 * whoever may not, a folder without permission, which in turn would not stop a superuser.
 */
function prepareObstacle(folder: string): Obstacle {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  if (mounted.status === 0) {
    const filler = path.join(folder, 'filler');
    return {
      put: () => fillDisk(filler),
      remove: () => fs.rmSync(filler),
      end: () => spawnSync('umount', ['--lazy', folder]),
      reason: 'The disk is full.',
    };
  }
  return {
    put: () => fs.chmodSync(folder, 0o500),
    remove: () => fs.chmodSync(folder, 0o700),
    end: () => fs.chmodSync(folder, 0o700),
    reason: 'this account has no permission',
  };
}

function fillDisk(file: string): void {
  const descriptor = fs.openSync(file, 'w');
  try {
    for (let size = 4096; size > 0; size = Math.floor(size / 2)) writeUntilFull(descriptor, size);
  } finally {
    fs.closeSync(descriptor);
  }
}

function writeUntilFull(descriptor: number, size: number): void {
  const block = Buffer.alloc(size, '.');
  try {
    while (fs.writeSync(descriptor, block) === size);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
