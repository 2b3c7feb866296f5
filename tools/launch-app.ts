import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { buildApp } from './build.ts';
import { QUIT_ANSWERS } from '../electron/main/quit-guard.ts';
import { startDriven } from './drive-app.ts';
import { chooseRuntime, findElectron, type Runtime } from './electron-runtime.ts';
import { buildStandin, STANDIN_FOLDER } from './electron-standin/build.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** A long work on a machine under load takes its time; only what hangs takes longer. */
const READY_LIMIT_MS = 120_000;

/** What the program is started with. */
export interface AppLaunch {
  /** Where it keeps everything. */
  readonly userData: string;
  /** The folder with its package.json; the checkout unless said otherwise. */
  readonly appFolder?: string;
  /** The system's language as a BCP 47 tag with a region. */
  readonly locale?: string;
  /** A selector of what stands on the page once it can be used; an opened work unless said otherwise. */
  readonly ready?: string;
}

/** The program while it runs, driven by Playwright. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Builds what has changed and makes `launchApp` use what is there: Electron, or the stand-in. */
export async function prepareApp(): Promise<Runtime> {
  const runtime = chooseRuntime(process.env);
  if (runtime === 'stand-in') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = await buildStandin();
  await buildApp({ onlyIfStale: true });
  return runtime;
}

/** The executable that `launchApp` starts. */
export function executableOf(runtime: Runtime): string {
  const electron = runtime === 'electron' ? findElectron() : null;
  return electron ?? path.join(STANDIN_FOLDER, 'electron');
}

/** What a runtime is called in print. */
export function describeRuntime(runtime: Runtime): string {
  if (runtime === 'stand-in') return 'Chromium stand-in';
  const file = path.join(ROOT, 'node_modules/electron/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return `Electron ${version}`;
}

/** The arguments and the environment of a start. */
export function describeLaunch(launch: AppLaunch): {
  readonly args: string[];
  readonly cwd: string;
  readonly env: Record<string, string>;
} {
  const { userData, appFolder = ROOT, locale = 'en-US' } = launch;
  const posixLocale = `${locale.replaceAll('-', '_')}.UTF-8`;
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    args: [appFolder, `--user-data-dir=${userData}`, `--lang=${locale}`],
    cwd: ROOT,
    env: {
      ...Object.fromEntries(inherited),
      LANG: posixLocale,
      LC_ALL: posixLocale,
      LANGUAGE: posixLocale,
    },
  };
}

/** Whoever drives the program is done with it, and with what it could not save; else it would ask, and not end. */
export async function loseWhatIsUnsaved(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
  }, QUIT_ANSWERS.indexOf('quit-anyway'));
}

/** Starts the program and waits until its window can be used. Whoever calls it closes `app`. */
export async function launchApp(launch: AppLaunch): Promise<RunningApp> {
  const app = await startDriven(describeLaunch(launch));
  try {
    const page = await app.firstWindow();
    await page
      .locator(launch.ready ?? 'body[data-app-ready]')
      .first()
      .waitFor({ state: 'attached', timeout: READY_LIMIT_MS });
    return { app, page };
  } catch (error) {
    await app.close();
    throw error;
  }
}
