import { defineConfig } from '@playwright/test';
import { describeRuntime, prepareApp } from './tools/launch-app.ts';

// Playwright reads this file again in each worker, which inherits what was chosen here.
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  const runtime = await prepareApp();
  console.log(`The journeys run on: ${describeRuntime(runtime)}`);
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
});
