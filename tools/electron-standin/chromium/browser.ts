import type { CdpSession } from './cdp-connection.ts';
import type { PausedRequest, TargetInfo } from './cdp-protocol.ts';
import type { ChromiumOptions } from './chromium-arguments.ts';
import { ChromiumProcess, type BrowserEnd } from './chromium-process.ts';

/** A page that is to be opened, and who wants it. */
export interface PageRequest {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** Called while the new page is halted before its first request. */
  readonly prepare: (session: CdpSession, targetId: string) => Promise<void>;
  /** Called when the page is gone, for whatever reason. */
  readonly onGone: () => void;
}

/** Answers a request of any page or worker. */
export type RequestResponder = (request: PausedRequest, browser: CdpSession) => Promise<void>;

/** The one browser of this process. */
class Browser {
  #process: ChromiumProcess | null = null;
  #isHeadless = false;
  #isClosing = false;
  #requested: PageRequest[] = [];
  readonly #open = new Map<string, PageRequest>();

  get isHeadless(): boolean {
    return this.#isHeadless;
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Starts Chromium; `onLost` is told when it ends unasked. */
  async start(
    options: ChromiumOptions,
    respond: RequestResponder,
    onLost: (end: BrowserEnd) => void,
  ): Promise<void> {
    const chromium = await ChromiumProcess.start(options);
    this.#process = chromium;
    this.#isHeadless = options.isHeadless;
    void chromium.ended.then((end) => {
      if (!this.#isClosing) onLost(end);
    });
    const { browser } = chromium.connection;
    browser.on('Fetch.requestPaused', (request) => void respond(request, browser).catch(ignoreGone));
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      void this.#adopt(sessionId, targetInfo).catch(ignoreGone);
    });
    browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      const page = this.#open.get(sessionId);
      this.#open.delete(sessionId);
      page?.onGone();
    });
    await Promise.all([
      // At the browser's level it covers every page and worker from its first request on.
      browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    ]);
  }

  /** The conversation with the browser itself; null before it has started. */
  get session(): CdpSession | null {
    return this.#process?.connection.browser ?? null;
  }

  /** Opens a window. */
  async open(request: PageRequest): Promise<void> {
    const chromium = this.#process;
    if (chromium === null) throw new Error('stand-in: there is no browser');
    this.#requested.push(request);
    const { url, width, height } = request;
    if (this.#isHeadless)
      await chromium.connection.browser.send('Target.createTarget', { url, newWindow: true, width, height });
    else chromium.openAppWindow(url);
  }

  /** Ends the browser, whatever state it is in. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#process?.close();
  }

  /** Takes a new target: the page somebody asked for, or one nobody did, which is closed. */
  async #adopt(sessionId: string, target: TargetInfo): Promise<void> {
    const chromium = this.#process;
    if (chromium === null) return;
    const session = chromium.connection.session(sessionId);
    const isPage = target.type === 'page';
    const request = isPage && target.openerId === undefined ? this.#requested.shift() : undefined;
    if (request !== undefined) {
      this.#open.set(sessionId, request);
      await request.prepare(session, target.targetId);
    }
    await session.send('Runtime.runIfWaitingForDebugger', {});
    if (isPage && request === undefined)
      await chromium.connection.browser.send('Target.closeTarget', { targetId: target.targetId });
  }
}

/** What was asked of a page or browser that has gone meanwhile needs no answer. */
function ignoreGone(error: unknown): void {
  if (process.env['STANDIN_LOG'] !== undefined) console.error('stand-in:', error);
}

/** The one browser of this process. */
export const browser = new Browser();
