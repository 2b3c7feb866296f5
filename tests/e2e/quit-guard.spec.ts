import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { closeWindow, quit, waitForExit } from '../../tools/drive-app.ts';
import { margin, paintedMarks, readNotesOnDisk, selectWords } from './desk.ts';
import { expect, test, type LaunchedApp } from './fixtures.ts';
import { answerQuestion, askedQuestions, holdQuestions } from './quit-question.ts';

const BODY = 'written while the disk did not answer';

/** Where the notes should be stands a file, until a test takes it away. */
function obstacleIn(userData: string): string {
  return path.join(userData, 'notes');
}

/** Two notes that are on no disk: a highlight and one with text. */
async function leaveUnsaved({ app, page }: LaunchedApp): Promise<void> {
  await holdQuestions(app);
  await selectWords(page, 'item-7', 'en', 'management');
  await page.keyboard.press('4');
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('n');
  await page.keyboard.type(BODY);
  await expect(alarm(page)).toBeVisible();
}

function alarm(page: Page) {
  return page.getByRole('contentinfo').getByRole('alert');
}

async function waitForQuestions(app: ElectronApplication, count: number): Promise<void> {
  await expect.poll(async () => (await askedQuestions(app)).length).toBe(count);
}

test.beforeEach(({ userData }) => {
  fs.writeFileSync(obstacleIn(userData), 'not a folder');
});

for (const [way, end] of [
  ['quitting', quit],
  ['closing the window', closeWindow],
] as const) {
  test(`${way} with unsaved notes is asked about, once, and can be cancelled`, async ({
    launchApp,
    userData,
  }) => {
    test.skip(process.platform === 'darwin' && end === closeWindow, 'there the program goes on without one');
    const launched = await launchApp();
    const { app, page } = launched;
    await leaveUnsaved(launched);
    await end(app);
    await end(app);
    await waitForQuestions(app, 1);
    expect(await askedQuestions(app)).toEqual([
      {
        type: 'warning',
        message: 'The latest changes to 2 notes could not be saved.',
        detail: expect.stringContaining('Something else stands where Duizhao’s own folder should be.'),
        buttons: ['Try again', 'Quit anyway', 'Cancel'],
        defaultId: 2,
        cancelId: 2,
        noLink: true,
      },
    ]);
    await answerQuestion(app, 'Cancel');
    await end(app);
    await waitForQuestions(app, 2);
    await answerQuestion(app, 'Cancel');

    await expect(margin(page, 'item-1').getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(
      BODY,
    );
    await expect(alarm(page)).toContainText('Not saved');
    fs.rmSync(obstacleIn(userData));
    await alarm(page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => readNotesOnDisk(userData).map(({ body }) => body)).toEqual(['', BODY]);
    const exit = waitForExit(app);
    await end(app);
    expect(await exit).toBe(0);
  });
}

test('trying again asks again while it fails, saves and quits when it does not', async ({
  launchApp,
  userData,
}) => {
  const launched = await launchApp();
  const { app } = launched;
  await leaveUnsaved(launched);
  const exit = waitForExit(app);
  await quit(app);
  await answerQuestion(app, 'Try again');
  await waitForQuestions(app, 2);
  fs.rmSync(obstacleIn(userData));
  await answerQuestion(app, 'Try again');
  expect(await exit).toBe(0);

  const { page } = await launchApp();
  await expect(margin(page, 'item-1')).toContainText(BODY);
  expect(readNotesOnDisk(userData).map(({ kind, body }) => [kind, body])).toEqual([
    ['highlight', ''],
    ['note', BODY],
  ]);
});

test('whoever quits anyway loses what the question named, and nothing else', async ({
  launchApp,
  userData,
}) => {
  const launched = await launchApp();
  await leaveUnsaved(launched);
  const exit = waitForExit(launched.app);
  await quit(launched.app);
  await answerQuestion(launched.app, 'Quit anyway');
  expect(await exit).toBe(0);
  expect(fs.readFileSync(obstacleIn(userData), 'utf8')).toBe('not a folder');

  fs.rmSync(obstacleIn(userData));
  const { page } = await launchApp();
  await expect(alarm(page)).toHaveCount(0);
  expect(await paintedMarks(page)).toEqual({});
});

test('a disk that answers again before the quit saves without a question', async ({
  launchApp,
  userData,
}) => {
  const launched = await launchApp();
  await leaveUnsaved(launched);
  fs.rmSync(obstacleIn(userData));
  const exit = waitForExit(launched.app);
  await quit(launched.app);
  expect(await exit).toBe(0);
  expect(readNotesOnDisk(userData).map(({ body }) => body)).toEqual(['', BODY]);
});

for (const moment of ['with unsaved notes', 'while the question stands'] as const) {
  test(`a signal ${moment} ends the program without an answer`, async ({ launchApp }) => {
    test.skip(process.platform === 'win32', 'Windows ends a program without asking it');
    const launched = await launchApp();
    await leaveUnsaved(launched);
    if (moment === 'while the question stands') await quit(launched.app);
    const exit = waitForExit(launched.app);
    launched.app.process().kill('SIGTERM');
    expect(await exit).toBe(0);
  });
}

test('the question speaks the language of the interface', async ({ launchApp }) => {
  const { app, page } = await launchApp({ locale: 'zh-CN' });
  await holdQuestions(app);
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('1');
  await expect(alarm(page)).toBeVisible();
  await quit(app);
  expect(await askedQuestions(app)).toMatchObject([
    {
      message: '有 1 条笔记的最近改动未能保存。',
      detail: expect.stringContaining('这些改动将会丢失'),
      buttons: ['重试', '仍要退出', '取消'],
    },
  ]);
  await answerQuestion(app, '取消');
});
