import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findElectron } from './electron-runtime.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const INSTALLER = path.join(ROOT, 'node_modules/electron/install.js');

/** Where it is noted that fetching has failed, so that the next start need not wait. */
const FAILURE_FILE = path.join(ROOT, 'out/electron-fetch-failed');

/** How long a start may wait for Electron's binary. */
export const FETCH_LIMIT_SECONDS = 20;

const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** Whether fetching has failed within the last day. */
export function hasFailedLately(): boolean {
  let failedAt: number;
  try {
    failedAt = Number(readFileSync(FAILURE_FILE, 'utf8'));
  } catch {
    return false;
  }
  return Date.now() - failedAt < RETRY_AFTER_MS;
}

/** Fetches Electron's binary as its package would at the first use, but not for ever; null when that has failed. */
export async function fetchElectron(): Promise<string | null> {
  await runInstaller();
  const executable = findElectron();
  if (executable === null) {
    mkdirSync(path.dirname(FAILURE_FILE), { recursive: true });
    writeFileSync(FAILURE_FILE, String(Date.now()));
  }
  return executable;
}

function runInstaller(): Promise<void> {
  const child = spawn(process.execPath, [INSTALLER], { stdio: 'ignore' });
  const limit = setTimeout(() => child.kill('SIGKILL'), FETCH_LIMIT_SECONDS * 1000);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(limit);
      resolve();
    });
  });
}
