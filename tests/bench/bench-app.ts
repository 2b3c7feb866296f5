import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp, type AppLaunch, type RunningApp } from '../../tools/launch-app.ts';

/** Hands a new folder to `act` and takes it away afterwards, whatever happens. */
export async function withFolder<Value>(act: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duizhao-bench-'));
  try {
    return await act(folder);
  } finally {
    // A browser that has just ended may still be writing.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Hands the started program to `act` and ends it afterwards, whatever happens. */
export async function withApp<Value>(
  launch: AppLaunch,
  act: (running: RunningApp) => Promise<Value>,
): Promise<Value> {
  const running = await launchApp(launch);
  try {
    await allowInnerNames(running.page);
    return await act(running);
  } finally {
    await running.app.close();
  }
}

/**
 * What is evaluated in a page is sent there as text, and the loader that runs these files (tsx) has put a call of its own,
 * `__name(…)`, around every named function in it.
 */
async function allowInnerNames(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = (target) => target');
}

/**
 * Puts a measurement into the page, has `act` set it off, and gives what it measured. `probe` runs in the page: what it
 * gives as `measured` settles once the thing has happened.
 */
export async function measureInPage<Value>(
  page: Page,
  probe: () => { readonly measured: Promise<Value> },
  act: () => Promise<void>,
): Promise<Value> {
  const waiting = await page.evaluateHandle(probe);
  try {
    await act();
    return await waiting.evaluate(({ measured }) => measured);
  } finally {
    await waiting.dispose();
  }
}
