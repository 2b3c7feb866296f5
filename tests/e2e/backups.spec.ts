import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../core/annotation/notebook-migrations.ts';
import { BACKUP_ID, type BackupManifest } from '../../core/backup/backup.ts';
import {
  describeWords,
  putNotesOnDisk,
  readNotesOnDisk,
  saving,
  selectWords,
  waitForNotesOnDisk,
  WORK_ID,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

/** Every backup on disk, the newest first, by its reason and its number of notes. */
function listBackups(userData: string): readonly string[] {
  const folder = path.join(userData, 'backups');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => BACKUP_ID.test(name)) : [];
  return names
    .map(
      (name) =>
        JSON.parse(fs.readFileSync(path.join(folder, name, 'manifest.json'), 'utf8')) as BackupManifest,
    )
    .toSorted((one, other) => other.sequence - one.sequence)
    .map(({ reason, works }) => `${reason} ${works.reduce((sum, { noteCount }) => sum + noteCount, 0)}`);
}

function makeNote(number: number, words: string, body: string): Annotation {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    kind: 'note',
    color: 'yellow',
    body,
    tags: [],
    isAnswered: false,
    scope: { type: 'words' },
    targets: [describeWords('item-1', 'zh-Hans', words)],
    created: '2026-01-02T03:04:05Z',
    modified: '2026-01-02T03:04:05Z',
  };
}

/** Puts a backup there before the program starts, as an earlier evening would have left it. */
function putBackupOnDisk(userData: string, annotations: readonly Annotation[]): void {
  const folder = path.join(userData, 'backups', '2026-01-03T20-00-00.000Z-daily');
  const text = JSON.stringify({ schemaVersion: NOTEBOOK_SCHEMA_VERSION, annotations, bin: [], progress: {} });
  const manifest: BackupManifest = {
    formatVersion: 1,
    sequence: 1,
    created: '2026-01-03T20:00:00.000Z',
    day: '2026-01-03',
    reason: 'daily',
    works: [
      {
        workId: WORK_ID,
        noteCount: annotations.length,
        sha256: createHash('sha256').update(text).digest('hex'),
        isCarriedOver: false,
      },
    ],
    settings: null,
  };
  fs.mkdirSync(path.join(folder, 'notes'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'notes', `${WORK_ID}.json`), text);
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
}

async function openBackups(page: Page) {
  await page.keyboard.press('Control+Shift+B');
  const screen = page.getByRole('region', { name: 'Backups' });
  await expect(screen.getByRole('button', { name: 'Back up now' })).toBeEnabled();
  return screen;
}

/** Lets the next file dialog answer a path, as a reader would. */
async function answerDialogs(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

test('what a reader writes is backed up when the program ends, and the list says so', async ({
  launchApp,
  userData,
}) => {
  const first = await launchApp();
  const empty = await openBackups(first.page);
  await expect(empty).toContainText('No backups yet');
  await first.page.keyboard.press('Control+2');
  await selectWords(first.page, 'item-1', 'zh-Hans', '网络主权');
  await first.page.keyboard.press('1');
  await waitForNotesOnDisk(userData, 1);
  await first.app.close();
  expect(listBackups(userData)).toEqual(['daily 1']);

  const second = await launchApp();
  await second.page.keyboard.press('Control+,');
  await second.page.getByRole('button', { name: 'Open backups' }).click();
  const screen = second.page.getByRole('region', { name: 'Backups' });
  const backup = screen.getByRole('option');
  await expect(backup).toContainText('Daily');
  await expect(backup).toContainText('1 note');
  await backup.click();
  await expect(screen).toContainText('Your notes are today just as they are in this backup.');
  await second.app.close();
  expect(listBackups(userData)).toEqual(['daily 1']);
});

test('before the first change of a day the notes are backed up as they were', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [makeNote(1, '网络主权', 'of an earlier evening')]);
  const { app, page } = await launchApp();
  await selectWords(page, 'item-7', 'en', 'management');
  await page.keyboard.press('4');
  await expect.poll(() => listBackups(userData)).toEqual(['daily 1']);
  await waitForNotesOnDisk(userData, 2);
  await app.close();
  expect(listBackups(userData)).toEqual(['daily 2', 'daily 1']);
});

