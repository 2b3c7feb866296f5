import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebPreferences,
} from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { browser } from '../chromium/browser.ts';
import type { WindowBounds } from '../chromium/cdp-protocol.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { notImplemented, refuseUnknownOptions } from '../strict.ts';
import { app, appControl } from './app.ts';
import { openWindows, type OpenWindow, type WindowRole } from './open-windows.ts';
import { PreventableEvent } from './preventable-event.ts';
import { contentsControl, WebContents } from './web-contents.ts';

type Members =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'close'
  | 'isMinimized'
  | 'isMaximized'
  | 'maximize'
  | 'restore'
  | 'getNormalBounds'
  | 'setBackgroundColor';

type WindowState = NonNullable<WindowBounds['windowState']>;

/** Minimum size and icon are left to the window manager; the rest that is not below has no effect here. */
const OPTIONS = 'x y width height minWidth minHeight title backgroundColor show icon webPreferences'.split(
  ' ',
);

/** What every page here is; an app that wants it otherwise cannot be shown. */
const PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** How long a page may take to close; then it hangs, and its window is taken away. */
const CLOSE_LIMIT_MS = 3000;

const FIRST_BOUNDS = { x: 0, y: 0, width: 800, height: 600 } as const;

/** A window of the app. */
export class BrowserWindow extends StrictEmitter implements Pick<ElectronBrowserWindow, Members> {
  readonly webContents: WebContents;
  readonly #entry: OpenWindow;
  #bounds: Rectangle;
  #state: WindowState = 'normal';
  #windowId: number | null = null;
  #isLoaded = false;
  #isDestroyed = false;
  #wasAskedToClose = false;
  #settleClose: (hasClosed: boolean) => void = () => {};

  constructor(options: BrowserWindowConstructorOptions = {}) {
    // 'session-end' comes on Windows only.
    super('BrowserWindow', ['ready-to-show', 'close', 'closed', 'session-end']);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnknownOptions('BrowserWindow', options, OPTIONS);
    const preloadFile = checkPreferences(options.webPreferences ?? {});
    const { x, y, width, height } = { ...FIRST_BOUNDS, ...options };
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContents({
      preloadFile,
      size: { width, height },
      onOpened: (targetId) => this.#place(targetId),
      onLoaded: () => this.#becomeLoaded(),
      onGone: () => this.#lose(),
      onUnloadPrevented: () => this.#settleClose(false),
      onChanged: () => void this.#measure().catch(() => {}),
      close: () => this.close(),
    });
    this.#entry = {
      window: this,
      page: () => contentsControl.pageOf(this.webContents),
      requestClose: () => this.#requestClose(),
      perform: (role) => void this.#perform(role).catch(() => {}),
    };
    openWindows.add(this.#entry);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    return contentsControl.load(this.webContents, url);
  }

  /** Chromium shows a window as soon as it is open. */
  show(): void {
    this.focus();
  }

  focus(): void {
    void contentsControl
      .pageOf(this.webContents)
      ?.send('Page.bringToFront', {})
      .catch(() => {});
  }

  close(): void {
    void this.#requestClose();
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  maximize(): void {
    this.#change('maximized');
  }

  restore(): void {
    this.#change('normal');
  }

  /** Where the window stands, or will stand when it is neither minimized nor maximized. */
  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  /** A page has its own background. */
  setBackgroundColor(): void {}

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows].map(({ window }) => window as BrowserWindow);
  }

  /** Playwright calls it, too. */
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  async #requestClose(): Promise<boolean> {
    if (this.#isDestroyed) return true;
    const event = new PreventableEvent();
    this.#wasAskedToClose = true;
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    const page = contentsControl.pageOf(this.webContents);
    if (page === null) {
      this.#lose();
      return true;
    }
    const closed = new Promise<boolean>((resolve) => (this.#settleClose = resolve));
    page.send('Page.close', {}).catch(() => {});
    const limit = wait(CLOSE_LIMIT_MS, 'hangs' as const, { ref: false });
    const outcome = await Promise.race([closed, limit]);
    if (outcome !== 'hangs') return outcome;
    // The browser may hang as well, so this is not waited for.
    browser.session?.send('Target.closeTarget', { targetId: page.targetId }).catch(() => {});
    this.#lose();
    return true;
  }

  #lose(): void {
    if (this.#isDestroyed) return;
    // A person has closed it, and Chromium asks nobody.
    if (!this.#wasAskedToClose) this.emit('close', new PreventableEvent());
    this.#isDestroyed = true;
    openWindows.delete(this.#entry);
    this.emit('closed');
    this.#settleClose(true);
    if (openWindows.size === 0) appControl.loseLastWindow();
  }

  #becomeLoaded(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    this.emit('ready-to-show');
  }

  async #place(targetId: string): Promise<void> {
    const { session } = browser;
    if (session === null) return;
    const { windowId } = await session.send('Browser.getWindowForTarget', { targetId });
    this.#windowId = windowId;
    const { x: left, y: top, width, height } = this.#bounds;
    await session.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
  }

  /** Chromium does not tell when a window has changed; the page does, and then it is asked. */
  async #measure(): Promise<void> {
    const page = contentsControl.pageOf(this.webContents);
    if (page === null || browser.session === null) return;
    const { bounds } = await browser.session.send('Browser.getWindowForTarget', { targetId: page.targetId });
    const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds;
    this.#state = windowState;
    if (windowState === 'normal') this.#bounds = { x: left, y: top, width, height };
  }

  #change(windowState: WindowState): void {
    this.#state = windowState;
    if (this.#windowId === null) return;
    browser.session
      ?.send('Browser.setWindowBounds', { windowId: this.#windowId, bounds: { windowState } })
      .catch(() => {});
  }

  async #perform(role: WindowRole): Promise<void> {
    switch (role) {
      case 'close':
        this.close();
        break;
      case 'minimize':
        this.#change('minimized');
        break;
      case 'togglefullscreen':
        this.#change(this.#state === 'fullscreen' ? 'normal' : 'fullscreen');
        break;
      case 'toggleDevTools':
        console.error('stand-in: there are no developer tools');
        break;
      case 'cut':
      case 'copy':
      case 'paste':
      case 'selectAll':
        await contentsControl.pageOf(this.webContents)?.runEditCommand(role);
    }
  }
}

/** Gives the preload file of preferences that can be met. */
function checkPreferences(preferences: WebPreferences): string {
  const { preload, ...others } = preferences;
  refuseUnknownOptions('webPreferences', others, Object.keys(PREFERENCES));
  for (const [name, value] of Object.entries(others)) {
    if (value !== PREFERENCES[name as keyof typeof PREFERENCES])
      throw notImplemented('webPreferences', `${name}: ${JSON.stringify(value)}`);
  }
  if (preload === undefined) throw notImplemented('webPreferences', 'a page without preload');
  return preload;
}
