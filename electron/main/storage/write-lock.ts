import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { succeed, type Result } from '../../../ipc/result.ts';
import { prepareFolder } from './durable-file.ts';
import { failForFileError, hasErrorCode, InUseError, isMissing } from './file-failure.ts';
import { isAlive } from './sweep-leftovers.ts';

/** What follows the name of a lock that is being cleared away. */
const GONE_ENDING = '.gone';

/**
 * A lock that nobody has given back or renewed for so long is taken over, in ms. It is held for the milliseconds of one
 * write; a program that is stopped longer than this in the middle of one finds the lock gone and begins anew.
 */
export const STALE_MS = 10_000;

/** How often it is tried to take a lock that has just been given back or cleared away. */
const ATTEMPTS = 3;

/** The right to write the files of one work, which one program has at a time. */
export interface WriteLock {
  /** Takes it, or says 'in-use': does not wait. Makes the folder where there is none. */
  readonly take: () => Result<null>;
  /** Whether it was taken and still is ours: somebody may have thought us dead. */
  readonly isHeld: () => boolean;
  /** Gives it back. */
  readonly release: () => void;
}

/**
 * A lock as a file of that name, which only one program can create: on POSIX a symbolic link, which says from its first
 * moment who holds it, and needs no room on a full disk; else a file.
 */
export function openWriteLock(
  lockPath: string,
  /** In ms. Of this program alone, and never put back: the clocks of two computers do not agree. */
  steadyMs: () => number = () => performance.now(),
): WriteLock {
  let held: string | undefined;
  /** The lock of somebody else that was in the way when it was tried last, and since when it was there. */
  let seen: { readonly owner: string; readonly sinceMs: number } | undefined;

  function isAbandoned(owner: string): boolean {
    if (isDead(owner)) return true;
    if (seen?.owner !== owner) seen = { owner, sinceMs: steadyMs() };
    return steadyMs() - seen.sinceMs >= STALE_MS;
  }

  function tryToTake(): void {
    const wanted = nameOwner();
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      held = create(lockPath, wanted);
      if (held !== undefined) {
        seen = undefined;
        return;
      }
      const owner = readOwner(lockPath);
      if (owner === undefined) continue;
      if (!isAbandoned(owner)) break;
      clearAway(lockPath, owner);
    }
    throw new InUseError(lockPath);
  }

  const isHeld = (): boolean => held !== undefined && readOwner(lockPath) === held;

  return {
    take: () => {
      try {
        tryToTake();
        return succeed(null);
      } catch (error) {
        return failForFileError(error, lockPath);
      }
    },
    isHeld,
    release: () => {
      try {
        if (isHeld()) fs.rmSync(lockPath, { force: true });
      } catch {
        // Whoever waits for it takes it over when it is stale.
      }
      held = undefined;
    },
  };
}

/** Clears away what programs that were killed on this computer have left locked. */
export function sweepLocks(folder: string): void {
  try {
    for (const entry of fs.readdirSync(folder)) {
      const entryPath = path.join(folder, entry);
      const owner = LOCK_NAME.test(entry) ? readOwner(entryPath) : undefined;
      if (owner === undefined || !isDead(owner)) continue;
      if (entry.endsWith(GONE_ENDING)) fs.rmSync(entryPath, { force: true });
      else clearAway(entryPath, owner);
    }
  } catch {
    // Where there is no such folder, or it may not be written, locks do no harm.
  }
}

const LOCK_NAME = /\.lock(?:\.\d{1,10}\.gone)?$/u;

/** Creates the lock; undefined where somebody else has it. Answers what it says of its owner. */
function create(lockPath: string, owner: string): string | undefined {
  try {
    return createOnce(lockPath, owner);
  } catch (error) {
    if (!isMissing(error)) throw error;
    prepareFolder(path.dirname(lockPath));
    return createOnce(lockPath, owner);
  }
}

function createOnce(lockPath: string, owner: string): string | undefined {
  if (process.platform === 'win32') return createFile(lockPath, owner);
  try {
    fs.symlinkSync(owner, lockPath);
    return owner;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return undefined;
    if (isMissing(error)) throw error;
    // A file system without symbolic links.
    return createFile(lockPath, owner);
  }
}

function createFile(lockPath: string, owner: string): string | undefined {
  let descriptor: number;
  try {
    descriptor = fs.openSync(lockPath, 'wx', 0o600);
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return undefined;
    throw error;
  }
  try {
    fs.writeSync(descriptor, owner);
    return owner;
  } catch {
    // On a full disk: what is to be written may make room. It says of nobody that he holds it, and so only time tells.
    fs.ftruncateSync(descriptor, 0);
    return '';
  } finally {
    fs.closeSync(descriptor);
  }
}

/** What a lock says of its owner; undefined where there is no lock. */
function readOwner(lockPath: string): string | undefined {
  try {
    return fs.readlinkSync(lockPath);
  } catch (error) {
    if (isMissing(error)) return undefined;
  }
  try {
    return fs.readFileSync(lockPath, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Takes a lock away that was found abandoned. Of two who do so one renames it; whoever finds that what he has renamed is not
 * what he had found, but was taken since, puts that back.
 */
function clearAway(lockPath: string, owner: string): void {
  const gone = `${lockPath}.${process.pid}${GONE_ENDING}`;
  try {
    fs.renameSync(lockPath, gone);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const renamed = readOwner(gone);
  if (renamed !== undefined && renamed !== owner) create(lockPath, renamed);
  fs.rmSync(gone, { force: true });
}

const OWNER = /^(?<machine>[0-9a-f]{16})\.(?<boot>[0-9a-f]{16})\.(?<pid>\d{1,10})\.(?<token>[0-9a-f-]{36})$/u;

/** The computer, its start, this process, and which of its locks this is. */
function nameOwner(): string {
  return [nameMachine(), nameBoot(), process.pid, randomUUID()].join('.');
}

/** Whether the owner certainly lives no more: a process of this computer that is gone, or one from before it was started. */
function isDead(owner: string): boolean {
  const { machine, boot, pid } = OWNER.exec(owner)?.groups ?? {};
  if (machine === undefined || machine !== nameMachine()) return false;
  return boot !== nameBoot() || !isAlive(Number(pid));
}

let machineName: string | undefined;

/**
 * Two computers may have one name, but hardly the same network cards too. The ids of processes mean something only within
 * their sandbox, if they are in one.
 */
function nameMachine(): string {
  machineName ??= shorten(
    [
      os.hostname(),
      ...Object.values(os.networkInterfaces()).flatMap((addresses = []) => addresses.map(({ mac }) => mac)),
      readIfThere(() => fs.readlinkSync('/proc/self/ns/pid')),
    ]
      .toSorted()
      .join(' '),
  );
  return machineName;
}

let bootName: string | undefined;

/** The start of the computer, where it has a name: on Linux. Else the same for all. */
function nameBoot(): string {
  bootName ??= shorten(readIfThere(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')));
  return bootName;
}

function readIfThere(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function shorten(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
