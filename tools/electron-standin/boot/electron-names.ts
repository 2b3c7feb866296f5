/** The version of Electron whose declarations the stand-in is compiled against. */
export const ELECTRON_VERSION = '45.4.1';

/** What an app can import from 'electron'. */
export const ELECTRON_EXPORTS = [
  'app',
  'BrowserWindow',
  'clipboard',
  'dialog',
  'ipcMain',
  'Menu',
  'nativeTheme',
  'powerMonitor',
  'protocol',
  'screen',
  'session',
  'shell',
  'webContents',
] as const;

/** The file that stands for the module 'electron', beside the executable. */
export const ELECTRON_MODULE_FILE = 'electron-module.cjs';

/** Whether an import means the API. */
export function isElectronModule(specifier: string): boolean {
  return /^electron(\/(main|common))?$/.test(specifier);
}
