import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, Platform, type Configuration } from 'electron-builder';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where Debian's p7zip-full puts the program that electron-builder would download. */
const SYSTEM_7ZIP = '/usr/bin/7za';

/** Chromium's own words (dialogs, file choosers): the languages of the interface, as macOS and the others spell them. */
const CHROMIUM_LANGUAGES = ['en', 'en-US', 'zh_CN', 'zh-CN'];

/** What to make packages of, and where. */
export interface PackageOptions {
  /** A folder with an Electron distribution: the real one's, or the stand-in's. */
  readonly electronFolder: string;
  readonly outFolder: string;
  /** Electron-builder's target names; empty for all that build/electron-builder.yml has for this system. */
  readonly targets: readonly string[];
  /** Whether to use Debian's own tools where electron-builder would download its. */
  readonly isOffline: boolean;
}

/** Makes packages of what stands in out/ for this system. Gives the files that were made. */
export async function buildPackages(options: PackageOptions): Promise<readonly string[]> {
  const config: Configuration = {
    extends: path.join(ROOT, 'build/electron-builder.yml'),
    electronDist: options.electronFolder,
    directories: { output: options.outFolder },
    // Everything from npm is bundled: nothing to install, rebuild or search for.
    npmRebuild: true,
    beforeBuild: () => Promise.resolve(false),
    // The stand-in brings no translations of Chromium to choose among.
    electronLanguages: hasTranslations(options.electronFolder) ? CHROMIUM_LANGUAGES : [],
  };
  const targets = Platform.current().createTarget([...options.targets]);
  if (!options.isOffline) return build({ projectDir: ROOT, config, targets, publish: 'never' });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'duizhao-package-'));
  try {
    // electron-builder takes these two from the environment only.
    process.env['ELECTRON_BUILDER_7ZIP_PATH'] = SYSTEM_7ZIP;
    process.env['CUSTOM_FPM_PATH'] = writeFpmLauncher(folder);
    return await build({ projectDir: ROOT, config, targets, publish: 'never' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The programs that offline packaging needs and this system lacks, by the name of their Debian package. */
export function findMissingTools(): readonly string[] {
  const tools = [
    [SYSTEM_7ZIP, 'p7zip-full'],
    ['/usr/bin/dpkg-deb', 'dpkg'],
    ['/usr/bin/xz', 'xz-utils'],
  ] as const;
  return tools.filter(([program]) => !existsSync(program)).map(([, name]) => name);
}

function hasTranslations(electronFolder: string): boolean {
  return existsSync(path.join(electronFolder, 'locales')) || process.platform === 'darwin';
}

/** electron-builder starts fpm by its path alone, so the TypeScript gets a file that can be started. */
function writeFpmLauncher(folder: string): string {
  const launcher = path.join(folder, 'fpm');
  const script = path.join(import.meta.dirname, 'fpm-over-dpkg-deb.ts');
  const loader = fileURLToPath(import.meta.resolve('tsx'));
  writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" --import "${loader}" "${script}" "$@"\n`);
  chmodSync(launcher, 0o755);
  return launcher;
}
