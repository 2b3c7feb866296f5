import type { App, CommandLine, Session, WebContents } from 'electron';
import { isAppUrl } from './app-scheme.ts';

/** Everything else is a network, or a way to one. */
const LOCAL_SCHEMES = ['data:', 'blob:', 'devtools:'] as const;

/** Whether a request stays on this computer. */
export function isLocalUrl(url: string): boolean {
  return isAppUrl(url) || LOCAL_SCHEMES.some((scheme) => url.startsWith(scheme));
}

/**
 * Stops what Chromium does of its own accord, and name look-ups and early connections that no request handler sees.
 * To be called before the program is ready.
 */
export function keepChromiumOffline(commandLine: CommandLine): void {
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Refuses every request to a network, every permission, every device and every download. */
export function secureSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isLocalUrl(details.url) });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Chromium would fetch its dictionaries.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Holds every page of the program where it is: no navigation, no further window, no embedded page. */
export function secureContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // WebRTC would go round the request handler, by UDP.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    refuseNavigation(contents);
  });
}

function refuseNavigation(contents: WebContents): void {
  // The first page is loaded by main, which asks nobody; whatever asks is not it.
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
