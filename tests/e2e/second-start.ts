import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Starts the program once more in a folder in which it runs; gives the code it ends with. */
export function startAgain(userData: string, args: readonly string[] = []): Promise<number | null> {
  const electron: unknown = createRequire(import.meta.url)('electron');
  const second = spawn(
    String(electron),
    ['.', `--user-data-dir=${userData}`, ...sandboxSwitches(), ...args],
    {
      cwd: ROOT,
      stdio: 'ignore',
    },
  );
  return new Promise((resolve) => second.once('exit', resolve));
}

/** Chromium refuses to be sandboxed for root; Playwright adds the same for the first start. */
function sandboxSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
