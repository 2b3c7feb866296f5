import type { IpcMain } from 'electron';
import ElectronStore from 'electron-store';

/** electron-store tells any page where the user's files are, on a channel of its own. Ours has the contract instead. */
export function closeStoreChannel(ipcMain: IpcMain): void {
  ElectronStore.initRenderer();
  ipcMain.removeAllListeners('electron-store-get-data');
}
