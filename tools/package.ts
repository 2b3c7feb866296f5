/**
 * `npm run package`: builds the program and makes packages of it under release/. `-- --checks FOLDER` makes only those
 * that need no download, in that folder.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './build.ts';
import { findElectron } from './electron-runtime.ts';
import { buildStandin } from './electron-standin/build.ts';
import { buildPackages, findMissingTools } from './packaging/build-packages.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const REAL_ELECTRON = path.join(ROOT, 'node_modules/electron/dist');

/** What electron-builder makes with Debian's tools alone. */
const OFFLINE_TARGETS = ['dir', 'tar.gz', 'deb'];

async function packageApp(checksFolder: string | undefined): Promise<void> {
  await buildApp();
  const hasElectron = findElectron() !== null;
  const outFolder = checksFolder ?? path.join(ROOT, 'release');
  const files =
    hasElectron && checksFolder === undefined
      ? await buildPackages({ electronFolder: REAL_ELECTRON, outFolder, targets: [], isOffline: false })
      : await packageOffline(hasElectron, outFolder);
  for (const file of files) console.log(path.relative(ROOT, file));
}

async function packageOffline(hasElectron: boolean, outFolder: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') {
    if (!hasElectron) {
      throw new Error(
        "Packages need Electron's own binary, which is not here. Fetch it: npx install-electron",
      );
    }
    return buildPackages({ electronFolder: REAL_ELECTRON, outFolder, targets: ['dir'], isOffline: false });
  }
  const missing = findMissingTools();
  if (missing.length > 0)
    throw new Error(`Packaging offline needs ${missing.join(', ')}: install it and try again.`);
  if (!hasElectron) {
    console.log("Electron's own binary is not here: the packages hold the stand-in and are for checks only.");
  }
  const electronFolder = hasElectron ? REAL_ELECTRON : await buildStandin();
  const files = await buildPackages({ electronFolder, outFolder, targets: OFFLINE_TARGETS, isOffline: true });
  console.log('Not built here, since their tools must be downloaded: AppImage, nsis (Windows), dmg (macOS).');
  return files;
}

const { values } = parseArgs({ options: { checks: { type: 'string' } } });
await packageApp(values.checks);
