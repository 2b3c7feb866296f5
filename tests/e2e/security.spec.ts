import path from 'node:path';
import type { Page } from '@playwright/test';
import { WEB_PREFERENCES } from '../../electron/main/web-preferences.ts';
import { REQUEST_NAMES } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { expect, test } from './fixtures.ts';
import { startServer } from './listening-server.ts';
import { startAgain } from './second-start.ts';

declare global {
  interface Window {
    readonly duizhao: StudyBridge;
  }
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What the page's policy was asked to allow and did not, as directive and kind of address, while `action` ran. */
async function collectViolations(page: Page, action: string): Promise<readonly string[]> {
  return page.evaluate(async (code) => {
    const violations: string[] = [];
    const note = (event: SecurityPolicyViolationEvent): void => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    };
    document.addEventListener('securitypolicyviolation', note);
    const actions: Readonly<Record<string, () => void>> = {
      'inline script': () => {
        const script = document.createElement('script');
        script.textContent = 'window.intruded = true';
        document.head.append(script);
      },
      'inline handler': () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.intruded = true');
        document.body.append(button);
        button.click();
        button.remove();
      },
      // Called later, it runs as the page's own code; in `evaluate` itself eval is always allowed.
      eval: () => void Reflect.apply(window.setTimeout, window, ['window.intruded = true']),
      'inline style': () => {
        const style = document.createElement('style');
        style.textContent = 'body { display: none }';
        document.head.append(style);
      },
      'script from elsewhere': () => {
        const script = document.createElement('script');
        script.src = 'data:text/javascript,window.intruded = true';
        document.head.append(script);
      },
      frame: () => {
        const frame = document.createElement('iframe');
        frame.src = 'data:text/html,<h1>frame</h1>';
        document.body.append(frame);
      },
      base: () => {
        const element = document.createElement('base');
        element.href = 'https://example.com/';
        document.head.append(element);
      },
      form: () => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = './index.html';
        document.body.append(form);
        form.submit();
      },
      worker: () => {
        try {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          worker.addEventListener('message', () => Object.assign(window, { intruded: true }));
        } catch {
          // Some versions of Chromium throw, some send an error event; the violation is reported by both.
        }
      },
    };
    actions[code]?.();
    const deadline = performance.now() + 5000;
    while (violations.length === 0 && performance.now() < deadline) await new Promise(requestAnimationFrame);
    document.removeEventListener('securitypolicyviolation', note);
    return violations.map((violation) => violation.replace(/(blob|data):.*/s, '$1'));
  }, action);
}

/** Tries to reach a server on every way a page has; answers with what came of it and which directives forbade it. */
async function reachOut(page: Page, address: string): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async (host) => {
    const forbidden: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      forbidden.push(`${effectiveDirective} ${new URL(blockedURI).protocol}`);
    });
    const settle = (target: EventTarget, success: string): Promise<string> =>
      new Promise((resolve) => {
        target.addEventListener(success, () => resolve('reached'));
        target.addEventListener('error', () => resolve('refused'));
      });
    const image = new Image();
    const imageLoading = settle(image, 'load');
    image.src = `http://${host}/image.png`;
    const socketOpening = settle(new WebSocket(`ws://${host}/socket`), 'open');
    const fetching = fetch(`http://${host}/text`, { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'refused',
    );
    const [fetched, loaded, opened] = await Promise.all([fetching, imageLoading, socketOpening]);
    return { fetch: fetched, image: loaded, webSocket: opened, forbidden: forbidden.toSorted().join(', ') };
  }, address);
}

test('the page has no Node, no Electron, and of the program only what the contract names', async ({
  page,
}) => {
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(window.duizhao).toSorted(),
    requests: Object.keys(window.duizhao.requests),
    isFrozen: Object.isFrozen(window.duizhao) && Object.isFrozen(window.duizhao.requests),
  }));
  expect(found).toEqual({
    node: [],
    bridge: ['listen', 'requests'],
    requests: [...REQUEST_NAMES],
    isFrozen: true,
  });
});

test('the page cannot listen to anything but the events', async ({ page }) => {
  const message = await page.evaluate(() => {
    try {
      Reflect.apply(window.duizhao.listen, undefined, ['request:openWork', () => {}]);
      return 'listening';
    } catch (error) {
      return String(error);
    }
  });
  expect(message).toContain('There is no event');
});

test('the policy stops whatever is not a file of the page', async ({ page }) => {
  for (const [action, violation] of [
    ['inline script', 'script-src-elem inline'],
    ['inline handler', 'script-src-attr inline'],
    ['eval', 'script-src eval'],
    ['inline style', 'style-src-elem inline'],
    ['script from elsewhere', 'script-src-elem data'],
    ['frame', 'frame-src'],
    ['base', 'base-uri https://example.com'],
    ['form', 'form-action'],
    ['worker', 'worker-src blob'],
  ] as const) {
    await test.step(action, async () => {
      const violations = await collectViolations(page, action);
      expect(violations.map((text) => text.slice(0, violation.length))).toEqual([violation]);
    });
  }
  expect(await page.evaluate(() => 'intruded' in window)).toBe(false);
});

