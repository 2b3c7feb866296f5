import type { Session as ElectronSession } from 'electron';
import { browser } from '../chromium/browser.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { notImplemented, strict } from '../strict.ts';
import { applyPermissions, type CheckHandler, type RequestHandler } from './permissions.ts';
import { PreventableEvent } from './preventable-event.ts';
import { createWebRequest, type RequestDetails } from './web-request.ts';

type Members =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled';

/** The only session there is. */
class Session extends StrictEmitter implements Pick<ElectronSession, Members> {
  readonly #webRequest = createWebRequest();
  readonly webRequest = this.#webRequest.api;
  #requestHandler: RequestHandler = null;
  #checkHandler: CheckHandler = null;

  constructor() {
    super('session', ['will-download']);
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#requestHandler = handler;
    void this.#apply();
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#checkHandler = handler;
    void this.#apply();
  }

  /** There are no devices here: Chromium would have to ask a person to choose one. */
  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(isEnabled: boolean): void {
    if (isEnabled) throw notImplemented('session', 'setSpellCheckerEnabled(true)');
  }

  async #apply(): Promise<void> {
    if (browser.session !== null)
      await applyPermissions(browser.session, this.#requestHandler, this.#checkHandler);
  }

  static isCancelled(instance: Session, details: RequestDetails): Promise<boolean> {
    return instance.#webRequest.isCancelled(details);
  }

  /** Takes charge of the browser's permissions and downloads. */
  static async takeCharge(instance: Session): Promise<void> {
    const { session: chromium } = browser;
    if (chromium === null) return;
    chromium.on('Browser.downloadWillBegin', ({ guid }) => {
      const event = new PreventableEvent();
      instance.emit('will-download', event, strict('item', {}), strict('webContents of a download', {}));
      if (event.defaultPrevented) void chromium.send('Browser.cancelDownload', { guid }).catch(() => {});
    });
    await Promise.all([
      chromium.send('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true }),
      instance.#apply(),
    ]);
  }
}

const defaultSession = new Session();

/** The module `session`. */
export const session = strict('session', { defaultSession });

/** What the stand-in itself does with the session; no app can call it. */
export const sessionControl = {
  isCancelled: (details: RequestDetails): Promise<boolean> => Session.isCancelled(defaultSession, details),
  takeCharge: (): Promise<void> => Session.takeCharge(defaultSession),
} as const;
