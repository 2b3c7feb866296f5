import path from 'node:path';
import type { WebContents as ElectronWebContents } from 'electron';
import { bootInfo } from '../boot/boot-info.ts';
import { browser } from '../chromium/browser.ts';
import { readPageScripts } from '../chromium/page-scripts.ts';
import { Page, type PageListener } from '../chromium/page.ts';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import type { MessageToMain } from '../messages.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { notImplemented, strict } from '../strict.ts';
import { toAppUrl, toChromiumUrl } from './app-url.ts';
import { addFrame, removeFrames, type Navigation, type NavigationGuard, type NetError } from './frames.ts';
import { receiveIpc } from './ipc-main.ts';
import { currentKeyPresses, pressShortcut } from './menu.ts';
import { currentColorScheme } from './native-theme.ts';
import { PreventableEvent } from './preventable-event.ts';
import { registeredSchemes } from './protocol.ts';
import { createMainFrame } from './web-frame-main.ts';

/** The window around a page. */
export interface ContentsOwner {
  readonly preloadFile: string;
  readonly size: { readonly width: number; readonly height: number };
  /** The page is open, but halted before its first request. */
  readonly onOpened: (targetId: string) => Promise<void>;
  readonly onLoaded: () => void;
  readonly onGone: () => void;
  readonly onUnloadPrevented: () => void;
  /** The window may have been moved, resized, or become another state. */
  readonly onChanged: () => void;
  readonly close: () => void;
}

type Members =
  'send' | 'getURL' | 'isDestroyed' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy' | 'close';
type OpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0];

const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  // There are no webviews here.
  'will-attach-webview',
] as const;

class NavigationEvent extends PreventableEvent {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument = false;

  constructor({ url, isMainFrame }: Navigation) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}

interface Settlement {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

const contentsByTarget = new Map<string, WebContents>();
let lastId = 0;

/** A page of the app, as `webContents`. */
export class WebContents extends StrictEmitter implements Pick<ElectronWebContents, Members> {
  readonly id: number;
  readonly #owner: ContentsOwner;
  readonly #frame = createMainFrame(() => this.#url);
  #page: Page | null = null;
  #url = '';
  /** What the app itself has asked to be loaded; null once Chromium has asked for it. */
  #expectedUrl: string | null = null;
  #netError: NetError = 'ERR_FAILED (-2)';
  #isDestroyed = false;
  #loading: Settlement = { resolve: () => {}, reject: () => {} };
  #openHandler: OpenHandler | null = null;

  constructor(owner: ContentsOwner) {
    super('webContents', EVENTS);
    lastId += 1;
    this.id = lastId;
    this.#owner = owner;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#page?.post({ kind: 'event', channel, args });
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: Parameters<ElectronWebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    // The browser was started with this one.
    if (policy !== 'disable_non_proxied_udp')
      throw notImplemented('webContents', `setWebRTCIPHandlingPolicy('${policy}')`);
  }

  /** Only Playwright calls it. */
  close(): void {
    this.#owner.close();
  }

  async #load(url: string): Promise<void> {
    if (this.#expectedUrl !== null || this.#page !== null)
      throw notImplemented('webContents', 'loadURL for a second page');
    const chromiumUrl = toChromiumUrl(url, registeredSchemes);
    this.#expectedUrl = chromiumUrl;
    const loaded = new Promise<void>((resolve, reject) => (this.#loading = { resolve, reject }));
    await browser.open({
      url: chromiumUrl,
      ...this.#owner.size,
      prepare: (chromium, targetId) => this.#open(chromium, targetId),
      onGone: () => this.#lose(),
    });
    await loaded;
  }

  async #open(chromium: CdpSession, targetId: string): Promise<void> {
    const { preloadFile } = this.#owner;
    const scripts = readPageScripts(path.dirname(bootInfo().executable), preloadFile, currentKeyPresses());
    const page = new Page(chromium, targetId, scripts, this.#listener());
    this.#page = page;
    contentsByTarget.set(targetId, this);
    addFrame(targetId, { contents: this.#guard, isMain: true });
    await Promise.all([page.prepare(currentColorScheme()), this.#owner.onOpened(targetId)]);
  }

  #listener(): PageListener {
    return {
      onNavigated: (url) => (this.#url = toAppUrl(url, registeredSchemes)),
      onFailed: () => this.#loading.reject(new Error(`${this.#netError} loading '${this.#url}'`)),
      onFrameAttached: (frameId) => addFrame(frameId, { contents: this.#guard, isMain: false }),
      onLoaded: () => {
        this.#loading.resolve();
        this.#owner.onLoaded();
      },
      onUnloadPrevented: () => this.#owner.onUnloadPrevented(),
      onMessage: (message) => this.#receive(message),
      onWindowOpen: (details) => this.#askToOpen(details),
    };
  }

  #receive(message: MessageToMain): void {
    switch (message.kind) {
      case 'invoke':
        receiveIpc(
          { contents: this, frame: this.#frame, post: (answer) => this.#page?.post(answer) },
          message,
        );
        break;
      case 'windowOpen':
        this.#askToOpen({ url: message.url, frameName: message.name, features: message.features });
        break;
      case 'accelerator':
        pressShortcut(message.index);
        break;
      case 'windowChanged':
        this.#owner.onChanged();
        break;
      case 'preloadFailed':
        console.error(`stand-in: ${this.#owner.preloadFile} failed:`, message.error);
        break;
    }
  }

  /** Chromium never opens a window for a page; the answer shows whether Electron would have. */
  #askToOpen(details: { url: string; frameName: string; features: string }): void {
    const url = toAppUrl(details.url, registeredSchemes);
    const asked = strict('details of setWindowOpenHandler', { ...details, url });
    const answer = this.#openHandler?.(asked as Parameters<OpenHandler>[0]);
    if (answer?.action !== 'deny') throw notImplemented('webContents', `a window for ${url}`);
  }

  readonly #guard: NavigationGuard = {
    onRefused: (error) => (this.#netError = error),
    allowsNavigation: (navigation) => {
      const { chromiumUrl, isMainFrame, isRedirect } = navigation;
      if (isMainFrame && this.#expectedUrl === chromiumUrl) {
        this.#expectedUrl = null;
        return true;
      }
      const names = isRedirect
        ? (['will-redirect'] as const)
        : ([...(isMainFrame ? ['will-navigate'] : []), 'will-frame-navigate'] as const);
      return names.every((name) => {
        const event = new NavigationEvent(navigation);
        this.emit(name, event);
        return !event.defaultPrevented;
      });
    },
  };

  #lose(): void {
    this.#isDestroyed = true;
    removeFrames(this.#guard);
    if (this.#page !== null) contentsByTarget.delete(this.#page.targetId);
    this.#owner.onGone();
  }

  static load(contents: WebContents, url: string): Promise<void> {
    return contents.#load(url);
  }

  static pageOf(contents: WebContents): Page | null {
    return contents.#page;
  }
}

/** The module `webContents`. */
export const webContents = strict('webContents', {
  /** Only Playwright calls it. */
  fromDevToolsTargetId: (targetId: string): WebContents | undefined => contentsByTarget.get(targetId),
});

/** What the stand-in itself does with a page; no app can call it. */
export const contentsControl = {
  load: (contents: WebContents, url: string): Promise<void> => WebContents.load(contents, url),
  pageOf: (contents: WebContents): Page | null => WebContents.pageOf(contents),
} as const;
