import type { CdpSession } from '../chromium/cdp-connection.ts';
import type { PausedRequest } from '../chromium/cdp-protocol.ts';
import { toAppUrl } from './app-url.ts';
import { findFrame, type NetError } from './frames.ts';
import { findHandler, registeredSchemes } from './protocol.ts';
import { sessionControl } from './session.ts';
import type { RequestDetails } from './web-request.ts';

/** A message over the debugging pipe that is longer ends the browser; base64 makes four bytes of three. */
const LONGEST_BODY = 64 * 1024 * 1024;

const RESOURCE_TYPES: Readonly<Record<string, RequestDetails['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  Media: 'media',
  CSPViolationReport: 'cspReport',
};

/** The names of the protocol for Chromium's own. */
const NET_ERRORS = {
  Aborted: 'ERR_ABORTED (-3)',
  BlockedByClient: 'ERR_BLOCKED_BY_CLIENT (-20)',
  Failed: 'ERR_FAILED (-2)',
} as const satisfies Record<string, NetError>;

/** Answers every request of the browser: asks the app whether it may be, then the app's handler of its scheme. */
export async function answerRequest(paused: PausedRequest, chromium: CdpSession): Promise<void> {
  const { requestId, request } = paused;
  const url = toAppUrl(request.url, registeredSchemes);
  const fail = (errorReason: keyof typeof NET_ERRORS): Promise<unknown> => {
    if (paused.resourceType === 'Document')
      findFrame(paused.frameId)?.contents.onRefused(NET_ERRORS[errorReason]);
    return chromium.send('Fetch.failRequest', { requestId, errorReason });
  };

  if (isFaviconProbe(paused)) {
    await chromium.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  if (paused.resourceType === 'Document' && !isNavigationAllowed(paused, url)) {
    await fail('Aborted');
    return;
  }
  if (await sessionControl.isCancelled(describe(paused, url))) {
    await fail('BlockedByClient');
    return;
  }
  const scheme = new URL(url).protocol.slice(0, -1);
  const handler = findHandler(scheme);
  if (handler === undefined) {
    if (registeredSchemes.has(scheme)) await fail('Failed');
    // Where it goes is a dead end (see the proxy in chromium-arguments.ts), as a network error shows.
    else await chromium.send('Fetch.continueRequest', { requestId });
    return;
  }
  let response: Response;
  try {
    response = await handler(toRequest(url, request));
  } catch (error) {
    console.error(`stand-in: the handler of ${url} failed:`, error);
    await fail('Failed');
    return;
  }
  await fulfil(requestId, chromium, response);
}

/** Chromium asks for it of its own accord; Electron does not. */
function isFaviconProbe({ resourceType, request }: PausedRequest): boolean {
  return resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico';
}

function isNavigationAllowed({ frameId, redirectedRequestId, request }: PausedRequest, url: string): boolean {
  const frame = findFrame(frameId);
  return (
    frame === null ||
    frame.contents.allowsNavigation({
      chromiumUrl: request.url,
      url,
      isMainFrame: frame.isMain,
      isRedirect: redirectedRequestId !== undefined,
    })
  );
}

let lastId = 0;

function describe({ frameId, resourceType, request }: PausedRequest, url: string): RequestDetails {
  lastId += 1;
  const documentType = findFrame(frameId)?.isMain === true ? 'mainFrame' : 'subFrame';
  return {
    id: lastId,
    url,
    method: request.method,
    resourceType: resourceType === 'Document' ? documentType : (RESOURCE_TYPES[resourceType] ?? 'other'),
    referrer: toAppUrl(request.headers['Referer'] ?? '', registeredSchemes),
    timestamp: Date.now(),
  };
}

function toRequest(
  url: string,
  { method, headers, hasPostData, postDataEntries = [] }: PausedRequest['request'],
): Request {
  if (hasPostData !== true) return new Request(url, { method, headers });
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  return new Request(url, { method, headers, body });
}

async function fulfil(requestId: string, chromium: CdpSession, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (body.length > LONGEST_BODY) throw new Error(`stand-in: a body of ${body.length} bytes is too long`);
  await chromium.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: body.toString('base64'),
  });
}
