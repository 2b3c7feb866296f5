import type { PermissionCheckHandlerHandlerDetails, PermissionRequest, Session, WebContents } from 'electron';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import { strict } from '../strict.ts';

/** What an app sets with `setPermissionRequestHandler`. */
export type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];

/** What an app sets with `setPermissionCheckHandler`. */
export type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

type PermissionName = Parameters<NonNullable<RequestHandler>>[1];

/** Electron's names of permissions, and Chromium's. */
const NAMES = [
  ['clipboard-read', ['clipboard-read']],
  ['clipboard-sanitized-write', ['clipboard-write']],
  ['display-capture', ['display-capture']],
  ['geolocation', ['geolocation']],
  ['idle-detection', ['idle-detection']],
  ['keyboardLock', ['keyboard-lock']],
  ['local-fonts', ['local-fonts']],
  ['media', ['camera', 'microphone']],
  ['midi', ['midi']],
  ['notifications', ['notifications']],
  ['persistent-storage', ['persistent-storage']],
  ['pointerLock', ['pointer-lock']],
  ['screen-wake-lock', ['screen-wake-lock']],
  ['storage-access', ['storage-access']],
  ['window-management', ['window-management']],
] as const satisfies readonly (readonly [PermissionName, readonly string[]])[];

/**
 * Tells Chromium what the app's handlers say of each permission, once for all, since Chromium cannot ask them when a
 * page does. Without handlers everything is granted, as in Electron.
 */
export async function applyPermissions(
  session: CdpSession,
  request: RequestHandler,
  check: CheckHandler,
): Promise<void> {
  const settings = NAMES.flatMap(([name, chromiumNames]) => {
    const setting = isGranted(name, request, check) ? ('granted' as const) : ('denied' as const);
    return chromiumNames.map((chromiumName) => ({ permission: { name: chromiumName }, setting }));
  });
  await Promise.all(settings.map((setting) => session.send('Browser.setPermission', setting)));
}

/** The handlers are asked ahead of any request, so what they look at in it is not there and throws. */
function isGranted(name: PermissionName, request: RequestHandler, check: CheckHandler): boolean {
  const contents = strict('webContents of a permission', {}) as WebContents;
  if (
    check !== null &&
    !check(contents, name, '', strict('details', {}) as PermissionCheckHandlerHandlerDetails)
  )
    return false;
  if (request === null) return true;
  let answer = false;
  request(contents, name, (isAllowed) => (answer = isAllowed), strict('details', {}) as PermissionRequest);
  return answer;
}
