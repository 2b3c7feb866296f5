import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from '../../../../tools/electron-standin/chromium/find-chromium.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'standin-find-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the browser a person chooses is taken, there or not', () => {
  expect(findChromium({ STANDIN_CHROMIUM: '/opt/browser' }, [])).toBe('/opt/browser');
});

test("the system's comes before one that Playwright has fetched", () => {
  const system = path.join(folder, 'chromium');
  const fetched = path.join(folder, 'browsers/chromium-1234/chrome-linux64/chrome');
  mkdirSync(path.dirname(fetched), { recursive: true });
  writeFileSync(fetched, '');
  const environment = { PLAYWRIGHT_BROWSERS_PATH: path.join(folder, 'browsers') };
  expect(findChromium(environment, [system])).toBe(fetched);
  writeFileSync(system, '');
  expect(findChromium(environment, [system])).toBe(system);
});

test('where there is none, none is found', () => {
  expect(findChromium({ PLAYWRIGHT_BROWSERS_PATH: path.join(folder, 'none') }, [])).toBeNull();
});
