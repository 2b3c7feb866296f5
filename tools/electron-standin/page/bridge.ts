import { createCodec, type Codec } from '../codec.ts';
import type { BridgeConfig } from '../messages.ts';
import { pageBase64 } from './page-base64.ts';
import { openWorldChannel, type WorldChannel } from './world-channel.ts';

interface Settlement {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** How the preload world answers a call. */
type Returned = { readonly value: unknown } | { readonly error: unknown };

/**
 * Runs in the page's own world before its scripts: builds the frozen counterpart of what preload exposes, and turns
 * `window.open` into a question to the main process.
 */
export function startBridge(config: BridgeConfig): void {
  if (window !== window.top) return;
  const channel = openWorldChannel(config.token);
  const pending = new Map<number, Settlement>();
  const { codec, callbacks } = createBridgeCodec(channel, pending);

  channel.hear('callback', (text) => {
    const { id, args } = codec.decode(text) as { id: number; args: unknown[] };
    callbacks.get(id)?.(...args);
  });
  channel.hear('settle', (text) => {
    const settled = codec.decode(text) as { id: number } & Returned;
    const settlement = pending.get(settled.id);
    pending.delete(settled.id);
    if ('error' in settled) settlement?.reject(settled.error);
    else settlement?.resolve(settled.value);
  });
  channel.hear('expose', (text) => {
    const { key, api } = codec.decode(text) as { key: string; api: unknown };
    Object.defineProperty(window, key, {
      value: freezeDeeply(api),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
  window.open = (url = '', name = '', features = '') => {
    channel.tell('open', codec.encode({ url: new URL(url, document.baseURI).href, name, features }));
    return null;
  };
}

function createBridgeCodec(
  channel: WorldChannel,
  pending: Map<number, Settlement>,
): { codec: Codec; callbacks: ReadonlyMap<number, (...args: unknown[]) => unknown> } {
  const callbacks = new Map<number, (...args: unknown[]) => unknown>();
  let lastReturned = '';

  const call = (id: number, args: readonly unknown[]): unknown => {
    channel.tell('call', codec.encode({ id, args }));
    const returned = codec.decode(lastReturned) as Returned;
    if ('error' in returned) throw returned.error;
    return returned.value;
  };
  const codec: Codec = createCodec(pageBase64, {
    describe: (value) => {
      if (typeof value !== 'function') throw new Error('stand-in: a page cannot pass a promise to preload');
      const id = callbacks.size + 1;
      callbacks.set(id, value as (...args: unknown[]) => unknown);
      return { callback: id };
    },
    revive: (description) => {
      const passed = description as { function: number } | { promise: number };
      if ('function' in passed) return (...args: unknown[]) => call(passed.function, args);
      return new Promise((resolve, reject) => pending.set(passed.promise, { resolve, reject }));
    },
  });
  channel.hear('returned', (text) => {
    lastReturned = text;
  });
  return { codec, callbacks };
}

function freezeDeeply(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  Object.values(value).forEach(freezeDeeply);
  return Object.freeze(value);
}
