import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/settings.ts';
import type { NotebookChange } from '../core/annotation/notebook.ts';
import type { StudyBridge } from '../ipc/study-bridge.ts';
import { describeRuntime, launchApp, loseWhatIsUnsaved, prepareApp, type AppLaunch } from './launch-app.ts';
import { BUNDLED_LIBRARY, readWorkFile, workFilePath } from './library-files.ts';
import { MISHAPS, type Mishap } from './screenshots/mishaps.ts';
import { listSampleChanges } from './screenshots/sample-notebook.ts';
import { SCREENS, type Screen } from './screenshots/screens.ts';
import { shrinkPng } from './screenshots/shrink-png.ts';
import { nameFile, VARIANTS, type Variant } from './screenshots/variant.ts';
import { putPointerAway } from './screenshots/words-on-page.ts';

const WORK_ID = 'joint-statement-2016';

const FOLDER = path.resolve(import.meta.dirname, '../docs/screenshots');

const SIZE = { width: 1440, height: 980 } as const;

const work = await readWorkFile(workFilePath(BUNDLED_LIBRARY, WORK_ID));

async function takeAll(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const isWanted = ({ name }: Screen | Mishap) => values.only?.includes(name) ?? true;
  const screens = SCREENS.filter(isWanted);
  const mishaps = MISHAPS.filter(isWanted);
  console.log(`Taken on: ${describeRuntime(await prepareApp())}`);
  mkdirSync(FOLDER, { recursive: true });
  const taken: string[] = [];
  for (const variant of VARIANTS) {
    if (screens.length > 0) taken.push(...(await takeScreens(variant, screens)));
    for (const mishap of mishaps) taken.push(await takeMishap(variant, mishap));
  }
  if (values.only === undefined) removeOthers(taken);
  console.log(`${taken.length} screenshots in ${path.relative(process.cwd(), FOLDER)}`);
}

/** All screens of a program with notes in it, one after another. */
async function takeScreens(variant: Variant, screens: readonly Screen[]): Promise<readonly string[]> {
  return withUserData(async (userData) => {
    await prepareState(userData, variant, listSampleChanges(work, variant.language));
    return withPage({ userData }, async (page) => {
      const taken: string[] = [];
      for (const screen of screens) {
        await screen.show(page);
        taken.push(await take(page, screen.name, variant));
        await screen.leave(page);
      }
      return taken;
    });
  });
}

async function takeMishap(variant: Variant, mishap: Mishap): Promise<string> {
  return withUserData(async (userData) => {
    await prepareState(userData, variant, []);
    mishap.prepare?.(userData);
    const { ready } = mishap;
    return withPage({ userData, ...(ready === undefined ? {} : { ready }) }, async (page) => {
      await mishap.show(page, userData);
      return take(page, mishap.name, variant);
    });
  });
}

/** Writes settings and notes by the program's own requests; they are read at the next start. */
async function prepareState(
  userData: string,
  { theme, language }: Variant,
  changes: readonly NotebookChange[],
): Promise<void> {
  const settings: Settings = { ...DEFAULT_SETTINGS, theme, language };
  await withPage({ userData }, async (page) => {
    const refused = await page.evaluate(
      async (state) => {
        const { requests } = (window as unknown as { readonly duizhao: StudyBridge }).duizhao;
        const results = [await requests.saveSettings(state.settings)];
        const { workId, changes: notes } = state;
        if (notes.length > 0) results.push(await requests.changeNotebook({ workId, changes: notes }));
        return results.flatMap((result) => (result.ok ? [] : [result.failure.detail]));
      },
      { settings, changes, workId: WORK_ID },
    );
    if (refused.length > 0) throw new Error(`The program refused its state: ${refused.join('; ')}`);
  });
}

async function withPage<Value>(launch: AppLaunch, act: (page: Page) => Promise<Value>): Promise<Value> {
  const { app, page } = await launchApp(launch);
  try {
    await page.setViewportSize(SIZE);
    await putPointerAway(page);
    return await act(page);
  } finally {
    await loseWhatIsUnsaved(app);
    await app.close();
  }
}

async function withUserData<Value>(act: (userData: string) => Promise<Value>): Promise<Value> {
  const userData = mkdtempSync(path.join(tmpdir(), 'duizhao-screenshots-'));
  try {
    return await act(userData);
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function take(page: Page, screen: string, variant: Variant): Promise<string> {
  const name = nameFile(screen, variant);
  // Parts of the Chinese fonts are only fetched when a text needs them.
  await page.waitForFunction(() => document.fonts.status === 'loaded');
  const png = await page.screenshot({ animations: 'disabled', scale: 'css' });
  writeFileSync(path.join(FOLDER, name), shrinkPng(png));
  console.log(name);
  return name;
}

/** Screens that there are no longer. */
function removeOthers(taken: readonly string[]): void {
  for (const name of readdirSync(FOLDER)) {
    if (name.endsWith('.png') && !taken.includes(name)) rmSync(path.join(FOLDER, name));
  }
}

await takeAll();
