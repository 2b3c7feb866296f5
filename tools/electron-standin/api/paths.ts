import os from 'node:os';
import path from 'node:path';
import type { App } from 'electron';
import { bootInfo } from '../boot/boot-info.ts';
import { notImplemented } from '../strict.ts';

type PathName = Parameters<App['getPath']>[0];

/** Where Electron keeps things on Linux. */
export function defaultPath(name: PathName): string {
  const home = os.homedir();
  const config = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
  const { app, switches } = bootInfo();
  const paths: Partial<Record<PathName, string>> = {
    home,
    appData: config,
    userData: switches.get('user-data-dir') ?? path.join(config, app.name),
    temp: os.tmpdir(),
    documents: path.join(home, 'Documents'),
    downloads: path.join(home, 'Downloads'),
  };
  const found = paths[name];
  if (found === undefined) throw notImplemented('app', `getPath('${name}')`);
  return found;
}
