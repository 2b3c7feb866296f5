import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Where the renderer lives: `app://bundle/index.html`. A scheme of our own has a real origin, `file:` has none. */
export const APP_ORIGIN = 'app://bundle';

/** What Chromium must know of the scheme before the program is ready. */
export const APP_SCHEME = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

const JSON_TYPE = 'application/json; charset=utf-8';

/** Everything the build puts out; what is not listed is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': JSON_TYPE,
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * The only paths there are: plain names, so that neither "..", nor a backslash, a colon, a NUL, nor anything behind a
 * percent sign can reach the file system.
 */
const SAFE_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** Data beside the renderer's own files: in a file, or JSON that is written when it is asked for. */
export type DataSource =
  { readonly type: 'file'; readonly path: string } | { readonly type: 'json'; readonly text: string };

/** Finds the data a path of the app scheme stands for; null where there are none. */
export type DataFinder = (pathname: string) => DataSource | null;

/**
 * Answers requests of the app scheme from the files under `root`, and of the few data `findData` knows, read-only, with the
 * strict CSP on every answer.
 */
export function createAppResponder(
  root: string,
  findData: DataFinder = () => null,
): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    const wanted = resolveAppUrl(url, root);
    if (wanted === null) return refuse(403);
    const data = findData(new URL(url).pathname);
    if (data?.type === 'json') return serveJson(method === 'HEAD' ? null : data.text);
    const filePath = data?.path ?? wanted;
    const mediaType = MEDIA_TYPES[path.extname(filePath)];
    if (mediaType === undefined) return refuse(404);
    try {
      if (data === null && !isInside(await realpath(filePath), await realpath(root))) return refuse(403);
      const body = await readFile(filePath);
      return new Response(method === 'HEAD' ? null : new Uint8Array(body), {
        headers: { ...SECURITY_HEADERS, 'Content-Type': mediaType },
      });
    } catch {
      return refuse(404);
    }
  };
}

/** The file a URL of the app scheme stands for, or null where it must not be answered. */
export function resolveAppUrl(url: string, root: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== APP_ORIGIN) return null;
  const wanted = pathname === '/' || pathname === '' ? '/index.html' : pathname;
  if (!SAFE_PATH.test(wanted)) return null;
  return path.join(root, wanted);
}

/** Whether a URL belongs to the renderer. `URL.origin` is no help: it is "null" for schemes Node does not know. */
export function isAppUrl(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}

/** Kept nowhere: it is the reader's own, and another one the next time. */
function serveJson(text: string | null): Response {
  return new Response(text, {
    headers: { ...SECURITY_HEADERS, 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  });
}

function refuse(status: 403 | 404 | 405): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(folder + path.sep);
}
