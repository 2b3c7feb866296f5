import os from 'node:os';
import path from 'node:path';
import type { App } from 'electron';
import { bootInfo } from '../boot/boot-info.ts';
import { notImplemented } from '../strict.ts';

/** Where Electron keeps things on Linux. */
export function defaultPath(name: Parameters<App['getPath']>[0]): string {
  if (name !== 'userData') throw notImplemented('app', `getPath('${name}')`);
  const { app, switches } = bootInfo();
  const config = process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
  return switches.get('user-data-dir') ?? path.join(config, app.name);
}
