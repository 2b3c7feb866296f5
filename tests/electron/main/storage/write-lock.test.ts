import '../../electron-in-node.ts';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  openWriteLock,
  STALE_MS,
  sweepLocks,
  type WriteLock,
} from '../../../../electron/main/storage/write-lock.ts';
import { makeFolder } from '../../temporary-folder.ts';

const TAKEN = { ok: true, value: null };

const IN_USE = { ok: false, failure: { code: 'in-use' } };

/** What the lock that is held at a path says of its owner. */
function readOwner(lockPath: string): string {
  return fs.lstatSync(lockPath).isSymbolicLink()
    ? fs.readlinkSync(lockPath)
    : fs.readFileSync(lockPath, 'utf8');
}

/** The id of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** Leaves a lock lying as its owner would be described if this or that were different. */
function leaveLock(lockPath: string, change: (parts: string[]) => void): void {
  const lock = openWriteLock(lockPath);
  lock.take();
  const parts = readOwner(lockPath).split('.');
  lock.release();
  change(parts);
  fs.writeFileSync(lockPath, parts.join('.'));
}

const LEFT: Readonly<
  Record<
    'a dead process' | 'an earlier start' | 'another computer' | 'nobody known',
    (lockPath: string) => void
  >
> = {
  'a dead process': (lockPath) => leaveLock(lockPath, (parts) => (parts[2] = String(endedProcess()))),
  'an earlier start': (lockPath) => leaveLock(lockPath, (parts) => (parts[1] = '0'.repeat(16))),
  'another computer': (lockPath) =>
    leaveLock(lockPath, (parts) => {
      parts[0] = '0'.repeat(16);
      parts[2] = String(endedProcess());
    }),
  'nobody known': (lockPath) => fs.writeFileSync(lockPath, ''),
};

function openAt(lockPath: string): { readonly lock: WriteLock; readonly pass: (ms: number) => void } {
  let nowMs = 1000;
  return { lock: openWriteLock(lockPath, () => nowMs), pass: (ms) => (nowMs += ms) };
}

describe('the lock of a work', () => {
  test('is held by one at a time, and leaves nothing behind', () => {
    const folder = path.join(makeFolder(), 'notes');
    const [one, other] = [
      openWriteLock(path.join(folder, 'a.lock')),
      openWriteLock(path.join(folder, 'a.lock')),
    ];
    expect(one.take()).toEqual(TAKEN);
    expect(other.take()).toMatchObject(IN_USE);
    expect([one.isHeld(), other.isHeld()]).toEqual([true, false]);
    other.release();
    expect(one.isHeld()).toBe(true);
    one.release();
    expect(fs.readdirSync(folder)).toEqual([]);
    expect(other.take()).toEqual(TAKEN);
    other.release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test.each(['a dead process', 'an earlier start'] as const)(
    'that %s has left is taken over at once',
    (who) => {
      const lockPath = path.join(makeFolder(), 'a.lock');
      LEFT[who](lockPath);
      const lock = openWriteLock(lockPath);
      expect(lock.take()).toEqual(TAKEN);
      lock.release();
      expect(fs.readdirSync(path.dirname(lockPath))).toEqual([]);
    },
  );

  test.each(['another computer', 'nobody known'] as const)(
    'that %s has left is taken over once nothing has happened to it for a while, by one clock',
    (who) => {
      const lockPath = path.join(makeFolder(), 'a.lock');
      LEFT[who](lockPath);
      const { lock, pass } = openAt(lockPath);
      expect(lock.take()).toMatchObject(IN_USE);
      pass(STALE_MS - 1);
      expect(lock.take()).toMatchObject(IN_USE);
      pass(1);
      expect(lock.take()).toEqual(TAKEN);
    },
  );

  test('that goes from hand to hand is never stale', () => {
    const lockPath = path.join(makeFolder(), 'a.lock');
    const busy = openWriteLock(lockPath);
    const { lock, pass } = openAt(lockPath);
    for (let round = 0; round < 5; round += 1) {
      busy.take();
      expect(lock.take()).toMatchObject(IN_USE);
      busy.release();
      pass(STALE_MS / 2);
    }
  });

  test('is known to be lost by whoever slept while it was taken over, and given back by him no more', () => {
    const lockPath = path.join(makeFolder(), 'a.lock');
    const sleeper = openWriteLock(lockPath);
    sleeper.take();
    const { lock, pass } = openAt(lockPath);
    expect(lock.take()).toMatchObject(IN_USE);
    pass(STALE_MS);
    expect(lock.take()).toEqual(TAKEN);
    expect(sleeper.isHeld()).toBe(false);
    sleeper.release();
    expect(lock.isHeld()).toBe(true);
  });

  test('of the dead is not mistaken for the one somebody takes at the same moment', () => {
    const lockPath = path.join(makeFolder(), 'a.lock');
    LEFT['a dead process'](lockPath);
    const [quick, slow] = [openWriteLock(lockPath), openWriteLock(lockPath)];
    const rename = fs.renameSync;
    let isFirst = true;
    // Both have found the dead one's lock; the slow one clears it away when the quick one has done so and has its own.
    const spy = vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (isFirst) {
        isFirst = false;
        expect(quick.take()).toEqual(TAKEN);
      }
      rename(from, to);
    });
    onTestFinished(() => spy.mockRestore());
    expect(slow.take()).toMatchObject(IN_USE);
    expect(isFirst).toBe(false);
    expect(quick.isHeld()).toBe(true);
    expect(fs.readdirSync(path.dirname(lockPath))).toEqual(['a.lock']);
  });

  test('cannot be taken where a file stands in the place of the folder, and that is told', () => {
    const folder = path.join(makeFolder(), 'notes');
    fs.writeFileSync(folder, 'not a folder');
    expect(openWriteLock(path.join(folder, 'a.lock')).take()).toMatchObject({
      failure: { code: 'no-folder' },
    });
  });

  test('is a file where the disk knows no symbolic links', () => {
    const lockPath = path.join(makeFolder(), 'a.lock');
    const spy = vi.spyOn(fs, 'symlinkSync').mockImplementation(() => {
      throw Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' });
    });
    onTestFinished(() => spy.mockRestore());
    const [one, other] = [openWriteLock(lockPath), openWriteLock(lockPath)];
    expect(one.take()).toEqual(TAKEN);
    expect(fs.lstatSync(lockPath).isFile()).toBe(true);
    expect(other.take()).toMatchObject(IN_USE);
    expect(one.isHeld()).toBe(true);
    one.release();
    expect(other.take()).toEqual(TAKEN);
  });
});

test('locks of the dead are swept away when a folder is opened, no others', () => {
  const folder = makeFolder();
  LEFT['a dead process'](path.join(folder, 'dead.lock'));
  LEFT['a dead process'](path.join(folder, 'cleared.lock.1234.gone'));
  LEFT['another computer'](path.join(folder, 'elsewhere.lock'));
  const held = openWriteLock(path.join(folder, 'held.lock'));
  held.take();
  fs.writeFileSync(path.join(folder, 'a.json'), '{}');
  sweepLocks(folder);
  expect(fs.readdirSync(folder).toSorted()).toEqual(['a.json', 'elsewhere.lock', 'held.lock']);
});
