import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_ORIGIN } from './app-scheme.ts';
import type { RefusableEvent } from './quit-guard.ts';
import { WEB_PREFERENCES } from './web-preferences.ts';
import { MINIMUM_SIZE, placeWindow, type WindowState } from './window-state.ts';

/** Paper by day and by night (renderer/styles has the same), so that nothing white flashes before the first paint. */
const PAPER = { light: '#FAF7F0', dark: '#1C1A17' } as const;

/** What the window needs from the rest of the program. */
export interface WindowOptions {
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly savedState: WindowState | null;
  /** Called before the window is gone, with where it stood. */
  readonly onClosing: (state: WindowState) => void;
  /** Called after that when somebody closes the window; may refuse. */
  readonly onCloseAsked: (event: RefusableEvent) => void;
}

/** Opens the program's only window. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { bounds, isMaximized } = placeWindow(options.savedState, listWorkAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: 'Duizhao 对照',
    backgroundColor: paperColor(),
    show: false,
    icon: options.iconFile,
    webPreferences: { ...WEB_PREFERENCES, preload: options.preloadFile },
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  const announceClosing = (): void => {
    options.onClosing({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  window.on('close', (event) => {
    announceClosing();
    options.onCloseAsked(event);
  });
  // When Windows shuts down it neither closes the window nor quits the program.
  window.on('session-end', announceClosing);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Brings the window to the front, wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The colour of an empty window in the theme that is on. */
export function paperColor(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

function listWorkAreas(): WindowState['bounds'][] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
