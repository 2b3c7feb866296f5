import path from 'node:path';
import { app, clipboard, dialog, ipcMain, powerMonitor, protocol, session } from 'electron';
import { resolveInterfaceLanguage } from '../../core/settings/settings.ts';
import { APP_SCHEME, createAppResponder } from './app-scheme.ts';
import { createFileDialogs } from './file-dialogs.ts';
import { collectHandedFiles } from './handed-files.ts';
import { flushOnExit } from './flush-on-exit.ts';
import { createFollower } from './follow-settings.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import { createDataFinder } from './handlers/data-finder.ts';
import { readFirstWork } from './handlers/open-work.ts';
import { createMainWindow } from './main-window.ts';
import { resolvePlatform } from './platform.ts';
import { createQuitGuard } from './quit-guard.ts';
import { askWhetherToQuit, composeQuitQuestion } from './quit-question.ts';
import { keepChromiumOffline, secureContents, secureSession } from './security.ts';
import { serveRequests } from './serve-requests.ts';
import { openBackupFolder } from './storage/backup-folder.ts';
import { closeStoreChannel } from './storage/close-store-channel.ts';
import { keepBackups } from './storage/keep-backups.ts';
import { openCatalogue } from './storage/catalogue.ts';
import { openDrafts } from './storage/drafts.ts';
import { createLibraryIndexKeeper } from './storage/library-index-keeper.ts';
import { openLibrary } from './storage/library.ts';
import { keepBeforeMigration } from './storage/migration-backup.ts';
import { openNotebookStore } from './storage/notebook-store.ts';
import { openRevisionShelf } from './storage/revision-shelf.ts';
import { openSettingsStore } from './storage/settings-store.ts';
import { openTexts } from './storage/texts.ts';
import { openWorkBin } from './storage/work-bin.ts';
import { openWorkNames } from './storage/work-names.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** The build puts everything the program reads beside the folder of this file, in a checkout as in app.asar. */
const OUT_FOLDER = path.dirname(import.meta.dirname);

/** Everything that needs a ready program. */
function startProgram(): void {
  const userData = app.getPath('userData');
  const settings = openSettingsStore(path.join(userData, 'settings.json'), () => new Date());
  const backupFolder = openBackupFolder(path.join(userData, 'backups'));
  const store = openNotebookStore(path.join(userData, 'notes'), {
    now: () => new Date(),
    newestSound: backupFolder.newestSound,
    keepBeforeMigration: (workId, text) => keepBeforeMigration(backupFolder, workId, text, new Date()),
  });
  const { notebooks, backups, backupShelf } = keepBackups(
    store,
    backupFolder,
    settings.serialize,
    (failure) => window.send('backupFailed', failure),
  );
  const shipped = openLibrary(path.join(OUT_FOLDER, 'library'));
  const libraryFolder = path.join(userData, 'library');
  const shelf = openRevisionShelf(libraryFolder, () => new Date());
  const names = openWorkNames(libraryFolder);
  const bin = openWorkBin({
    folder: path.join(userData, 'bin'),
    libraryFolder,
    notesFolder: path.join(userData, 'notes'),
    notebooks,
    shelf,
    names,
    now: () => new Date(),
  });
  const catalogue = openCatalogue(libraryFolder, shelf);
  const platform = resolvePlatform(process.platform);
  const systemLocale = app.getLocale();
  const environment = { systemLocale, platform, appVersion: app.getVersion() };

  const flush = (): void => {
    notebooks.flush();
    settings.flush();
  };
  const window = createMainWindow(() => ({
    preloadFile: path.join(OUT_FOLDER, 'preload', 'preload.cjs'),
    iconFile: path.join(OUT_FOLDER, 'main', 'icon.png'),
    savedState: settings.windowState(),
    onClosing: (state) => {
      settings.saveWindowState(state);
      flush();
    },
    // On macOS the program goes on without a window, with all it has in memory.
    onCloseAsked: (event) => {
      if (platform !== 'darwin') guard.check(event);
    },
  }));
  const guard = createQuitGuard({
    app,
    flush,
    unsaved: notebooks.unsaved,
    ask: (unsaved, signal) => {
      const language = resolveInterfaceLanguage(settings.settings().language, systemLocale);
      const question = { ...composeQuitQuestion(unsaved, language), signal };
      return askWhetherToQuit(dialog, window.browserWindow(), question);
    },
    onStay: window.show,
  });
  const { onSettingsChanged, onHistoryDescribed } = createFollower(
    { platform, hasDeveloperTools: !app.isPackaged, onCommand: (id) => window.send('commandChosen', id) },
    systemLocale,
  );

  closeStoreChannel(ipcMain);
  secureSession(session.defaultSession);
  const libraryIndexFiles = {
    base: path.join(libraryFolder, 'search-index.bin'),
    tail: path.join(libraryFolder, 'search-index-tail.bin'),
  };
  const library = openTexts({ shipped, shelf, catalogue, notebooks });
  protocol.handle(
    APP_SCHEME.scheme,
    createAppResponder(
      path.join(OUT_FOLDER, 'renderer'),
      createDataFinder({ library, notebooks, libraryIndexFiles }),
    ),
  );
  const parts = {
    settings,
    notebooks,
    backups,
    backupShelf,
    dialog,
    shipped,
    shelf,
    catalogue,
    names,
    bin,
    library,
    keepLibraryIndexPiece: createLibraryIndexKeeper(libraryIndexFiles),
    drafts: openDrafts(libraryFolder),
    clipboard,
    dialogs: createFileDialogs(dialog, window.browserWindow),
    handedFiles,
    now: () => new Date(),
    environment,
    onSettingsChanged,
    onHistoryDescribed,
  };
  serveRequests(ipcMain, createHandlers(parts), (event) => isTrustedSender(event, window.contents()));
  flushOnExit({ app, powerMonitor, process }, flush, guard);
  // After the notes: nothing a backup does may stand in their way.
  app.on('will-quit', backups.atQuit);
  app.on('second-instance', () => {
    window.show();
    window.send('secondInstanceStarted', null);
  });
  handedFiles.listen(() => {
    window.show();
    window.send('workFileHanded', null);
  });
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  onSettingsChanged(settings.settings());
  window.show();
  // Not before the window is on its way.
  setImmediate(() => void readFirstWork(parts));
}

const handedFiles = collectHandedFiles(app, { argv: process.argv, folder: process.cwd() });
keepChromiumOffline(app.commandLine);
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
secureContents(app);
// Not by a top-level await: Electron is only ready once this module has been loaded.
if (app.requestSingleInstanceLock()) app.once('ready', startProgram);
else app.quit();
