import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAppResponder, isAppUrl } from '../../../electron/main/app-scheme.ts';
import { makeFolder } from '../temporary-folder.ts';

let ask: (url: string, method?: string) => Promise<Response>;

beforeEach(() => {
  const folder = makeFolder();
  const root = path.join(folder, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.json'), 'secret');
  writeFileSync(path.join(folder, 'renderer-secret.json'), 'secret');
  writeFileSync(path.join(root, 'index.html'), '<h1>page</h1>');
  writeFileSync(path.join(root, 'assets/main-B1_x.js'), 'run()');
  writeFileSync(path.join(root, 'assets/font.woff2'), Buffer.from([1, 2, 255]));
  writeFileSync(path.join(root, '.hidden.json'), 'secret');
  writeFileSync(path.join(root, 'notes.exe'), 'secret');
  symlinkSync(path.join(folder, 'secret.json'), path.join(root, 'link.json'));
  symlinkSync(folder, path.join(root, 'up'));
  const respond = createAppResponder(root);
  ask = (url, method = 'GET') => respond({ url, method });
});

describe('the app scheme', () => {
  test.each([
    ['app://bundle/index.html', 'text/html; charset=utf-8', '<h1>page</h1>'],
    ['app://bundle/', 'text/html; charset=utf-8', '<h1>page</h1>'],
    ['app://bundle/index.html?theme=dark#top', 'text/html; charset=utf-8', '<h1>page</h1>'],
    ['app://bundle/assets/main-B1_x.js', 'text/javascript; charset=utf-8', 'run()'],
  ])('serves %s', async (url, type, body) => {
    const response = await ask(url);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      body,
    ]);
  });

  test('serves bytes as they are', async () => {
    const response = await ask('app://bundle/assets/font.woff2');
    expect(response.headers.get('content-type')).toBe('font/woff2');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 255]);
  });

  test.each([
    ['app://bundle/../secret.json'],
    ['app://bundle/../../secret.json'],
    ['app://bundle/assets/../../secret.json'],
    ['app://bundle/%2e%2e/secret.json'],
    ['app://bundle/%2e%2e%2fsecret.json'],
    ['app://bundle/..%2fsecret.json'],
    ['app://bundle/..%5csecret.json'],
    [String.raw`app://bundle/..\secret.json`],
    ['app://bundle/%252e%252e%252fsecret.json'],
    ['app://bundle/assets/%2e%2e/%2e%2e/secret.json'],
    ['app://bundle/index.html%00.json'],
    ['app://bundle/index.html\0.json'],
    ['app://bundle//etc/passwd.json'],
    ['app://bundle/C:/secret.json'],
    ['app://bundle/index.html::$DATA'],
    ['app://bundle/....//secret.json'],
    ['app://bundle/.hidden.json'],
    ['app://bundle/link.json'],
    ['app://bundle/up/secret.json'],
    ['app://bundle/up/renderer/../secret.json'],
    ['app://bundle/../renderer-secret.json'],
    ['app://bundle/assets'],
    ['app://bundle/assets/'],
    ['app://bundle/notes.exe'],
    ['app://bundle/gone.html'],
    ['app://other/index.html'],
    ['app://bundle.evil/index.html'],
    ['app://bundle:80/index.html'],
    ['app://user@bundle.evil/index.html'],
    ['file:///etc/passwd'],
    ['https://bundle/index.html'],
    ['not a url'],
  ])('refuses %s', async (url) => {
    const response = await ask(url);
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).toBe('');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses the method %s', async (method) => {
    expect((await ask('app://bundle/index.html', method)).status).toBe(405);
  });

  test('answers HEAD without a body', async () => {
    const response = await ask('app://bundle/index.html', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test.each(['app://bundle/index.html', 'app://bundle/assets/main-B1_x.js', 'app://bundle/gone.html'])(
    'puts the strict policy on %s',
    async (url) => {
      const { headers } = await ask(url);
      expect(headers.get('content-security-policy')?.split('; ')).toEqual([
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
      ]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );
});

test.each([
  ['app://bundle/index.html', true],
  ['app://bundle', true],
  ['app://bundle.evil/index.html', false],
  ['app://other/', false],
  ['https://bundle/', false],
  ['about:blank', false],
  ['', false],
])('whether %s is the program is %s', (url, expected) => expect(isAppUrl(url)).toBe(expected));
