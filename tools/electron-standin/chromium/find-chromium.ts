import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const SYSTEM_BROWSERS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
];

/** `STANDIN_CHROMIUM`, or the system's Chromium, or one that Playwright has fetched; null where there is none. */
export function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
  systemBrowsers = SYSTEM_BROWSERS,
): string | null {
  const chosen = environment['STANDIN_CHROMIUM'] ?? '';
  if (chosen !== '') return chosen;
  return [...systemBrowsers, ...listPlaywrightBrowsers(environment)].find((file) => existsSync(file)) ?? null;
}

function listPlaywrightBrowsers(environment: NodeJS.ProcessEnv): string[] {
  const cache = environment['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .flatMap((name) =>
      ['chrome-linux64', 'chrome-linux'].map((folder) => path.join(cache, name, folder, 'chrome')),
    );
}
