import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identifyProcess, isRunning } from '../../../../tools/electron-standin/chromium/process-identity.ts';
import { claimProfile } from '../../../../tools/electron-standin/chromium/profile.ts';

let folder = '';
let children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'standin-profile-'));
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(folder, { recursive: true });
});

/** A process that does nothing, leading a group as a browser does. */
async function startIdler(): Promise<{
  child: ChildProcess;
  identity: NonNullable<ReturnType<typeof identifyProcess>>;
}> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  children.push(child);
  await once(child, 'spawn');
  const identity = identifyProcess(child.pid ?? 0);
  if (identity === null) throw new Error('the process is not there');
  return { child, identity };
}

function writeUse(use: object): void {
  writeFileSync(path.join(folder, 'standin-use.json'), JSON.stringify(use));
}

test('a profile that another main process uses is refused, and its browser left alone', async () => {
  const owner = await startIdler();
  const browser = await startIdler();
  writeUse({ owner: owner.identity, browser: browser.identity });
  await expect(claimProfile(folder)).rejects.toThrow(`process ${owner.identity.pid} uses ${folder}`);
  expect(isRunning(browser.identity)).toBe(true);
});

test('of a killed main process the browser is ended, and its locks are taken away', async () => {
  const owner = await startIdler();
  owner.child.kill('SIGKILL');
  await once(owner.child, 'exit');
  const browser = await startIdler();
  writeUse({ owner: owner.identity, browser: browser.identity });
  symlinkSync(`host-${browser.identity.pid}`, path.join(folder, 'SingletonLock'));
  await claimProfile(folder);
  expect(isRunning(browser.identity)).toBe(false);
  expect(existsSync(path.join(folder, 'SingletonLock'))).toBe(false);
});

test('a process that only has the number of a browser of old is left alone', async () => {
  const bystander = await startIdler();
  const past = { pid: bystander.identity.pid, startTicks: '1' };
  writeUse({ owner: past, browser: past });
  await claimProfile(folder);
  expect(isRunning(bystander.identity)).toBe(true);
});

test('a use that was written by halves is no use', async () => {
  writeFileSync(path.join(folder, 'standin-use.json'), '{ "owner": ');
  await expect(claimProfile(folder)).resolves.toBeUndefined();
});
