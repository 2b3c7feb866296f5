import Module, { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ELECTRON_MODULE_FILE, isElectronModule } from './electron-names.ts';

type ResolveFilename = (request: string, ...rest: unknown[]) => string;

/** Makes `import 'electron'` and `require('electron')` give the API in `folder`, one instance for all. */
export function provideElectron(folder: string): void {
  const apiFile = path.join(folder, ELECTRON_MODULE_FILE);
  register(pathToFileURL(path.join(folder, 'resolve-electron.mjs')));
  // Hooks for require exist from Node 22.15 on only.
  const resolveFilename = Reflect.get(Module, '_resolveFilename') as ResolveFilename;
  Reflect.set(Module, '_resolveFilename', (request: string, ...rest: unknown[]) =>
    isElectronModule(request) ? apiFile : resolveFilename.call(Module, request, ...rest),
  );
}