test('an exported backup can be opened from its file and compared with today', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [makeNote(1, '网络主权', 'first'), makeNote(2, '网络主权', 'second')]);
  const first = await launchApp();
  const file = path.join(userData, 'elsewhere.json');
  await answerDialogs(first.app, file);
  const screen = await openBackups(first.page);
  await screen.getByRole('button', { name: 'Back up now' }).click();
  await expect(first.page.getByRole('status').filter({ hasText: 'Backed up: 2 notes.' })).toBeVisible();
  await screen.getByRole('option').first().click();
  await screen.getByRole('button', { name: 'Export…' }).click();
  await expect(first.page.getByRole('status').filter({ hasText: `Exported to ${file}` })).toBeVisible();
  await first.app.close();
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
    format: 'duizhao-backup',
    manifest: { reason: 'asked', works: [{ workId: WORK_ID, noteCount: 2 }] },
  });

  fs.rmSync(path.join(userData, 'backups'), { recursive: true });
  putNotesOnDisk(userData, [makeNote(1, '网络主权', 'changed')]);
  const second = await launchApp();
  await answerDialogs(second.app, file);
  const later = await openBackups(second.page);
  await later.getByRole('button', { name: 'Open a backup file…' }).click();
  await expect(later.getByRole('option')).toContainText('2 notes');
  await expect(later).toContainText('1 note has been changed since; restoring changes it back');
  await later.getByText('1 note is only in this backup; restoring brings it back').click();
  await expect(later.getByRole('listitem')).toContainText('second');

  fs.writeFileSync(file, '{"format":"something else"}');
  await later.getByRole('button', { name: 'Open a backup file…' }).click();
  await expect(later.getByRole('alert')).toContainText('This file could not be opened as a backup.');
  await expect(later.getByRole('option')).toContainText('2 notes');
});

test('the notes of a text are restored in one step, and that step can be undone', async ({
  launchApp,
  userData,
}) => {
  putBackupOnDisk(userData, [makeNote(1, '网络主权', 'first'), makeNote(2, '网络主权', 'second')]);
  putNotesOnDisk(userData, [makeNote(1, '网络主权', 'changed'), makeNote(3, '网络主权', 'third')]);
  const { app, page } = await launchApp();
  const bodies = () =>
    readNotesOnDisk(userData)
      .map(({ body }) => body)
      .toSorted();
  const screen = await openBackups(page);
  await screen.getByRole('option').click();
  await screen.getByRole('button', { name: 'Restore the notes of this text' }).click();
  const toast = page
    .getByRole('status')
    .filter({ hasText: 'Restored: 2 notes brought back, 1 put into the bin.' });
  await expect(toast).toBeVisible();
  await expect.poll(bodies).toEqual(['first', 'second']);
  await expect(screen).toContainText('Your notes are today just as they are in this backup.');
  await expect(screen.getByRole('option').first()).toContainText('Before a restore');
  expect(listBackups(userData)).toEqual(['restore 2', 'daily 2']);

  await page.keyboard.press('Control+2');
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(bodies).toEqual(['changed', 'third']);
  await expect(toast).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(bodies).toEqual(['first', 'second']);
  await app.close();
  expect(bodies()).toEqual(['first', 'second']);
});

test('a damaged backup is shown as damaged, and used for nothing', async ({ launchApp, userData }) => {
  putNotesOnDisk(userData, [makeNote(1, '网络主权', 'first')]);
  const { page } = await launchApp();
  const screen = await openBackups(page);
  await screen.getByRole('button', { name: 'Back up now' }).click();
  await expect(screen.getByRole('option')).toContainText('1 note');
  const [name = ''] = fs.readdirSync(path.join(userData, 'backups'));
  fs.writeFileSync(path.join(userData, 'backups', name, 'notes', `${WORK_ID}.json`), '');
  await screen.getByRole('button', { name: 'Back up now' }).click();
  await expect(screen.getByRole('option')).toHaveCount(2);
  const damaged = screen.getByRole('option', { name: /damaged/ });
  await damaged.click();
  await expect(screen).toContainText('It is kept, but nothing is restored from it.');
  await expect(screen.getByRole('button', { name: 'Export…' })).toHaveCount(0);
});

test('what keeps a backup from being made is said, and notes are saved all the same', async ({
  launchApp,
  userData,
}) => {
  putNotesOnDisk(userData, [makeNote(1, '网络主权', 'first')]);
  fs.writeFileSync(path.join(userData, 'backups'), 'not a folder');
  const { page } = await launchApp();
  await selectWords(page, 'item-7', 'en', 'management');
  await page.keyboard.press('4');
  const notice = page.getByRole('alert').filter({ hasText: 'The backup of the day could not be made.' });
  await expect(notice).toContainText('Something else stands where the folder should be.');
  await expect(saving(page)).toHaveText('Saved');
  await waitForNotesOnDisk(userData, 2);
  await notice.getByRole('button', { name: 'Show backups' }).click();
  const screen = page.getByRole('region', { name: 'Backups' });
  await expect(screen.getByRole('alert').first()).toContainText('The backups could not be listed.');
  fs.rmSync(path.join(userData, 'backups'));
  await screen.getByRole('button', { name: 'Try again' }).click();
  await screen.getByRole('button', { name: 'Back up now' }).click();
  await expect(screen.getByRole('option')).toContainText('2 notes');
  expect(readNotesOnDisk(userData)).toHaveLength(2);
});
