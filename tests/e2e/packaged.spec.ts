import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import type { Page } from '@playwright/test';
import { startDriven } from '../../tools/drive-app.ts';
import { work } from './desk.ts';
import { expect, test as base } from './fixtures.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The states of a fuse, as they stand in the executable. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/** Where electron-builder leaves the program for each system, its executable and its archive. */
const LAYOUTS = {
  linux: { folder: 'linux-unpacked', executable: 'duizhao', resources: 'resources' },
  win32: { folder: 'win-unpacked', executable: 'Duizhao.exe', resources: 'resources' },
  darwin: {
    folder: process.arch === 'arm64' ? 'mac-arm64' : 'mac',
    executable: 'Duizhao.app/Contents/MacOS/Duizhao',
    resources: 'Duizhao.app/Contents/Resources',
  },
} as const;

const LAYOUT =
  LAYOUTS[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'];

/** The packages, made once by the command a person would use. */
const test = base.extend<object, { packages: string }>({
  packages: [
    async ({ browserName }, provide) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), `duizhao-packages-${browserName}-`));
      const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
      execFileSync(process.execPath, [tsx, 'tools/package.ts', '--checks', folder], {
        cwd: ROOT,
        stdio: 'pipe',
      });
      await provide(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
}

function hashFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

test('the archive holds what runs, and nothing else', ({ packages }) => {
  const archive = path.join(packages, LAYOUT.folder, LAYOUT.resources, 'app.asar');
  const entries = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1));
  const folders = new Set(entries.map((name) => path.posix.dirname(name)));
  const files = entries.filter((name) => !folders.has(name));
  const built = ['main', 'preload', 'renderer', 'library'].flatMap((part) =>
    listFiles(path.join(ROOT, 'out', part)).map((name) => `out/${part}/${name}`),
  );
  // The licences lie beside the archive, where people find them.
  const expected = built.filter((name) => !name.endsWith('licenses.md'));
  expect(files.toSorted()).toEqual([...expected, 'package.json'].toSorted());

  const description: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
  expect(description).toMatchObject({
    name: 'duizhao',
    main: 'out/main/main.js',
    desktopName: 'duizhao.desktop',
  });
  expect(description).not.toHaveProperty('scripts');
  expect(description).not.toHaveProperty('devDependencies');
});

test('the fuses are blown', async ({ packages }) => {
  const wire = await getCurrentFuseWire(path.join(packages, LAYOUT.folder, LAYOUT.executable));
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableCookieEncryption]: ON,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
  });
});

test('the licences lie beside the program', ({ packages }) => {
  const folder = path.join(
    packages,
    LAYOUT.folder,
    process.platform === 'darwin' ? 'Duizhao.app/Contents' : '.',
  );
  expect(readdirSync(path.join(folder, 'licenses')).toSorted()).toEqual([
    'LICENSE.txt',
    'NOTICE.txt',
    'libraries-and-fonts-of-the-interface.md',
    'libraries-of-the-program.md',
  ]);
});

test.describe('on Linux', () => {
  test.skip(process.platform !== 'linux', 'deb and tar.gz are for Linux');

  function findPackage(packages: string, ending: string): string {
    const name = readdirSync(packages).find((candidate) => candidate.endsWith(ending));
    if (name === undefined) throw new Error(`there is no ${ending} in ${packages}`);
    return path.join(packages, name);
  }

  test('the deb installs the program with its entry in the menu of the desktop', ({ packages }, {
    outputDir,
  }) => {
    const file = findPackage(packages, '.deb');
    const field = (name: string): string =>
      execFileSync('dpkg-deb', ['-f', file, name], { encoding: 'utf8' }).trim();
    expect([field('Package'), field('Section'), field('Depends').includes('libgtk-3-0')]).toEqual([
      'duizhao',
      'education',
      true,
    ]);
    execFileSync('dpkg-deb', ['-x', file, outputDir]);
    expect(hashFile(path.join(outputDir, 'opt/Duizhao/resources/app.asar'))).toBe(
      hashFile(path.join(packages, LAYOUT.folder, 'resources/app.asar')),
    );
    const entry = readFileSync(path.join(outputDir, 'usr/share/applications/duizhao.desktop'), 'utf8').split(
      '\n',
    );
    expect(entry).toEqual(
      expect.arrayContaining([
        'Name=Duizhao',
        'Name[zh_CN]=对照',
        'Icon=duizhao',
        'Categories=Education;',
        'StartupWMClass=duizhao',
      ]),
    );
    const icons = path.join(outputDir, 'usr/share/icons/hicolor');
    for (const size of [16, 32, 48, 128, 256, 512]) {
      expect(existsSync(path.join(icons, `${size}x${size}/apps/duizhao.png`))).toBe(true);
    }
  });

  test('the archive unpacks to the same program', ({ packages }, { outputDir }) => {
    const unpacked = path.join(packages, LAYOUT.folder);
    execFileSync('mkdir', ['-p', outputDir]);
    execFileSync('tar', ['-xzf', findPackage(packages, '.tar.gz'), '--strip-components=1', '-C', outputDir]);
    expect(listFiles(outputDir).toSorted()).toEqual(
      expect.arrayContaining([
        'LICENSE.electron.txt',
        'duizhao',
        'resources/app.asar',
        'licenses/LICENSE.txt',
      ]),
    );
    for (const name of ['duizhao', 'resources/app.asar']) {
      expect(hashFile(path.join(outputDir, name))).toBe(hashFile(path.join(unpacked, name)));
    }
  });
});

test('the packaged program starts, and finds a note again', async ({ packages, userData }, { outputDir }) => {
  const program = path.join(outputDir, 'program');
  cpSync(path.join(packages, LAYOUT.folder), program, { recursive: true, verbatimSymlinks: true });
  const executablePath = path.join(program, LAYOUT.executable);
  // Playwright speaks to main through the inspector, which the fuse of a release forbids.
  await flipFuses(executablePath, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const launch = () => startDriven({ executablePath, args: [`--user-data-dir=${userData}`, '--lang=en-US'] });

  const first = await launch();
  expect(await first.evaluate(({ app }) => app.isPackaged)).toBe(true);
  const page = await openDesk(await first.firstWindow());
  await expect(page.getByText(work.units[0]?.segments['zh-Hans'] ?? '').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('n');
  await page.keyboard.type('written in the packaged program');
  await page.keyboard.press('Escape');
  await expect(page.getByText('written in the packaged program')).toBeVisible();
  await first.close();

  const second = await launch();
  const again = await openDesk(await second.firstWindow());
  await expect(again.getByText('written in the packaged program')).toBeVisible();
  await second.close();
});

async function openDesk(page: Page): Promise<Page> {
  await page.locator('body[data-app-ready]').waitFor({ state: 'attached' });
  return page;
}
