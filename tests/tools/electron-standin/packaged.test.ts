import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildStandin } from '../../../tools/electron-standin/build.ts';
import { openDesk, SAMPLE_APP, waitUntil, type SampleDesk } from './sample.ts';

let desk: SampleDesk;
let executable = '';

/** Lays an app out as electron-builder does: Electron's distribution, the executable renamed, the app in resources. */
beforeEach(async () => {
  desk = openDesk();
  const folder = path.join(path.dirname(desk.userData), 'packaged');
  cpSync(await buildStandin(), folder, { recursive: true });
  executable = path.join(folder, 'sample');
  cpSync(path.join(folder, 'electron'), executable);
});

afterEach(() => desk.clean(), 60_000);

const resources = (): string => path.join(path.dirname(executable), 'resources');

const unpackedFolders = (pid: number): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`standin-asar-${pid}-`));

const SLOW = { timeout: 60_000 };

describe('a packaged app', SLOW, () => {
  test('runs from its archive, knows that it is packaged, and cleans up', async () => {
    await createPackage(SAMPLE_APP, path.join(resources(), 'app.asar'));
    const run = await desk.start({ executable });
    await desk.waitForNote('ready-to-show');
    expect(desk.notes()[0]).toBe('start packaged=true 1.2.3');
    expect(unpackedFolders(run.pid)).toHaveLength(1);
    process.kill(run.pid, 'SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(unpackedFolders(run.pid)).toEqual([]);
  });

  test('that was killed leaves an unpacked archive, which the next start removes', async () => {
    await createPackage(SAMPLE_APP, path.join(resources(), 'app.asar'));
    const killed = await desk.start({ executable });
    await desk.waitForNote('start');
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    expect(unpackedFolders(killed.pid)).toHaveLength(1);
    const next = await desk.start({ executable });
    await waitUntil(() => unpackedFolders(killed.pid).length === 0);
    process.kill(next.pid, 'SIGTERM');
    await next.ended;
  });

  test('has fuses that can be flipped and read', async () => {
    expect((await getCurrentFuseWire(executable))[FuseV1Options.RunAsNode]).toBe('1'.charCodeAt(0));
    await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: false });
    expect((await getCurrentFuseWire(executable))[FuseV1Options.RunAsNode]).toBe('0'.charCodeAt(0));
    const run = await desk.start({ executable, args: ['--version'] });
    expect((await run.ended).code).toBe(0);
  });

  test('cannot be debugged when the fuse forbids it', async () => {
    await createPackage(SAMPLE_APP, path.join(resources(), 'app.asar'));
    const open = await desk.start({ executable, args: ['--inspect=0'], mode: 'throws' });
    await open.ended;
    expect(open.errors()).toContain('Debugger listening on');
    await flipFuses(executable, {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
    });
    const closed = await desk.start({ executable, args: ['--inspect=0'], mode: 'throws' });
    expect((await closed.ended).code).toBe(1);
    expect(closed.errors()).not.toContain('Debugger listening on');
  });

  test('runs from a folder only as long as the fuse allows it', async () => {
    mkdirSync(resources(), { recursive: true });
    cpSync(SAMPLE_APP, path.join(resources(), 'app'), { recursive: true });
    const run = await desk.start({ executable, mode: 'throws' });
    await run.ended;
    expect(run.errors()).toContain('thrown by the main module');
    await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.OnlyLoadAppFromAsar]: true });
    const refused = await desk.start({ executable, mode: 'throws' });
    expect((await refused.ended).code).toBe(1);
    expect(refused.errors()).toContain('stand-in: there is no app to start');
  });
});
