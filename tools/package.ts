/** `npm run package`: builds the program and makes packages of it under release/. */
import path from 'node:path';
import { buildApp } from './build.ts';
import { findElectron } from './electron-runtime.ts';
import { buildStandin } from './electron-standin/build.ts';
import { buildPackages, findMissingTools } from './packaging/build-packages.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

async function packageApp(): Promise<void> {
  await buildApp();
  const outFolder = path.join(ROOT, 'release');
  const files = findElectron() === null ? await packageStandin(outFolder) : await packageElectron(outFolder);
  for (const file of files) console.log(path.relative(ROOT, file));
}

/** All that build/electron-builder.yml has for this system; electron-builder downloads the tools for it. */
function packageElectron(outFolder: string): Promise<readonly string[]> {
  const electronFolder = path.join(ROOT, 'node_modules/electron/dist');
  return buildPackages({ electronFolder, outFolder, targets: [], isOffline: false });
}

async function packageStandin(outFolder: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') {
    throw new Error(
      "Electron's own binary is not here, and packages need it. Fetch it: npx install-electron",
    );
  }
  const missing = findMissingTools();
  if (missing.length > 0)
    throw new Error(`Packaging offline needs ${missing.join(', ')}: install it and try again.`);
  console.log("Electron's own binary is not here: the packages hold the stand-in and are for checks only.");
  const electronFolder = await buildStandin();
  const targets = ['dir', 'tar.gz', 'deb'];
  const files = await buildPackages({ electronFolder, outFolder, targets, isOffline: true });
  console.log('Not built here, since their tools must be downloaded: AppImage, nsis (Windows), dmg (macOS).');
  return files;
}

await packageApp();
