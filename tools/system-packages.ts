import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasDisplay } from './electron-runtime.ts';
import { findChromium } from './electron-standin/chromium/find-chromium.ts';

/** Something of the system's that npm cannot bring. */
export interface SystemNeed {
  /** What it is called to people. */
  readonly name: string;
  /** Its package in Debian and Ubuntu. */
  readonly package: string;
  readonly isMet: () => boolean;
}

/** What the stand-in shows its windows in. */
export const CHROMIUM: SystemNeed = {
  name: 'Chromium (or Google Chrome)',
  package: 'chromium',
  isMet: () => findChromium() !== null,
};

/** Everything that tests need. */
export const TEST_NEEDS: readonly SystemNeed[] = [
  CHROMIUM,
  {
    name: 'Xvfb, a display where there is none',
    package: 'xvfb',
    isMet: () => hasDisplay(process.env) || existsSync('/usr/bin/Xvfb'),
  },
  {
    name: 'a font for Chinese',
    package: 'fonts-noto-cjk',
    isMet: () => succeeds('fc-list :lang=zh-cn | grep -q .'),
  },
  { name: '7-Zip, for packages', package: 'p7zip-full', isMet: () => existsSync('/usr/bin/7za') },
];

/** Those of the needs that are not met. */
export function findUnmet(needs: readonly SystemNeed[]): readonly SystemNeed[] {
  return needs.filter((need) => !need.isMet());
}

/** How packages are installed here; null where that cannot be done from here. */
export function findInstaller(): readonly string[] | null {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return existsSync('/usr/bin/sudo') ? ['sudo'] : null;
}

/** Installs what is not there, by apt-get; `installer` goes before it. Whether everything is there now. */
export function install(needs: readonly SystemNeed[], installer: readonly string[]): boolean {
  const packages = needs.map((need) => need.package);
  console.log(`Installing ${packages.join(', ')} (apt-get)`);
  runApt(installer, ['update', '-q']);
  runApt(installer, ['install', '-q', '-y', '--no-install-recommends', ...packages]);
  return findUnmet(needs).length === 0;
}

/** What to do by hand, in words. */
export function describeUnmet(needs: readonly SystemNeed[]): string {
  const missing = needs.map((need) => `  ${need.name}: package ${need.package} in Debian and Ubuntu`);
  const hints = needs.includes(CHROMIUM)
    ? ['Chromium elsewhere: npx playwright install --with-deps chromium, or STANDIN_CHROMIUM=/path/to/it']
    : [];
  return ['Missing, please install:', ...missing, ...hints].join('\n');
}

function runApt(installer: readonly string[], args: readonly string[]): void {
  const [program, ...before] = [...installer, 'apt-get'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // What it says goes to stderr: it matters only when something goes wrong.
  spawnSync(program, [...before, ...args], { env, stdio: ['inherit', 'ignore', 'inherit'] });
}

function succeeds(command: string): boolean {
  return spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status === 0;
}
