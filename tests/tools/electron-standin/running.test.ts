import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildStandin } from '../../../tools/electron-standin/build.ts';
import { SAMPLE_APP } from './sample.ts';

/** What the sample app's main process keeps for its tests, on `globalThis.sample`. */
interface SampleState {
  readonly isDefaultTheSame: boolean;
  readonly blocked: string[];
  readonly asked: string[];
  readonly opened: string[];
  readonly clicked: string[];
}

/** What its preload exposes as `window.sample`. */
interface SampleBridge {
  readonly fsError: string;
  readonly unknownError: string;
  readonly nested: { readonly list: readonly unknown[] };
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  readonly add: (a: number, b: number) => number;
  readonly fail: () => void;
  readonly listen: (listener: (value: unknown) => void) => () => void;
}

declare global {
  // In the main process the state, in the page the bridge.
  var sample: SampleState & SampleBridge;
  var found: unknown;
}

const SLOW = 60_000;

let userData = '';
let app: ElectronApplication;
let page: Page;

async function launch(env: Readonly<Record<string, string>> = {}, ...args: string[]): Promise<void> {
  app = await _electron.launch({
    args: [SAMPLE_APP, `--user-data-dir=${userData}`, ...args],
    colorScheme: null,
    env: { ...(process.env as Record<string, string>), STANDIN_HEADLESS: '1', ...env },
  });
  page = await app.firstWindow();
  await page.locator('body[data-ready]').waitFor();
}

beforeAll(async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', await buildStandin());
  userData = await mkdtemp(path.join(tmpdir(), 'standin-running-'));
  await launch({}, '--lang=zh-CN');
}, SLOW);

afterAll(async () => {
  await app.close();
  await rm(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  vi.unstubAllEnvs();
}, SLOW);

const readState = (): Promise<SampleState> => app.evaluate(() => ({ ...globalThis.sample }));

describe('pages', { timeout: SLOW }, () => {
  test('come from the app scheme, with modules, workers, storage and a secure context', async () => {
    expect(await page.evaluate(() => globalThis.found)).toEqual({
      answer: 42,
      fromWorker: { sum: 43, own: 200, outside: 'refused' },
      starts: 1,
      isSecure: true,
      language: 'zh-CN',
    });
    const urls = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    );
    expect(urls).toEqual(['app://bundle/index.html']);
  });

  test('are all there is: no page of the browser’s own runs beside them', async () => {
    const devTools = await page.context().newCDPSession(page);
    const { targetInfos } = await devTools.send('Target.getTargets', { filter: [{}] });
    await devTools.detach();
    const urls = targetInfos.filter(({ type }) => type !== 'browser').map(({ url }) => url);
    expect(urls).toContain(page.url());
    expect(urls.filter((url) => !url.startsWith(new URL('./', page.url()).href))).toEqual([]);
  });

  test('are held to the content security policy of their response', async () => {
    expect(await page.evaluate(() => 'inlineScriptRan' in window)).toBe(false);
    const violated = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.laterScriptRan = true';
      const violation = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
      });
      document.head.append(script);
      return violation;
    });
    expect(violated).toBe('script-src-elem');
  });

  test('can post to the scheme, and are answered at length', async () => {
    const answers = await page.evaluate(async () => {
      const posted = await fetch('/post', { method: 'POST', body: '对照' });
      const long = await fetch('/long');
      const missing = await fetch('/missing.js');
      const failed = await fetch('/fails').catch(() => 'refused');
      return [await posted.text(), (await long.arrayBuffer()).byteLength, missing.status, failed];
    });
    expect(answers).toEqual(['POST 对照', 20_000_000, 404, 'refused']);
  });

  test('are in the language of the command line, as the app is', async () => {
    expect(await app.evaluate((electron) => electron.app.getLocale())).toBe('zh-CN');
  });

  test('follow the theme of the app', async () => {
    const background = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const chooseTheme = (theme: 'dark' | 'light' | 'system'): Promise<boolean> =>
      app.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
        return nativeTheme.shouldUseDarkColors;
      }, theme);
    expect(await chooseTheme('dark')).toBe(true);
    await vi.waitFor(async () => expect(await background()).toBe('rgb(17, 17, 17)'));
    expect(await chooseTheme('system')).toBe(false);
    await vi.waitFor(async () => expect(await background()).toBe('rgb(255, 255, 255)'));
  });
});

