import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { endBySignal } from '../../tools/drive-app.ts';
import { describeLaunch } from '../../tools/launch-app.ts';
import { margin, selectWords } from '../e2e/desk.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { recordFault } from './ledger.ts';

const KILLS = 10;

const WORDS = ['网络主权', '信息', '空间'] as const;

/** Everything that stood in the note whenever the status line said "Saved", in the order of time. */
async function followSaved(page: Page): Promise<readonly string[]> {
  const saved: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith('saved:')) saved.push(text.slice('saved:'.length));
  });
  await page.evaluate(() => {
    const line = document.querySelector('footer');
    if (line === null) throw new Error('there is no status line');
    const tell = (): void => {
      const state = line.querySelector<HTMLElement>('[data-save-state]')?.dataset['saveState'];
      const field = document.querySelector<HTMLTextAreaElement>('article textarea');
      if (state === 'saved' && field !== null) console.log(`saved:${field.value}`);
    };
    new MutationObserver(tell).observe(line, { subtree: true, childList: true, attributes: true });
  });
  return saved;
}

function noteCard(page: Page) {
  return margin(page, 'item-1').getByRole('article', { name: `Note on “${WORDS[0]}”` });
}

test(`a program that is killed ${KILLS} times while a note is typed keeps what it called saved`, async ({
  launchApp,
}) => {
  let acknowledged = '';
  let lost = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { app, page } = await launchApp();
    if (kill === 0) {
      await selectWords(page, 'item-1', 'zh-Hans', WORDS[0]);
      await page.keyboard.press('n');
    } else {
      const text = (await noteCard(page).textContent()) ?? '';
      if (!text.includes(acknowledged)) lost += 1;
      await noteCard(page).getByRole('button', { name: 'Edit', exact: true }).click();
    }
    const field = noteCard(page).getByRole('textbox', { name: 'Note', exact: true });
    await expect(field).toBeFocused();
    const before = await field.inputValue();
    const saved = await followSaved(page);
    // Letters keep coming; the kill falls between any two of them, or between a letter and its save.
    for (let letter = 0; letter < 8 + kill * 3; letter += 1)
      await page.keyboard.type('abcdefghij'[kill] ?? 'x');
    await expect.poll(() => saved.at(-1)?.length ?? 0).toBeGreaterThan(before.length);
    await page.keyboard.type('z');
    await endBySignal(app, 'SIGKILL');
    acknowledged = saved.at(-1) ?? acknowledged;
  }
  const { page } = await launchApp();
  await expect(page.getByRole('alert')).toHaveCount(0);
  if (!((await noteCard(page).textContent()) ?? '').includes(acknowledged)) lost += 1;
  recordFault({
    what: 'the running program killed while a note is typed',
    times: KILLS,
    unreadable: 0,
    lost,
    leftOver: 0,
    untold: 0,
    detail: `${acknowledged.length} letters acknowledged in all`,
  });
  expect(lost).toBe(0);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
});

test('a second program started while the first one writes hands over and touches nothing', async ({
  launchApp,
  userData,
}) => {
  const { app, page } = await launchApp();
  await selectWords(page, 'item-1', 'zh-Hans', WORDS[0]);
  await page.keyboard.press('n');
  const saved = await followSaved(page);
  const { args, cwd, env } = describeLaunch({ userData });
  const others = [1, 2, 3].map(() => spawn(app.process().spawnfile, args, { cwd, env, stdio: 'ignore' }));
  const codes = Promise.all(others.map(async (other) => ((await once(other, 'exit')) as [number | null])[0]));
  await page.keyboard.type('written while others start');
  expect(await codes).toEqual([0, 0, 0]);
  await expect.poll(() => saved.at(-1)).toBe('written while others start');
  await app.close();
  const again = await launchApp();
  await expect(noteCard(again.page)).toContainText('written while others start');
  recordFault({
    what: 'a second program started while the first one writes',
    times: others.length,
    unreadable: 0,
    lost: 0,
    leftOver: 0,
    untold: 0,
    detail: 'each hands over to the first and ends; this lock is what keeps two writers apart',
  });
});
