import path from 'node:path';
import { answerRequest } from './api/answer-request.ts';
import { app, appControl } from './api/app.ts';
import { resolveLocale } from './api/locale.ts';
import { sessionControl } from './api/session.ts';
import { bootInfo } from './boot/boot-info.ts';
import { browser } from './chromium/browser.ts';
import { findChromium } from './chromium/find-chromium.ts';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Once each, as in Electron: a second one ends a program that hangs. */
export function quitOnSignals(): void {
  for (const signal of SIGNALS) process.once(signal, () => app.quit());
}

/** Starts Chromium for an app whose main module has been evaluated, and tells the app that it is ready. */
export async function startApp(): Promise<void> {
  // A second instance, perhaps.
  if (appControl.isQuitting()) return;
  const executable = findChromium();
  if (executable === null)
    throw new Error('stand-in: no Chromium was found. Install it, or set STANDIN_CHROMIUM to its path');
  const switches = appControl.switches();
  await browser.start(
    {
      executable,
      profileFolder: path.join(app.getPath('userData'), 'standin-profile'),
      appName: bootInfo().app.name,
      locale: resolveLocale(switches.get('lang'), process.env),
      isHeadless: isHeadless(process.env),
      switches,
    },
    answerRequest,
    ({ code, signal }) => {
      console.error(`stand-in: Chromium has ended unasked (${signal ?? `code ${code}`})`);
      process.exit(1);
    },
  );
  await sessionControl.takeCharge();
  appControl.becomeReady();
}

function isHeadless({ STANDIN_HEADLESS, DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): boolean {
  return STANDIN_HEADLESS === '1' || (DISPLAY ?? '') + (WAYLAND_DISPLAY ?? '') === '';
}
