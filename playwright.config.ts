import { defineConfig } from '@playwright/test';
import { buildApp } from './tools/build.ts';
import { chooseRuntime } from './tools/electron-runtime.ts';
import { buildStandin, STANDIN_FOLDER } from './tools/electron-standin/build.ts';

const runtime = chooseRuntime(process.env);
if (runtime === 'stand-in') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = STANDIN_FOLDER;

// Playwright reads this file again in each worker.
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  if (runtime === 'stand-in') await buildStandin();
  await buildApp({ onlyIfStale: true });
  console.log(`The journeys run on ${runtime === 'electron' ? 'Electron' : 'the Chromium stand-in'}.`);
}

export default defineConfig({
  testDir: 'tests/e2e',
  // One window at a time: two on a small machine slow each other down.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'off' },
  metadata: { runtime },
});
