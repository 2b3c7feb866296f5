/**
 * Takes the place of Electron's executable: `electron [-r MODULE] [--switches] APP [the app's arguments]`.
 * build.ts makes of it a file named `electron`.
 */
import { realpathSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findApp, type AppFolder } from './boot/app-folder.ts';
import { setBootInfo } from './boot/boot-info.ts';
import { parseCommandLine } from './boot/command-line.ts';
import { ELECTRON_VERSION } from './boot/electron-names.ts';
import { readFuses } from './boot/fuses.ts';
import { provideElectron } from './boot/provide-electron.ts';

/** How long a main module may take to be evaluated; real Electron waits for ever. */
const LOAD_LIMIT_MS = Number(process.env['STANDIN_LOAD_LIMIT_MS'] ?? 10_000);

async function run(): Promise<void> {
  const executable = realpathSync(process.argv[1] ?? '');
  const args = process.argv.slice(2);
  const { requires, appPath, inspectPort, isVersionAsked, switches } = parseCommandLine(args);
  if (isVersionAsked) {
    console.log(`v${ELECTRON_VERSION}-standin`);
    return;
  }
  const fuses = readFuses(executable);
  const app = await findApp(executable, appPath, fuses.isAsarRequired);
  setBootInfo({ executable, app, switches });
  disguiseProcess(executable, args, app);
  if (inspectPort !== undefined && fuses.isInspectAllowed) inspector.open(inspectPort);

  provideElectron(path.dirname(executable));
  const { quitOnSignals, startApp } = await import('./start-app.ts');
  quitOnSignals();
  const require = createRequire(executable);
  // As in Electron, which knows -r only while it runs an app that is not packaged.
  if (!app.isPackaged) for (const file of requires) require(path.resolve(file));
  await loadMain(app.mainFile);
  await startApp();
}

/** Makes `process` look as it does in Electron's main process. */
function disguiseProcess(executable: string, args: readonly string[], { isPackaged }: AppFolder): void {
  process.argv = [executable, ...args];
  Object.assign(process, {
    type: 'browser',
    resourcesPath: path.join(path.dirname(executable), 'resources'),
    ...(isPackaged ? {} : { defaultApp: true }),
  });
  Object.defineProperty(process.versions, 'electron', { value: ELECTRON_VERSION, enumerable: true });
}

/** As in Electron, nothing becomes ready before the main module has been evaluated to its end. */
async function loadMain(file: string): Promise<void> {
  const limit = setTimeout(() => {
    console.error(
      `stand-in: ${file} has not finished loading after ${LOAD_LIMIT_MS / 1000} s. A top-level await of ` +
        'app.whenReady() never ends in Electron; use app.whenReady().then(…)',
    );
    process.exit(1);
  }, LOAD_LIMIT_MS);
  await import(pathToFileURL(file).href);
  clearTimeout(limit);
}

run().catch((error: unknown) => {
  // What the stand-in itself has to say is a whole sentence; anything else comes from the app.
  if (error instanceof Error && error.message.startsWith('stand-in:')) console.error(error.message);
  else console.error('App threw an error during load', error);
  process.exit(1);
});
