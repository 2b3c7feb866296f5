import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the program runs on: Electron itself, or the Chromium stand-in for it. */
export type Runtime = 'electron' | 'stand-in';

const ELECTRON_PACKAGE = path.resolve(import.meta.dirname, '../node_modules/electron');

/** Electron's executable where the package has fetched it, else null. */
export function findElectron(): string | null {
  const pathFile = path.join(ELECTRON_PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = path.join(ELECTRON_PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** What a person asks for in the environment: `DUIZHAO_RUNTIME=electron` or `=stand-in`; null for what is best. */
export function requestedRuntime(environment: NodeJS.ProcessEnv): Runtime | null {
  const asked = environment['DUIZHAO_RUNTIME'] ?? '';
  if (asked === '') return null;
  if (asked === 'electron' || asked === 'stand-in') return asked;
  throw new Error(`DUIZHAO_RUNTIME is "${asked}"; it can be "electron" or "stand-in"`);
}

/** Whether there is a screen. Without one Electron cannot start; the stand-in can. */
export function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = environment;
  return process.platform !== 'linux' || DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}

/** What to run on with what is there now. */
export function chooseRuntime(environment: NodeJS.ProcessEnv): Runtime {
  const best = findElectron() !== null && hasDisplay(environment) ? 'electron' : 'stand-in';
  return requestedRuntime(environment) ?? best;
}
