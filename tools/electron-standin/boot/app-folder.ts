import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { identifyProcess } from '../chromium/process-identity.ts';

/** An app that can be started. */
export interface AppFolder {
  readonly mainFile: string;
  readonly isPackaged: boolean;
  readonly name: string;
  readonly version: string;
}

/** What is read of an app's package.json. */
interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

/** Finds the app: the packaged one beside the executable, else the one the command line names. */
export async function findApp(
  executable: string,
  appPath: string | undefined,
  isAsarRequired: boolean,
): Promise<AppFolder> {
  const resources = path.join(path.dirname(executable), 'resources');
  const archive = path.join(resources, 'app.asar');
  if (existsSync(archive)) return readApp(await unpack(archive), true);
  const loose = path.join(resources, 'app');
  if (existsSync(loose) && !isAsarRequired) return readApp(loose, true);
  if (appPath === undefined) throw new Error('stand-in: there is no app to start');
  return readApp(path.resolve(appPath), false);
}

function readApp(location: string, isPackaged: boolean): AppFolder {
  if (!existsSync(location)) throw new Error(`stand-in: there is no app at ${location}`);
  if (!statSync(location).isDirectory()) {
    return { mainFile: location, isPackaged, name: 'Electron', version: '0.0.0' };
  }
  const manifest = JSON.parse(readFileSync(path.join(location, 'package.json'), 'utf8')) as Manifest;
  return {
    mainFile: path.join(location, manifest.main ?? 'index.js'),
    isPackaged,
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
  };
}

const UNPACKED_PREFIX = 'standin-asar-';

/** Node cannot read inside an archive as Electron can, so it is unpacked for the time of the run. */
async function unpack(archive: string): Promise<string> {
  removeLeftovers();
  const { extractAll } = await import('@electron/asar');
  const folder = mkdtempSync(path.join(tmpdir(), `${UNPACKED_PREFIX}${process.pid}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  extractAll(archive, folder);
  return folder;
}

/** A run that was killed could not clean up. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(UNPACKED_PREFIX)) continue;
    const pid = Number(name.slice(UNPACKED_PREFIX.length).split('-')[0]);
    if (identifyProcess(pid) === null) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
