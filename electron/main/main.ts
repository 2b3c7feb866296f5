import path from 'node:path';
import {
  app,
  clipboard,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  type BrowserWindow,
} from 'electron';
import type { EventName, Events } from '../../ipc/events.ts';
import { APP_SCHEME, createAppResponder } from './app-scheme.ts';
import { flushOnExit } from './flush-on-exit.ts';
import { createSettingsFollower } from './follow-settings.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import { resolvePlatform } from './platform.ts';
import { keepChromiumOffline, secureContents, secureSession } from './security.ts';
import { sendEvent } from './send-event.ts';
import { serveRequests } from './serve-requests.ts';
import { closeStoreChannel } from './storage/close-store-channel.ts';
import { openLibrary } from './storage/library.ts';
import { openNotebookStore } from './storage/notebook-store.ts';
import { openSettingsStore } from './storage/settings-store.ts';
import { isTrustedSender } from './trusted-sender.ts';
import { openWindow, paperColor, showWindow } from './window.ts';

/** The build puts everything the program reads beside the folder of this file, in a checkout as in app.asar. */
const OUT_FOLDER = path.dirname(import.meta.dirname);

/** Everything that needs a ready program. */
function startProgram(): void {
  const userData = app.getPath('userData');
  const settings = openSettingsStore(path.join(userData, 'settings.json'), () => new Date());
  const notebooks = openNotebookStore(path.join(userData, 'notes'));
  const library = openLibrary(path.join(OUT_FOLDER, 'library'));
  const platform = resolvePlatform(process.platform);
  const systemLocale = app.getLocale();
  let window: BrowserWindow | null = null;

  const send = <Name extends EventName>(name: Name, payload: Events[Name]): void => {
    if (window !== null) sendEvent(window.webContents, name, payload);
  };
  const flush = (): void => {
    notebooks.flush();
    settings.flush();
  };
  const openMainWindow = (): void => {
    const opened = openWindow({
      preloadFile: path.join(OUT_FOLDER, 'preload', 'preload.cjs'),
      iconFile: path.join(OUT_FOLDER, 'main', 'icon.png'),
      savedState: settings.windowState(),
      onClosing: (state) => {
        settings.saveWindowState(state);
        flush();
      },
    });
    opened.on('closed', () => (window = null));
    window = opened;
  };
  const followSettings = createSettingsFollower(
    { platform, hasDeveloperTools: !app.isPackaged, onCommand: (command) => send('commandChosen', command) },
    systemLocale,
  );

  closeStoreChannel(ipcMain);
  secureSession(session.defaultSession);
  protocol.handle(APP_SCHEME.scheme, createAppResponder(path.join(OUT_FOLDER, 'renderer')));
  const environment = { systemLocale, platform, appVersion: app.getVersion() };
  serveRequests(
    ipcMain,
    createHandlers({
      settings,
      notebooks,
      library,
      clipboard,
      environment,
      onSettingsChanged: followSettings,
    }),
    (event) => isTrustedSender(event, window?.webContents),
  );
  flushOnExit({ app, powerMonitor, process }, flush);
  nativeTheme.on('updated', () => window?.setBackgroundColor(paperColor()));
  app.on('second-instance', () => {
    if (window === null) openMainWindow();
    else showWindow(window);
    send('secondInstanceStarted', null);
  });
  app.on('activate', () => {
    if (window === null) openMainWindow();
  });
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  followSettings(settings.settings());
  openMainWindow();
}

keepChromiumOffline(app.commandLine);
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
secureContents(app);
if (app.requestSingleInstanceLock()) app.once('ready', startProgram);
else app.quit();