test('the policy lets no request out of the page', async ({ page }) => {
  const server = await startServer();
  try {
    const answers = await reachOut(page, server.address);
    expect(answers).toEqual({
      fetch: 'refused',
      image: 'refused',
      webSocket: 'refused',
      forbidden: 'connect-src http:, connect-src ws:, img-src http:',
    });
    expect(server.countConnections()).toBe(0);
  } finally {
    await server.close();
  }
});

test('main cancels a request to a network that no policy stands before', async ({ electronApp }) => {
  const server = await startServer();
  const loading = electronApp.evaluate(
    async ({ BrowserWindow }, { url, webPreferences }) => {
      // No policy and no 'will-navigate' is asked about what main itself loads.
      const window = new BrowserWindow({ show: false, webPreferences });
      const result = await window.loadURL(url).then(
        () => 'reached',
        (error: unknown) => String(error),
      );
      window.close();
      return result;
    },
    {
      url: `http://${server.address}/`,
      webPreferences: { ...WEB_PREFERENCES, preload: path.join(ROOT, 'out/preload/preload.cjs') },
    },
  );
  const outcome = await loading.finally(server.close);
  // The stand-in knows no finer error, and its own wall stands behind; tests/electron/main/security.test.ts tells them apart.
  expect([outcome.match(/ERR_BLOCKED_BY_CLIENT|ERR_FAILED/)?.length, server.countConnections()]).toEqual([
    1, 0,
  ]);
});

test('no window opens', async ({ page, electronApp }) => {
  const opened = await page.evaluate(() =>
    ['https://example.com/', 'about:blank', './index.html', ''].map((url) => window.open(url) === null),
  );
  expect(opened).toEqual([true, true, true, true]);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = './index.html';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await page.evaluate(() => window.duizhao.requests.listWorks());
  expect(electronApp.windows()).toHaveLength(1);
});

test('the window stays where it is', async ({ page, electronApp }) => {
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  for (const url of ['https://example.com/', './index.html?again', 'data:text/html,<h1>gone</h1>']) {
    await page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
      link.remove();
      window.location.assign(target);
    }, url);
    // Main answers in order, so it has heard of the navigation by now.
    await page.evaluate(() => window.duizhao.requests.listWorks());
    expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
  }
  const address = await electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
  expect(address).toEqual(['app://bundle/index.html']);
});

test('no permission is given', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const stateOf = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      notifications: Notification.permission,
      geolocation: await stateOf('geolocation'),
      microphone: await stateOf('microphone'),
      'clipboard-read': await stateOf('clipboard-read'),
      position: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          ({ code }) =>
            resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : `code ${code}`),
        );
      }),
      clipboard: await navigator.clipboard.readText().then(
        () => 'given',
        (error: unknown) => (error instanceof DOMException ? error.name : 'odd'),
      ),
    };
  });
  expect(answers).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    microphone: 'denied',
    'clipboard-read': 'denied',
    position: 'denied',
    clipboard: 'NotAllowedError',
  });
});

test('the app scheme gives nothing but the files of the page', async ({ page }) => {
  const statuses = await page.evaluate(async () => {
    const paths = [
      './index.html',
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/%2e%2e/main/main.js',
      '/assets/../../main/main.js',
      '/index.html%00.js',
    ];
    const found: Record<string, number> = {};
    for (const place of paths) found[place] = (await fetch(place)).status;
    return found;
  });
  expect(statuses).toEqual({
    './index.html': 200,
    '/../../package.json': 404,
    '/..%2f..%2fpackage.json': 403,
    '/..%5c..%5cpackage.json': 403,
    '/%2e%2e/main/main.js': 404,
    '/assets/../../main/main.js': 404,
    '/index.html%00.js': 403,
  });
});

test('a request of another shape is refused and changes nothing', async ({ page }) => {
  const answers = await page.evaluate(() => {
    const { openWork, changeNotebook, saveSettings, copyText } = window.duizhao.requests;
    const call = (request: (...args: never[]) => Promise<unknown>, argument: unknown): Promise<unknown> =>
      Promise.resolve(Reflect.apply(request, undefined, [argument]));
    return Promise.all([
      call(openWork, '../../settings'),
      call(changeNotebook, { workId: '../settings', changes: [{ type: 'annotation-erased', id: '' }] }),
      call(saveSettings, { theme: 'dark' }),
      call(copyText, { toString: 'text' }),
    ]);
  });
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-request' } });
  }
});

test('the store keeps no channel of its own open', async ({ electronApp, page }) => {
  await page.evaluate(() => window.duizhao.requests.getStartInfo());
  expect(await electronApp.evaluate(({ ipcMain }) => ipcMain.listenerCount('electron-store-get-data'))).toBe(
    0,
  );
});

test('a download is refused', async ({ page, electronApp }) => {
  // Before the click that is listened for: the promise waits in main.
  const listening = await electronApp.evaluateHandle(({ session }) => ({
    refused: new Promise<boolean>((resolve) => {
      session.defaultSession.on('will-download', (event) => resolve(event.defaultPrevented));
    }),
  }));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'text.txt';
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(await listening.evaluate(({ refused }) => refused)).toBe(true);
});

test('a second start hands over to the first and ends', async ({ page, userData }) => {
  await page.evaluate(() => {
    window.duizhao.listen('secondInstanceStarted', () => Object.assign(window, { wasCalled: true }));
  });
  expect(await startAgain(userData)).toBe(0);
  await page.waitForFunction(() => 'wasCalled' in window);
});