describe('what a page must not do', { timeout: SLOW }, () => {
  test('a request to anywhere else is refused by the app, of whatever kind', async () => {
    const failures: string[] = [];
    page.on('requestfailed', (request) => failures.push(request.failure()?.errorText ?? ''));
    const outcome = await page.evaluate(async () => {
      const refused = (event: Event): string => event.type;
      const image = new Promise((resolve) => {
        const element = new Image();
        element.addEventListener('error', (event) => resolve(refused(event)));
        element.src = 'https://example.com/image.png';
      });
      const socket = new Promise((resolve) => {
        new WebSocket('wss://example.com/socket').addEventListener('error', (event) =>
          resolve(refused(event)),
        );
      });
      const request = fetch('https://example.com/data').then(
        () => 'reached',
        () => 'refused',
      );
      return Promise.all([image, socket, request]);
    });
    expect(outcome).toEqual(['error', 'error', 'refused']);
    const { blocked } = await readState();
    expect(blocked).toEqual(
      expect.arrayContaining([
        'https://example.com/worker',
        'https://example.com/image.png',
        'https://example.com/data',
      ]),
    );
    // Sockets do not come by the app; they end at a proxy that is not there.
    expect(new Set(failures)).toEqual(new Set(['net::ERR_BLOCKED_BY_CLIENT.Inspector']));
  });

  test('a navigation is put to the app, and does not happen', async () => {
    await page.locator('#outside').click();
    await page.evaluate(() => location.assign('/other.html'));
    await vi.waitFor(async () =>
      expect((await readState()).asked).toEqual(
        expect.arrayContaining([
          'will-navigate https://example.com/outside',
          'will-navigate app://bundle/other.html',
        ]),
      ),
    );
    expect(await page.locator('h1').textContent()).toBe('Sample');
  });

  test('a window is put to the app, and does not open', async () => {
    const windows: string[] = [];
    app.on('window', (opened) => windows.push(opened.url()));
    await page.locator('#new-window').click();
    await page.locator('#new-window').click({ button: 'right' });
    await page.locator('#outside').click({ button: 'middle' });
    await page.locator('#outside').click({ modifiers: ['Control'] });
    expect(await page.evaluate(() => window.open('https://example.com/by-script'))).toBeNull();
    await vi.waitFor(async () =>
      expect((await readState()).opened).toEqual([
        'https://example.com/new-window',
        'https://example.com/outside',
        'https://example.com/outside',
        'https://example.com/by-script',
      ]),
    );
    expect(windows).toEqual([]);
  });

  test('a permission is denied', async () => {
    const states = await page.evaluate(async () => [
      Notification.permission,
      (await navigator.permissions.query({ name: 'geolocation' })).state,
      await navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
    ]);
    expect(states).toEqual(['denied', 'denied', 'refused']);
  });

  test('a download is put to the app, and does not happen', async () => {
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['taken away']));
      link.download = 'taken.txt';
      link.click();
    });
    await vi.waitFor(async () => expect((await readState()).asked).toContain('will-download'));
    expect(downloads).toEqual([]);
  });
});

