import { existsSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, openDesk, waitUntil, type SampleDesk } from './sample.ts';

let desk: SampleDesk;

beforeEach(() => {
  desk = openDesk();
});

afterEach(() => desk.clean(), 60_000);

const SLOW = { timeout: 60_000 };

describe('an app that ends', SLOW, () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'quits in order on %s, with code 0 and nothing left behind',
    async (signal) => {
      const run = await desk.start();
      await desk.waitForNote('ready-to-show');
      process.kill(run.pid, signal);
      expect(await run.ended).toEqual({ code: 0, signal: null });
      expect(desk.notes().slice(-5)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
      await waitUntil(() => desk.processes().length === 0);
    },
  );

  test('stays when its window refuses to close', async () => {
    const run = await desk.start({ mode: 'stays-open' });
    await desk.waitForNote('ready-to-show');
    process.kill(run.pid, 'SIGTERM');
    await desk.waitForNote('close');
    expect(desk.notes()).not.toContain('will-quit');
    expect(desk.processes()).toContain(run.pid);
  });

  test('is ended by a second signal when it does not quit on the first', async () => {
    const run = await desk.start({ mode: 'stays-open' });
    await desk.waitForNote('ready-to-show');
    process.kill(run.pid, 'SIGTERM');
    await desk.waitForNote('close');
    process.kill(run.pid, 'SIGTERM');
    expect(await run.ended).toEqual({ code: null, signal: 'SIGTERM' });
    await waitUntil(() => desk.processes().length === 0);
  });
});

describe('a crash', SLOW, () => {
  test('of Chromium ends the app with a failure and leaves no process', async () => {
    const run = await desk.start();
    await desk.waitForNote('ready-to-show');
    const socket = readlinkSync(path.join(desk.userData, 'standin-profile/SingletonSocket'));
    expect(existsSync(socket)).toBe(true);
    process.kill(findBrowser(desk), 'SIGKILL');
    expect(await run.ended).toEqual({ code: 1, signal: null });
    expect(run.errors()).toContain('stand-in: Chromium has ended unasked (SIGKILL)');
    await waitUntil(() => desk.processes().length === 0);
    expect(existsSync(socket)).toBe(false);
  });

  test('of the main process leaves no process, and the next start works', async () => {
    const run = await desk.start();
    await desk.waitForNote('ready-to-show');
    expect(desk.processes().length).toBeGreaterThan(2);
    process.kill(run.pid, 'SIGKILL');
    expect(await run.ended).toEqual({ code: null, signal: 'SIGKILL' });
    await waitUntil(() => desk.processes().length === 0);

    const next = await desk.start();
    await waitUntil(() => desk.notes().filter((note) => note.startsWith('ready-to-show')).length === 2);
    process.kill(next.pid, 'SIGTERM');
    expect((await next.ended).code).toBe(0);
  });

  test('of the main process while Chromium hangs is made good by the next start', async () => {
    const run = await desk.start();
    await desk.waitForNote('ready-to-show');
    const browser = findBrowser(desk);
    process.kill(browser, 'SIGSTOP');
    process.kill(run.pid, 'SIGKILL');
    await run.ended;
    expect(desk.processes()).toContain(browser);

    const next = await desk.start();
    await waitUntil(() => desk.notes().filter((note) => note.startsWith('ready-to-show')).length === 2);
    expect(desk.processes()).not.toContain(browser);
    process.kill(next.pid, 'SIGTERM');
    expect((await next.ended).code).toBe(0);
  });

  test('of Chromium that hangs does not keep the app from quitting', async () => {
    const run = await desk.start();
    await desk.waitForNote('ready-to-show');
    process.kill(findBrowser(desk), 'SIGSTOP');
    process.kill(run.pid, 'SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(desk.notes().at(-1)).toBe('quit');
    await waitUntil(() => desk.processes().length === 0);
  });
});

describe('an app that does not start', SLOW, () => {
  test('because of a top-level await of whenReady is told so', async () => {
    const run = await desk.start({ mode: 'top-level-await', env: { STANDIN_LOAD_LIMIT_MS: '500' } });
    expect((await run.ended).code).toBe(1);
    expect(run.errors()).toContain('A top-level await of app.whenReady() never ends in Electron');
    expect(desk.processes()).toEqual([]);
  });

  test('because its main module throws says what was thrown', async () => {
    const run = await desk.start({ mode: 'throws' });
    expect((await run.ended).code).toBe(1);
    expect(run.errors()).toContain('thrown by the main module');
  });

  test.each([
    ['unknown-member', 'stand-in: electron.Tray is not implemented'],
    ['unknown-event', "stand-in: the event 'gpu-info-update' of app is not implemented"],
  ])('because of an %s is told which', async (mode, message) => {
    const run = await desk.start({ mode });
    expect((await run.ended).code).toBe(1);
    expect(run.errors()).toContain(message);
  });

  test('because Chromium does not is told what Chromium said', async () => {
    const broken = path.join(path.dirname(desk.userData), 'chromium');
    writeFileSync(broken, '#!/bin/sh\necho out of order >&2\n', { mode: 0o755 });
    const run = await desk.start({ env: { STANDIN_CHROMIUM: broken } });
    expect((await run.ended).code).toBe(1);
    expect(run.errors()).toBe(`stand-in: ${broken} has ended at once\nout of order\n`);
  });

  test('because there is no Chromium is told what to do', async () => {
    const run = await desk.start({ env: { STANDIN_CHROMIUM: '/nowhere/chromium' } });
    expect((await run.ended).code).toBe(1);
    expect(run.errors()).toContain('/nowhere/chromium');
  });
});

describe('a second start', SLOW, () => {
  test('hands its arguments to the first and ends', async () => {
    const first = await desk.start();
    await desk.waitForNote('ready-to-show');
    const second = await desk.start({ args: ['--', 'letter.txt'] });
    expect(await second.ended).toEqual({ code: 0, signal: null });
    await desk.waitForNote(`second-instance letter.txt ${process.cwd()}`);
    expect(desk.notes()).toContain('second');
    process.kill(first.pid, 'SIGTERM');
    await first.ended;
  });

  test('becomes the first when that one was killed', async () => {
    const first = await desk.start();
    await desk.waitForNote('start');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await desk.start();
    await desk.waitForNote('ready-to-show');
    expect(desk.notes()).not.toContain('second');
    process.kill(second.pid, 'SIGTERM');
    expect((await second.ended).code).toBe(0);
  });
});

test('the version is told without starting anything', SLOW, async () => {
  const run = await desk.start({ args: ['--version'] });
  expect((await run.ended).code).toBe(0);
  expect(existsSync(desk.userData)).toBe(false);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`standin-asar-${run.pid}-`))).toEqual([]);
});
