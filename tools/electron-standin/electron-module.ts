import { app } from './api/app.ts';
import { BrowserWindow } from './api/browser-window.ts';
import { clipboard } from './api/clipboard.ts';
import { dialog } from './api/dialog.ts';
import { ipcMain } from './api/ipc-main.ts';
import { Menu } from './api/menu.ts';
import { nativeTheme } from './api/native-theme.ts';
import { protocol } from './api/protocol.ts';
import { screen } from './api/screen.ts';
import { session } from './api/session.ts';
import { webContents } from './api/web-contents.ts';
import type { ELECTRON_EXPORTS } from './boot/electron-names.ts';
import { StrictEmitter } from './strict-emitter.ts';
import { strict } from './strict.ts';

/** The module 'electron' as the app sees it. */
export const electron: Readonly<Record<(typeof ELECTRON_EXPORTS)[number], object>> = strict('electron', {
  app,
  BrowserWindow: strict('BrowserWindow', BrowserWindow),
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  // Nothing here ever happens to the computer.
  powerMonitor: new StrictEmitter('powerMonitor', ['suspend', 'shutdown']),
  protocol,
  screen,
  session,
  // electron-store wants it to be there.
  shell: strict('shell', {}),
  webContents,
});
