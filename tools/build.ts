import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleLexicon } from './build/bundle-lexicon.ts';
import { bundleLibrary } from './build/bundle-library.ts';
import { bundleMain, bundlePreload, bundleRenderer } from './build/bundle-processes.ts';
import { isStale } from './build/is-stale.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.join(ROOT, 'out');
const STAMP = path.join(OUT, 'built');

const SOURCES = [
  'core',
  'electron',
  'ipc',
  'renderer',
  'resources',
  'build/icons',
  'tools/build',
  'tools/build.ts',
  'package.json',
  'package-lock.json',
].map((name) => path.join(ROOT, name));

/** What ends up in out/; each is replaced as a whole, so that a build that fails leaves the last good one. */
const PARTS = ['library', 'main', 'preload', 'renderer'] as const;

/** Builds the program into out/. With `onlyIfStale`, does nothing when nothing changed since the last build. */
export async function buildApp(options: { readonly onlyIfStale?: boolean } = {}): Promise<void> {
  if (options.onlyIfStale === true && !isStale(STAMP, SOURCES)) return;
  // A change that is made while the build runs must make the next one stale.
  const startedAt = new Date();
  mkdirSync(OUT, { recursive: true });
  const next = mkdtempSync(path.join(OUT, 'next-'));
  try {
    bundleLibrary(path.join(ROOT, 'resources/library'), path.join(next, 'library'));
    await bundleMain(path.join(next, 'main'));
    await bundlePreload(path.join(next, 'preload'));
    await bundleRenderer(path.join(next, 'renderer'));
    bundleLexicon(path.join(ROOT, 'resources/lexicon'), path.join(next, 'renderer/lexicon'));
    copyFileSync(path.join(ROOT, 'build/icons/256x256.png'), path.join(next, 'main/icon.png'));
    for (const part of PARTS) {
      rmSync(path.join(OUT, part), { recursive: true, force: true });
      renameSync(path.join(next, part), path.join(OUT, part));
    }
    writeFileSync(STAMP, '');
    utimesSync(STAMP, startedAt, startedAt);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const start = performance.now();
  await buildApp();
  console.log(`Built into out/ in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
