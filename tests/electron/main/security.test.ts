import { EventEmitter } from 'node:events';
import type { App, CommandLine, OnBeforeRequestListenerDetails, Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import {
  isLocalUrl,
  keepChromiumOffline,
  secureContents,
  secureSession,
} from '../../../electron/main/security.ts';

test.each([
  'app://bundle/index.html',
  'data:image/png;base64,AA',
  'blob:app://bundle/1-2',
  'devtools://devtools/x',
])('%s may be asked for', (url) => expect(isLocalUrl(url)).toBe(true));

test.each([
  'https://example.com/',
  'http://127.0.0.1/',
  'ws://127.0.0.1/',
  'wss://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'app://other/index.html',
  'chrome://settings',
  'chrome-extension://x/y',
  'HTTPS://example.com/',
  'mailto:a@b.c',
  '',
])('"%s" is refused', (url) => expect(isLocalUrl(url)).toBe(false));

class Preventable {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** What a session was told, to be asked as Chromium would. */
class RecordedSession extends EventEmitter {
  isCancelled: (url: string) => boolean = () => false;
  isPermissionGiven: (permission: string) => boolean = () => true;
  isPermissionHeld: () => boolean = () => true;
  isDeviceGiven: () => boolean = () => true;
  isSpellChecked = true;

  readonly webRequest: Partial<Session['webRequest']> = {
    onBeforeRequest: (...args: unknown[]) => {
      const listener = args.at(-1) as (
        details: OnBeforeRequestListenerDetails,
        callback: (response: { cancel?: boolean }) => void,
      ) => void;
      expect(args).toHaveLength(1);
      this.isCancelled = (url) => {
        let isCancelled = false;
        listener({ url } as OnBeforeRequestListenerDetails, ({ cancel }) => (isCancelled = cancel ?? false));
        return isCancelled;
      };
    },
  };

  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (isGiven: boolean) => void) => void,
  ): void {
    this.isPermissionGiven = (permission) => {
      let isGiven = true;
      handler(null, permission, (answer) => (isGiven = answer));
      return isGiven;
    };
  }

  setPermissionCheckHandler(handler: () => boolean): void {
    this.isPermissionHeld = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.isDeviceGiven = handler;
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellChecked = isEnabled;
  }
}

describe('a secured session', () => {
  const session = new RecordedSession();
  secureSession(session as unknown as Session);

  test('cancels every request to a network, and only those', () => {
    expect(session.isCancelled('https://example.com/')).toBe(true);
    expect(session.isCancelled('ws://127.0.0.1:9222/')).toBe(true);
    expect(session.isCancelled('file:///etc/passwd')).toBe(true);
    expect(session.isCancelled('app://bundle/index.html')).toBe(false);
  });

  test('gives no permission, no device, no dictionary and no download', () => {
    expect(session.isPermissionGiven('geolocation')).toBe(false);
    expect(session.isPermissionHeld()).toBe(false);
    expect(session.isDeviceGiven()).toBe(false);
    expect(session.isSpellChecked).toBe(false);
    const download = new Preventable();
    session.emit('will-download', download);
    expect(download.defaultPrevented).toBe(true);
  });
});

describe('a secured page', () => {
  const app = new EventEmitter();
  secureContents(app as unknown as App);
  let openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });
  let webRtcPolicy = '';
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openHandler) => (openHandler = handler),
    setWebRTCIPHandlingPolicy: (policy: string) => (webRtcPolicy = policy),
  });
  app.emit('web-contents-created', {}, contents);

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is held at %s',
    (name) => {
      const event = new Preventable();
      contents.emit(name, event, 'app://bundle/index.html');
      expect(event.defaultPrevented).toBe(true);
    },
  );

  test('opens no window and goes round no request handler', () => {
    expect(Reflect.apply(openHandler, undefined, [{ url: 'app://bundle/index.html' }])).toEqual({
      action: 'deny',
    });
    expect(webRtcPolicy).toBe('disable_non_proxied_udp');
  });
});

test('Chromium looks up no name and fetches nothing by itself', () => {
  const switches: Record<string, string> = {};
  keepChromiumOffline({
    appendSwitch: (name: string, value = '') => (switches[name] = value),
  } as Partial<CommandLine> as CommandLine);
  expect(switches).toEqual({
    'disable-background-networking': '',
    'disable-component-update': '',
    'no-pings': '',
    'host-resolver-rules': 'MAP * ~NOTFOUND',
  });
});
