import { createPartCollector, sendInParts } from '../chunked-text.ts';
import { createCodec } from '../codec.ts';
import { RECEIVER, type MessageToMain, type MessageToPage } from '../messages.ts';
import type { CdpSession } from './cdp-connection.ts';
import { nodeBase64 } from './node-base64.ts';

/** What a page tells of itself. URLs are Chromium's. */
export interface PageListener {
  readonly onNavigated: (url: string) => void;
  readonly onFailed: (url: string) => void;
  readonly onLoaded: () => void;
  /** A frame inside the page's own. */
  readonly onFrameAttached: (frameId: string) => void;
  /** The document wants to stay although it was asked to close. */
  readonly onUnloadPrevented: () => void;
  readonly onMessage: (message: MessageToMain) => void;
  readonly onWindowOpen: (details: { url: string; frameName: string; features: string }) => void;
}

/** The scripts that every document of a page begins with. */
export interface PageScripts {
  readonly bridge: string;
  readonly preload: string;
  readonly worldName: string;
  readonly bindingName: string;
}

/** What `prefers-color-scheme` is to be; '' leaves it to the system. */
export type ColorScheme = '' | 'light' | 'dark';

const codec = createCodec(nodeBase64);

/** An open page: its conversation with Chromium, and with the scripts put into it. */
export class Page {
  readonly targetId: string;
  readonly #session: CdpSession;
  readonly #scripts: PageScripts;
  readonly #listener: PageListener;
  /** The isolated world of the current document; null until there is one. */
  #worldId: string | null = null;
  #unsent: MessageToPage[] = [];
  #url = '';

  /** To be made while the page is halted before its first request. */
  constructor(session: CdpSession, targetId: string, scripts: PageScripts, listener: PageListener) {
    this.targetId = targetId;
    this.#session = session;
    this.#scripts = scripts;
    this.#listener = listener;
  }

  /** Runs a command of the DevTools protocol in the page. */
  get send(): CdpSession['send'] {
    return this.#session.send;
  }

  /** Listens to the page and puts the scripts into it. */
  async prepare(colorScheme: ColorScheme): Promise<void> {
    this.#followNavigation();
    this.#followScripts();
    const { bridge, preload, worldName, bindingName } = this.#scripts;
    await Promise.all([
      this.send('Page.enable', {}),
      this.send('Runtime.enable', {}),
      // As in Electron, where nobody debugs: else the first Error, also one that is only made, has its script parsed once more.
      this.send('Runtime.setMaxCallStackSizeToCapture', { size: 0 }),
      this.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: bridge }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: preload, worldName }),
      this.setColorScheme(colorScheme),
    ]);
  }

  /** Makes the media feature `prefers-color-scheme` what it is to be. */
  async setColorScheme(value: ColorScheme): Promise<void> {
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }

  /** Sends a message to the isolated world. Before there is one, nobody listens for events, and they are lost. */
  post(message: MessageToPage): void {
    if (this.#worldId === null) {
      if (message.kind !== 'event') this.#unsent.push(message);
      return;
    }
    sendInParts(codec.encode(message), (part) => {
      void this.evaluate(`${RECEIVER}(${JSON.stringify(part)})`).catch(() => {
        // The document has gone; so has who would have listened.
      });
    });
  }

  /** Runs an expression in the isolated world and gives its value, which must be plain JSON. */
  async evaluate(expression: string): Promise<unknown> {
    if (this.#worldId === null) throw new Error('stand-in: the page has no document yet');
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      uniqueContextId: this.#worldId,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Does what the keys of editing do, with the selection and the clipboard. */
  async runEditCommand(command: 'cut' | 'copy' | 'paste' | 'selectAll'): Promise<void> {
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] });
  }

  #followNavigation(): void {
    const { on } = this.#session;
    const listener = this.#listener;
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#url = (frame.unreachableUrl ?? frame.url) + (frame.urlFragment ?? '');
      listener.onNavigated(this.#url);
      if (frame.unreachableUrl !== undefined) listener.onFailed(this.#url);
    });
    on('Page.frameAttached', ({ frameId }) => listener.onFrameAttached(frameId));
    on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) listener.onNavigated(url);
    });
    on('Page.loadEventFired', () => {
      // A new window starts with an empty document before the one that was asked for.
      if (this.#url !== 'about:blank') listener.onLoaded();
    });
    on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      listener.onWindowOpen({ url, frameName: windowName, features: windowFeatures.join(',') });
    });
    on('Page.javascriptDialogOpening', ({ type }) => {
      void this.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => {
        // Somebody else has answered it, such as Playwright.
      });
      if (type === 'beforeunload') listener.onUnloadPrevented();
    });
  }

  #followScripts(): void {
    const { worldName, bindingName } = this.#scripts;
    this.#session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== worldName || context.auxData?.frameId !== this.targetId) return;
      // Chromium runs the world's script in the same breath, before it takes another command.
      this.#worldId = context.uniqueId;
      const unsent = this.#unsent;
      this.#unsent = [];
      for (const message of unsent) this.post(message);
    });
    const collect = createPartCollector();
    this.#session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== bindingName) return;
      const text = collect(payload);
      if (text !== null) this.#listener.onMessage(codec.decode(text) as MessageToMain);
    });
  }
}
