import { execFileSync } from 'node:child_process';
import type { Display, Screen as ElectronScreen } from 'electron';
import { browser } from '../chromium/browser.ts';
import { HEADLESS_SCREEN } from '../chromium/chromium-arguments.ts';
import { strict } from '../strict.ts';
import { app } from './app.ts';

/** Where the display's size cannot be learnt. */
const CAUTIOUS_SIZE = { width: 1280, height: 800 } as const;

/** The module `screen`: one display. */
export const screen = strict('screen', {
  getPrimaryDisplay: (): Display => describeDisplay(),
  getAllDisplays: (): Display[] => [describeDisplay()],
} satisfies Pick<ElectronScreen, 'getPrimaryDisplay' | 'getAllDisplays'>);

function describeDisplay(): Display {
  if (!app.isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
  const size = browser.isHeadless ? HEADLESS_SCREEN : measureDisplay();
  return strict('display', { id: 1, workArea: { x: 0, y: 0, ...size } } as Display);
}

/** Asks the X server, by the tool that every desktop with one has. */
function measureDisplay(): { width: number; height: number } {
  let description: string;
  try {
    description = execFileSync('xrandr', ['--current'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return CAUTIOUS_SIZE;
  }
  const connected =
    /\bconnected primary (\d+)x(\d+)/.exec(description) ?? /\bconnected (\d+)x(\d+)/.exec(description);
  const [, width, height] = connected ?? [];
  return width === undefined ? CAUTIOUS_SIZE : { width: Number(width), height: Number(height) };
}
