import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identifyProcess, isRunning, type ProcessIdentity } from './process-identity.ts';

/** Who uses a profile. */
interface ProfileUse {
  readonly owner: ProcessIdentity;
  readonly browser: ProcessIdentity;
}

/** Chromium's own marks of a profile in use. */
const CHROMIUM_LOCKS = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'] as const;

const POLL_MS = 5;

/**
 * Makes a profile ready for a new browser: ends one whose main process was killed and which has not noticed yet, and
 * takes its locks away. Fails when another main process uses the profile.
 */
export async function claimProfile(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const use = readUse(folder);
  if (use === null) return;
  if (use.owner.pid !== process.pid && isRunning(use.owner))
    throw new Error(
      `stand-in: process ${use.owner.pid} uses ${folder}. End it, or call app.requestSingleInstanceLock()`,
    );
  await endProcessGroup(use.browser);
  removeLocks(folder);
}

/** Removes what a browser that was killed has left of its marks, and the folder of its socket. */
export function removeLocks(folder: string): void {
  const socket = path.join(folder, 'SingletonSocket');
  if (lstatSync(socket, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    const socketFolder = path.dirname(readlinkSync(socket));
    if (path.basename(socketFolder).includes('org.chromium.'))
      rmSync(socketFolder, { recursive: true, force: true });
  }
  for (const lock of CHROMIUM_LOCKS) rmSync(path.join(folder, lock), { force: true });
}

/** Writes down which browser uses the profile. */
export function recordProfileUse(folder: string, browserPid: number): void {
  const owner = identifyProcess(process.pid);
  const browser = identifyProcess(browserPid);
  if (owner === null || browser === null) return;
  writeFileSync(profileUseFile(folder), JSON.stringify({ owner, browser } satisfies ProfileUse));
}

function profileUseFile(folder: string): string {
  return path.join(folder, 'standin-use.json');
}

function readUse(folder: string): ProfileUse | null {
  try {
    return JSON.parse(readFileSync(profileUseFile(folder), 'utf8')) as ProfileUse;
  } catch {
    // None, or half of one from a killed process that had just started its browser.
    return null;
  }
}

async function endProcessGroup(leader: ProcessIdentity): Promise<void> {
  while (isRunning(leader)) {
    killProcessGroup(leader.pid);
    await wait(POLL_MS);
  }
}

/** Ends a browser with everything it has started. */
export function killProcessGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
