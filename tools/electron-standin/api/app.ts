import { mkdirSync } from 'node:fs';
import type { App as ElectronApp } from 'electron';
import { bootInfo } from '../boot/boot-info.ts';
import { browser } from '../chromium/browser.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { strict } from '../strict.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { resolveLocale } from './locale.ts';
import { openWindows } from './open-windows.ts';
import { defaultPath } from './paths.ts';
import { PreventableEvent } from './preventable-event.ts';

const EVENTS = [
  'ready',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'web-contents-created',
  // macOS sends these; they never come here.
  'activate',
  'open-file',
] as const;

type Members =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'getPath'
  | 'getVersion'
  | 'getLocale'
  | 'isPackaged'
  | 'requestSingleInstanceLock';

/** The module `app`. */
class App extends StrictEmitter implements Pick<ElectronApp, Members> {
  readonly isPackaged = bootInfo().app.isPackaged;
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value = ''): void => {
      this.#switches.set(name, value);
    },
  } satisfies Pick<ElectronApp['commandLine'], 'appendSwitch'>);
  readonly #switches = new Map(bootInfo().switches);
  readonly #ready: Promise<void>;
  #resolveReady: () => void = () => {};
  #isReady = false;
  #isQuitting = false;
  #hasLock = false;
  #handedOver: Promise<void> = Promise.resolve();

  constructor() {
    super('app', EVENTS);
    this.#ready = new Promise((resolve) => (this.#resolveReady = resolve));
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getPath(name: Parameters<ElectronApp['getPath']>[0]): string {
    return defaultPath(name);
  }

  getVersion(): string {
    return bootInfo().app.version;
  }

  /** '' before the app is ready, as in Electron. */
  getLocale(): string {
    return this.#isReady ? resolveLocale(this.#switches.get('lang'), process.env) : '';
  }

  requestSingleInstanceLock(): boolean {
    if (this.#hasLock) return true;
    const userData = this.getPath('userData');
    mkdirSync(userData, { recursive: true });
    const own = { argv: process.argv, workingDirectory: process.cwd() };
    const outcome = takeInstanceLock(userData, own, ({ argv, workingDirectory }) => {
      this.emit('second-instance', {}, argv, workingDirectory, {});
    });
    if (!outcome.isHeld) this.#handedOver = outcome.handedOver;
    this.#hasLock = outcome.isHeld;
    return outcome.isHeld;
  }

  quit(): void {
    if (this.#isQuitting || !this.#isAllowed('before-quit')) return;
    this.#isQuitting = true;
    void this.#closeAll();
  }

  async #closeAll(): Promise<void> {
    for (const window of openWindows) {
      if (await window.requestClose()) continue;
      this.#isQuitting = false;
      return;
    }
    if (!this.#isAllowed('will-quit')) {
      this.#isQuitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    await this.#handedOver;
    await browser.close();
    process.exit(0);
  }

  #isAllowed(event: 'before-quit' | 'will-quit'): boolean {
    const preventable = new PreventableEvent();
    this.emit(event, preventable);
    return !preventable.defaultPrevented;
  }

  /** Chromium's switches, those of the command line included. */
  static switchesOf(instance: App): ReadonlyMap<string, string> {
    return instance.#switches;
  }

  static isQuitting(instance: App): boolean {
    return instance.#isQuitting;
  }

  static becomeReady(instance: App): void {
    instance.#isReady = true;
    instance.emit('ready', {}, {});
    instance.#resolveReady();
  }

  /** The last window has been closed by hand. */
  static loseLastWindow(instance: App): void {
    if (instance.#isQuitting || browser.isClosing) return;
    if (!instance.emit('window-all-closed')) instance.quit();
  }
}

/** The module `app`. */
export const app = new App();

/** What the stand-in itself does with the app; no app can call it. */
export const appControl = {
  switches: (): ReadonlyMap<string, string> => App.switchesOf(app),
  isQuitting: (): boolean => App.isQuitting(app),
  becomeReady: (): void => App.becomeReady(app),
  loseLastWindow: (): void => App.loseLastWindow(app),
} as const;
