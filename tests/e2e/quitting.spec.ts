import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notesFile, readNotesOnDisk, selectWords } from './desk.ts';
import { closeWindow, waitForExit } from '../../tools/drive-app.ts';
import { launchApp } from '../../tools/launch-app.ts';
import { expect, test, type LaunchedApp } from './fixtures.ts';

const BODY = 'the last words before the end';

/** Types a note and leaves the field open, as one does whose computer is switched off. */
async function typeNote({ page }: LaunchedApp): Promise<void> {
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('n');
  await page.keyboard.type(BODY);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`what was typed is on disk when ${signal} ends the program`, async ({ launchApp, userData }) => {
    test.skip(process.platform === 'win32', 'Windows ends a program without asking it');
    const launched = await launchApp();
    await typeNote(launched);
    const exit = waitForExit(launched.app);
    launched.app.process().kill(signal);
    expect(await exit).toBe(0);
    expect(readNotesOnDisk(userData).map(({ body }) => body)).toEqual([BODY]);
    expect(readdirSync(path.dirname(notesFile(userData)))).toHaveLength(1);
  });
}

test('what was typed is on disk when the window is closed', async ({ launchApp, userData }) => {
  const launched = await launchApp();
  await typeNote(launched);
  const exit = waitForExit(launched.app);
  await closeWindow(launched.app);
  expect(await exit).toBe(0);
  expect(readNotesOnDisk(userData).map(({ body }) => body)).toEqual([BODY]);
});

test('the window comes back where it was, and is remembered there', async ({ launchApp, userData }) => {
  const bounds = { x: 40, y: 30, width: 1000, height: 700 };
  const file = path.join(userData, 'settings.json');
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, window: { bounds, isMaximized: false } }));
  const { app } = await launchApp();
  const opened = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  expect(opened).toMatchObject({ width: 1000, height: 700 });
  await app.close();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    window: { bounds: opened, isMaximized: false },
  });
});

test('settings that cannot be read are left alone, and the reader is told', async ({
  launchApp,
  userData,
}) => {
  const file = path.join(userData, 'settings.json');
  writeFileSync(file, '{"schemaVersion": 1, "settings": {"theme": "da');
  const { app, page } = await launchApp();
  await expect(page.getByText('settings.json').first()).toBeVisible();
  await app.close();
  expect(readFileSync(file, 'utf8')).toBe('{"schemaVersion": 1, "settings": {"theme": "da');
});

test('notes that cannot be read are left alone, and the reader is told', async ({ userData }) => {
  mkdirSync(path.dirname(notesFile(userData)), { recursive: true });
  writeFileSync(notesFile(userData), '{"schemaVersion": 7}');
  const { app, page } = await launchApp({ userData, ready: 'main h2, main p' });
  await expect(page.getByText(notesFile(userData))).toBeVisible();
  await app.close();
  expect(readFileSync(notesFile(userData), 'utf8')).toBe('{"schemaVersion": 7}');
  expect(existsSync(`${notesFile(userData)}.previous`)).toBe(false);
});
