import { createPartCollector, sendInParts } from '../chunked-text.ts';
import { createCodec } from '../codec.ts';
import { RECEIVER, type MessageToMain, type MessageToPage, type PreloadConfig } from '../messages.ts';
import { strict } from '../strict.ts';
import { findAccelerator } from './accelerator-keys.ts';
import { createContextBridge } from './context-bridge.ts';
import { createIpcEnd } from './ipc-renderer.ts';
import { findWantedWindow } from './new-window-link.ts';
import { pageBase64 } from './page-base64.ts';
import { EventEmitter } from './page-emitter.ts';
import { openWorldChannel } from './world-channel.ts';

/** The preload file, wrapped as CommonJS wraps modules. */
export type PreloadModule = (
  require: (id: string) => unknown,
  process: object,
  module: { exports: unknown },
  exports: unknown,
) => void;

/** Runs in a world of its own before the page's scripts: makes the sandboxed preload's surroundings and runs it. */
export function startPreloadWorld(config: PreloadConfig, runPreload: PreloadModule): void {
  if (window !== window.top) return;
  const channel = openWorldChannel(config.token);
  const codec = createCodec(pageBase64);
  const post = takePost(config.bindingName);
  const postMessage = (message: MessageToMain): void => sendInParts(codec.encode(message), post);
  const { ipcRenderer, receive } = createIpcEnd(postMessage);

  let keyPresses = config.keyPresses;
  const collect = createPartCollector();
  Object.defineProperty(globalThis, RECEIVER, {
    value: (part: string) => {
      const text = collect(part);
      if (text === null) return;
      const message = codec.decode(text) as MessageToPage;
      if (message.kind === 'accelerators') keyPresses = message.keyPresses;
      else receive(message);
    },
  });

  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const index = findAccelerator(event, keyPresses);
    if (index === -1) return;
    event.preventDefault();
    postMessage({ kind: 'accelerator', index });
  });
  for (const name of ['resize', 'focus', 'blur'] as const)
    window.addEventListener(name, () => postMessage({ kind: 'windowChanged' }));
  for (const name of ['click', 'auxclick'] as const)
    window.addEventListener(name, (event) => {
      const wanted = event.defaultPrevented ? null : findWantedWindow(event);
      if (wanted === null) return;
      event.preventDefault();
      postMessage({ kind: 'windowOpen', ...wanted, features: '' });
    });
  channel.hear('open', (text) => {
    const asked = codec.decode(text) as { url: string; name: string; features: string };
    postMessage({ kind: 'windowOpen', ...asked });
  });

  const electron = strict('electron (in preload)', {
    ipcRenderer,
    contextBridge: strict('contextBridge', createContextBridge(channel)),
  });
  try {
    const module = { exports: {} };
    runPreload(createRequire(electron), preloadProcess(config), module, module.exports);
  } catch (error) {
    postMessage({ kind: 'preloadFailed', error });
    console.error('Unable to load preload script', error);
  }
}

/** Takes the binding out of the world's global scope, so that preload does not find it. */
function takePost(bindingName: string): (text: string) => void {
  const post = Reflect.get(globalThis, bindingName) as (text: string) => void;
  Reflect.deleteProperty(globalThis, bindingName);
  return post;
}

/** The modules a sandboxed preload may require, and Electron's words for any other. */
function createRequire(electron: object): (id: string) => unknown {
  const modules: Readonly<Record<string, unknown>> = {
    electron,
    events: EventEmitter,
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  };
  return (id) => {
    const name = id.replace(/^node:/, '');
    if (!Object.hasOwn(modules, name)) throw new Error(`module not found: ${id}`);
    return modules[name];
  };
}

function preloadProcess(config: PreloadConfig): object {
  return strict('process (in preload)', {
    type: 'renderer',
    platform: config.platform,
    arch: config.architecture,
    versions: config.versions,
    sandboxed: true,
    contextIsolated: true,
  });
}
