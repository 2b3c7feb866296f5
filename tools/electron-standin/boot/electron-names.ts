/** The version of Electron whose declarations the stand-in is compiled against. */
export const ELECTRON_VERSION = '45.4.1';

/** The file that holds the API, beside the executable. */
export const ELECTRON_MODULE_FILE = 'electron-module.cjs';

/** Whether an import means the API. */
export function isElectronModule(specifier: string): boolean {
  return /^electron(\/(main|common))?$/.test(specifier);
}
