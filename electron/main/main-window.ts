import { nativeTheme, type BrowserWindow, type WebContents } from 'electron';
import type { EventName, Events } from '../../ipc/events.ts';
import { sendEvent } from './send-event.ts';
import { openWindow, paperColor, showWindow, type WindowOptions } from './window.ts';

/** The program's only window, which on macOS may be closed while the program runs. */
export interface MainWindow {
  /** Opens the window, or brings it to the front where it is open. */
  readonly show: () => void;
  /** Tells the page something; nobody hears it while there is no window. */
  readonly send: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
  readonly contents: () => WebContents | undefined;
  /** For dialogs that belong to it. */
  readonly browserWindow: () => BrowserWindow | undefined;
}

/** The window as it will be; `describe` is asked each time it is opened. */
export function createMainWindow(describe: () => WindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  nativeTheme.on('updated', () => window?.setBackgroundColor(paperColor()));
  return {
    show: () => {
      if (window !== null) {
        showWindow(window);
        return;
      }
      window = openWindow(describe());
      window.on('closed', () => (window = null));
    },
    send: (name, payload) => {
      if (window !== null) sendEvent(window.webContents, name, payload);
    },
    contents: () => window?.webContents,
    browserWindow: () => window ?? undefined,
  };
}
