import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isStale } from '../build/is-stale.ts';
import { ELECTRON_VERSION } from './boot/electron-names.ts';

const OUT = path.resolve(import.meta.dirname, '../../out');

/** Where the stand-in is built; what ELECTRON_OVERRIDE_DIST_PATH is to be. */
export const STANDIN_FOLDER = path.join(OUT, 'electron-standin');

/** Builds the stand-in if its sources have changed since, and gives the folder with the executable `electron`. */
export async function buildStandin(): Promise<string> {
  const executable = path.join(STANDIN_FOLDER, 'electron');
  if (!isStale(executable, [import.meta.dirname])) return STANDIN_FOLDER;
  // A change that is made while the build runs must make the next one stale.
  const startedAt = new Date();
  mkdirSync(OUT, { recursive: true });
  // Not in place, since another process may be running what is there.
  const next = mkdtempSync(path.join(OUT, 'next-standin-'));
  try {
    // Loading the bundler takes longer than finding that it is not needed.
    const { bundleStandin } = await import('./bundle.ts');
    await bundleStandin(next);
    writeDistributionFiles(next);
    chmodSync(next, 0o755);
    chmodSync(path.join(next, 'electron'), 0o755);
    utimesSync(path.join(next, 'electron'), startedAt, startedAt);
    // Meanwhile another process may have built the same.
    if (isStale(executable, [import.meta.dirname])) replaceFolder(STANDIN_FOLDER, next);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return STANDIN_FOLDER;
}

/** Quickly, since somebody may be starting what is there. */
function replaceFolder(folder: string, next: string): void {
  const last = `${next}-last`;
  if (existsSync(folder)) renameSync(folder, last);
  renameSync(next, folder);
  rmSync(last, { recursive: true, force: true });
}

/** What makes the folder look like Electron's own distribution to electron-builder, and its scripts CommonJS to Node. */
function writeDistributionFiles(folder: string): void {
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(path.join(folder, 'version'), ELECTRON_VERSION);
  writeFileSync(
    path.join(folder, 'LICENSE'),
    'The stand-in is part of the project that it was built from.\n',
  );
  mkdirSync(path.join(folder, 'resources'));
}
