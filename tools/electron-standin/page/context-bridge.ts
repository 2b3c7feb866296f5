import { createCodec, type Codec } from '../codec.ts';
import { pageBase64 } from './page-base64.ts';
import type { WorldChannel } from './world-channel.ts';

/** What preload gets as `contextBridge`. */
export interface ContextBridge {
  readonly exposeInMainWorld: (key: string, api: unknown) => void;
}

/** The isolated world's end of what `bridge.ts` builds in the page's own world. */
export function createContextBridge(channel: WorldChannel): ContextBridge {
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const exposed = new Set<string>();
  let promiseCount = 0;

  const codec: Codec = createCodec(pageBase64, {
    describe: (value) => {
      if (typeof value === 'function') return { function: functions.push(value as () => unknown) - 1 };
      promiseCount += 1;
      const id = promiseCount;
      void settle(id, value as PromiseLike<unknown>);
      return { promise: id };
    },
    revive: (description) => {
      const { callback } = description as { callback: number };
      return (...args: unknown[]) => channel.tell('callback', codec.encode({ id: callback, args }));
    },
  });

  const settle = async (id: number, promise: PromiseLike<unknown>): Promise<void> => {
    let text: string;
    try {
      text = codec.encode({ id, value: await promise });
    } catch (error) {
      text = codec.encode({ id, error: plainError(error) });
    }
    channel.tell('settle', text);
  };

  const answer = (text: string): string => {
    try {
      const { id, args } = codec.decode(text) as { id: number; args: unknown[] };
      return codec.encode({ value: functions[id]?.(...args) });
    } catch (error) {
      return codec.encode({ error: plainError(error) });
    }
  };
  channel.hear('call', (text) => channel.tell('returned', answer(text)));

  return {
    exposeInMainWorld: (key, api) => {
      if (exposed.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      channel.tell('expose', codec.encode({ key, api }));
    },
  };
}

/** Only the message and the stack of an error cross, as in Electron. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const plain = new Error(error.message);
  if (error.stack !== undefined) plain.stack = error.stack;
  return plain;
}