describe('preload', { timeout: SLOW }, () => {
  test('has a world of its own', async () => {
    const seen = await page.evaluate(() => ({
      secret: 'secretOfPreload' in globalThis,
      require: 'require' in globalThis,
      process: 'process' in globalThis,
      strange: Object.getOwnPropertyNames(globalThis).filter((name) =>
        /standin|^[bt][0-9a-f]{8}/i.test(name),
      ),
    }));
    expect(seen).toEqual({ secret: false, require: false, process: false, strange: [] });
  });

  test('can require what a sandboxed preload may, and use what there is', async () => {
    expect(await page.evaluate(() => [globalThis.sample.fsError, globalThis.sample.unknownError])).toEqual([
      'module not found: fs',
      'stand-in: ipcRenderer.sendSync is not implemented',
    ]);
  });

  test('exposes a frozen copy', async () => {
    const attempts = await page.evaluate(() => {
      const attempt = (action: () => void): string => {
        try {
          action();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : '';
        }
      };
      return [
        attempt(() => Object.assign(globalThis.sample, { add: () => 0 })),
        attempt(() => Object.assign(globalThis.sample.nested.list, { 0: 'changed' })),
        attempt(() => Object.assign(globalThis, { sample: null })),
        attempt(() => Reflect.deleteProperty(globalThis, 'sample')),
        typeof globalThis.sample.add,
      ];
    });
    expect(attempts).toEqual(['TypeError', 'TypeError', 'TypeError', 'done', 'function']);
  });

  test('is called synchronously, and its errors are thrown in the page', async () => {
    const results = await page.evaluate(() => {
      try {
        globalThis.sample.fail();
        return [];
      } catch (error) {
        return [globalThis.sample.add(2, 3), error instanceof Error, String(error)];
      }
    });
    expect(results).toEqual([5, true, 'Error: thrown by preload']);
  });

  test('hears what main sends, until it stops listening', async () => {
    await page.evaluate(() => {
      const heard: unknown[] = [];
      const stop = globalThis.sample.listen((value) => heard.push(value));
      Object.assign(globalThis, { heard, stop });
    });
    const send = (value: string): Promise<void> =>
      app.evaluate(({ BrowserWindow }, sent) => {
        for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send('note', sent);
      }, value);
    const heard = (): Promise<unknown> => page.evaluate(() => Reflect.get(globalThis, 'heard'));
    await send('one');
    await vi.waitFor(async () => expect(await heard()).toEqual(['one']));
    await page.evaluate(() => Reflect.get<{ stop: () => void }, 'stop'>(globalThis, 'stop')());
    await send('two');
    // A request goes and comes after what was sent before it.
    await page.evaluate(() => globalThis.sample.invoke('echo', 0));
    expect(await heard()).toEqual(['one']);
  });
});

describe('requests to main', { timeout: SLOW }, () => {
  test('carry what the structured clone algorithm can copy, both ways', async () => {
    const isSame = await page.evaluate(async () => {
      const cycle: Record<string, unknown> = {
        bytes: new Uint8Array([1, 2, 255]),
        when: new Date(5),
        none: undefined,
      };
      cycle['self'] = cycle;
      const back = (await globalThis.sample.invoke('echo', [
        cycle,
        new Map([[1n, new Set(['对照'])]]),
        [NaN, -0, Infinity],
      ])) as [typeof cycle, Map<bigint, Set<string>>, number[]];
      const [first, second, third] = back;
      return [
        first['self'] === first,
        first['bytes'] instanceof Uint8Array && [...first['bytes']].join(),
        first['when'] instanceof Date && first['when'].getTime(),
        'none' in first,
        second.get(1n)?.has('对照'),
        third.map((number) => (Object.is(number, -0) ? '-0' : String(number))).join(),
      ];
    });
    expect(isSame).toEqual([true, '1,2,255', 5, true, true, 'NaN,-0,Infinity']);
  });

  test('may be long', async () => {
    const length = await page.evaluate(async () => {
      const text = await globalThis.sample.invoke('echo', '对'.repeat(5_000_000));
      return String(text).length;
    });
    expect(length).toBe(5_000_000);
  });

  test('tell who sent them', async () => {
    expect(await page.evaluate(() => globalThis.sample.invoke('frame'))).toEqual({
      url: 'app://bundle/index.html',
      isTop: true,
      isWindow: true,
    });
  });

  test.each([
    ['fail', [], "Error invoking remote method 'fail': RangeError: 42 is too much"],
    ['nobody', [], "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'"],
    ['function', [], "Error invoking remote method 'function': Error: An object could not be cloned."],
  ])('that fail say why: %s', async (channel, args, message) => {
    const failure = await page.evaluate(
      ([name, values]) =>
        globalThis.sample.invoke(name, ...values).then(
          () => 'no failure',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        ),
      [channel, args] as const,
    );
    expect(failure).toBe(message);
  });
});

