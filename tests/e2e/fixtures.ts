import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { startDriven } from '../../tools/drive-app.ts';
import { describeLaunch, describeRuntime, loseWhatIsUnsaved, prepareApp } from '../../tools/launch-app.ts';

/** How to start the program otherwise than usual. */
export interface LaunchOptions {
  /** Arguments after the usual ones. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The system's language as a BCP 47 tag with a region; English of the United States unless said otherwise. */
  readonly locale?: string;
}

/** The program while it runs. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** Its only window, ready to be used. */
  readonly page: Page;
}

interface Fixtures {
  /** A folder of this test's own for everything the program keeps. */
  readonly userData: string;
  /** Starts the program; may be called again when it has ended. What still runs is ended after the test. */
  readonly launchApp: (options?: LaunchOptions) => Promise<LaunchedApp>;
  readonly launched: LaunchedApp;
  readonly electronApp: ElectronApplication;
}

export const test = base.extend<Fixtures, { readonly prepared: void }>({
  prepared: [
    async ({ browserName }, provide) => {
      const runtime = await prepareApp();
      console.log(`The journeys drive ${browserName} in: ${describeRuntime(runtime)}`);
      await provide();
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],

  userData: async ({ browserName }, provide) => {
    const folder = await mkdtemp(path.join(tmpdir(), `duizhao-e2e-${browserName}-`));
    await provide(folder);
    // A browser that has just ended may still be writing.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },

  launchApp: async ({ userData }, provide) => {
    const running = new Set<ElectronApplication>();
    await provide(async (options = {}) => {
      const app = await launch(userData, options);
      running.add(app);
      // Playwright's own word comes later, and meanwhile nothing can be evaluated.
      app.process().once('exit', () => running.delete(app));
      return { app, page: await waitForWindow(app) };
    });
    for (const app of running) {
      await loseWhatIsUnsaved(app);
      await app.close();
    }
  },

  launched: async ({ launchApp }, provide) => {
    await provide(await launchApp());
  },

  electronApp: async ({ launched }, provide) => {
    await provide(launched.app);
  },

  page: async ({ launched }, provide) => {
    await provide(launched.page);
  },
});

export { expect } from '@playwright/test';

async function launch(userData: string, options: LaunchOptions): Promise<ElectronApplication> {
  const { args = [], env = {}, locale = 'en-US' } = options;
  const usual = describeLaunch({ userData, locale });
  return startDriven({
    ...usual,
    args: [...usual.args, ...args],
    env: { ...usual.env, ...env },
  });
}

async function waitForWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.locator('body[data-app-ready]').waitFor({ state: 'attached' });
  return page;
}
