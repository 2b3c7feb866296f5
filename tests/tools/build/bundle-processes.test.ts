import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { REQUEST_NAMES } from '../../../ipc/contract.ts';
import { EVENT_NAMES } from '../../../ipc/events.ts';
import { bundleMain, bundlePreload } from '../../../tools/build/bundle-processes.ts';
import { makeFolder } from '../../electron/temporary-folder.ts';

describe('the bundle of the main process', () => {
  test('is one module that imports nothing but Electron and Node', async () => {
    const folder = makeFolder();
    await bundleMain(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['licenses.md', 'main.js']);
    const code = readFileSync(`${folder}/main.js`, 'utf8');
    const imported = [...code.matchAll(/^import .*? from "([^"]+)";$/gm)].map((match) => match[1] ?? '');
    expect(imported).toContain('electron');
    expect(imported.filter((name) => name !== 'electron' && !isBuiltin(name))).toEqual([]);
    // Comments of ajv have the word, too.
    expect(code).not.toMatch(/^(?!\s*\/?\*).*\bimport\(/m);
    expect(readFileSync(`${folder}/licenses.md`, 'utf8')).toContain('electron-store');
  });
});

describe('the bundle of the preload script', () => {
  test('requires electron only and exposes the contract and nothing else', async () => {
    const folder = makeFolder();
    await bundlePreload(folder);
    const code = readFileSync(`${folder}/preload.cjs`, 'utf8');
    const { required, exposed, invoked, listeners } = runPreload(code);
    expect(required).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['duizhao']);
    const bridge = exposed.get('duizhao');
    expect(Object.keys(bridge ?? {}).toSorted()).toEqual(['listen', 'requests']);
    expect(Object.keys(bridge?.requests ?? {})).toEqual(REQUEST_NAMES);
    bridge?.requests['openWork']?.('a');
    expect(invoked).toEqual([['request:openWork', 'a']]);

    for (const name of EVENT_NAMES) {
      const heard: unknown[] = [];
      const stop = bridge?.listen(name, (payload) => heard.push(payload));
      listeners.get(`event:${name}`)?.({ sender: 'the event object stays in the preload' }, 'payload');
      expect(heard).toEqual(['payload']);
      stop?.();
      expect(listeners.size).toBe(0);
    }
    expect(() => bridge?.listen('request:openWork', () => {})).toThrow('There is no event');
    // The whole of zod would be a hundred times that.
    expect(code.length).toBeLessThan(5_000);
  });
});

interface Bridge {
  readonly requests: Readonly<Record<string, (argument?: unknown) => unknown>>;
  readonly listen: (name: string, listener: (payload: unknown) => void) => () => void;
}

type Listener = (event: unknown, payload: unknown) => void;

/** Runs the script with what a sandboxed window gives it. */
function runPreload(code: string) {
  const required: string[] = [];
  const exposed = new Map<string, Bridge>();
  const invoked: unknown[][] = [];
  const listeners = new Map<string, Listener>();
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, api: Bridge) => void exposed.set(key, api) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => void invoked.push(args),
      on: (channel: string, listener: Listener) => void listeners.set(channel, listener),
      removeListener: (channel: string) => void listeners.delete(channel),
    },
  };
  const require = (name: string): unknown => {
    required.push(name);
    return electron;
  };
  vm.runInNewContext(code, { require, exports: {}, module: {} });
  return { required, exposed, invoked, listeners };
}