describe('the surroundings', { timeout: SLOW }, () => {
  beforeEach(async () => {
    await app.evaluate(() => globalThis.sample.clicked.splice(0));
  });

  test('one instance of the API serves every way to import it', async () => {
    expect((await readState()).isDefaultTheSame).toBe(true);
  });

  test('menu items answer to a click and to their key, unless it is only shown', async () => {
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('find')?.click());
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+j');
    await vi.waitFor(async () => expect((await readState()).clicked).toEqual(['find', 'find']));
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('shown')?.click());
    expect((await readState()).clicked).toEqual(['find', 'find', 'shown']);
  });

  test('the clipboard is the one that pages paste from, and copy to', async () => {
    await app.evaluate(({ clipboard }) => clipboard.writeText('对照 from main'));
    const field = page.locator('textarea');
    await field.focus();
    await page.keyboard.press('Control+v');
    expect(await field.inputValue()).toBe('对照 from main');
    await field.fill('from the page');
    await field.selectText();
    await page.keyboard.press('Control+c');
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('from the page');
  });

  test('the window stands where it was put, and tells when it is maximized', async () => {
    const describe = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => [window.getNormalBounds(), window.isMaximized()]),
      );
    const bounds = { x: 20, y: 30, width: 900, height: 640 };
    expect(await describe()).toEqual([[bounds, false]]);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((window) => window.maximize()),
    );
    await vi.waitFor(async () => expect(await page.evaluate(() => outerWidth)).toBe(1600));
    expect(await describe()).toEqual([[bounds, true]]);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((window) => window.restore()),
    );
    await vi.waitFor(async () => expect(await page.evaluate(() => outerWidth)).toBe(900));
  });

  test('what is not there throws, wherever one looks', async () => {
    const messages = await app.evaluate((electron) => {
      const messageOf = (owner: object, name: string): string => {
        try {
          Reflect.get(owner, name);
          return 'nothing thrown';
        } catch (error) {
          return error instanceof Error ? error.message : '';
        }
      };
      const [window] = electron.BrowserWindow.getAllWindows();
      return [
        messageOf(electron.app, 'dock'),
        messageOf(electron.session.defaultSession, 'cookies'),
        messageOf(window ?? {}, 'setOpacity'),
        messageOf(window?.webContents ?? {}, 'openDevTools'),
        messageOf(electron.BrowserWindow, 'fromId'),
        messageOf(electron, 'Tray'),
      ];
    });
    expect(messages).toEqual([
      'stand-in: app.dock is not implemented',
      'stand-in: session.cookies is not implemented',
      'stand-in: BrowserWindow.setOpacity is not implemented',
      'stand-in: webContents.openDevTools is not implemented',
      'stand-in: BrowserWindow.fromId is not implemented',
      'stand-in: electron.Tray is not implemented',
    ]);
  });

  test('storage lasts from one start to the next', async () => {
    await app.close();
    await launch();
    expect(await page.evaluate(() => globalThis.found)).toMatchObject({ starts: 2 });
  });
});

test(
  'without the app to refuse them, requests fail as in a network that is down, and permissions are given',
  { timeout: SLOW },
  async () => {
    await app.close();
    await launch({ SAMPLE_MODE: 'unprotected' });
    const failure = page.waitForEvent('requestfailed');
    await page.evaluate(() => void fetch('https://example.com/data').catch(() => {}));
    expect((await failure).failure()?.errorText).toBe('net::ERR_PROXY_CONNECTION_FAILED');
    expect(await page.evaluate(() => Notification.permission)).toBe('granted');
  },
);
