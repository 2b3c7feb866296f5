import { BrowserWindow as BrowserWindowClass } from './api/browser-window.ts';
import { StrictEmitter } from './strict-emitter.ts';
import { strict } from './strict.ts';

export { app } from './api/app.ts';
export { clipboard } from './api/clipboard.ts';
export { ipcMain } from './api/ipc-main.ts';
export { Menu } from './api/menu.ts';
export { nativeTheme } from './api/native-theme.ts';
export { protocol } from './api/protocol.ts';
export { screen } from './api/screen.ts';
export { session } from './api/session.ts';
export { webContents } from './api/web-contents.ts';

/** The class `BrowserWindow`. */
export const BrowserWindow = strict('BrowserWindow', BrowserWindowClass);

/** The module `powerMonitor`; nothing here ever happens to the computer. */
export const powerMonitor = new StrictEmitter('powerMonitor', ['suspend', 'shutdown']);

/** The module `shell`: electron-store wants it to be there. */
export const shell = strict('shell', {});
