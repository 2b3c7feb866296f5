import type { MessageToMain, MessageToPage } from '../messages.ts';
import { strict } from '../strict.ts';
import { EventEmitter, type Listener } from './page-emitter.ts';

/** The isolated world's end of the messages with the main process. */
export interface IpcEnd {
  /** What preload gets as `ipcRenderer`. */
  readonly ipcRenderer: object;
  /** Takes an answer to `invoke`, or an event. */
  readonly receive: (message: Exclude<MessageToPage, { kind: 'accelerators' }>) => void;
}

interface Settlement {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Makes `ipcRenderer`; `post` carries its messages to the main process. */
export function createIpcEnd(post: (message: MessageToMain) => void): IpcEnd {
  const emitter = new EventEmitter();
  const pending = new Map<number, Settlement>();
  let callCount = 0;

  const ipcRenderer: object = strict('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> => {
      callCount += 1;
      const id = callCount;
      return new Promise((resolve, reject) => {
        post({ kind: 'invoke', id, channel, args });
        pending.set(id, { resolve, reject });
      });
    },
    on: (channel: string, listener: Listener): object => {
      emitter.on(channel, listener);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener): object => {
      emitter.off(channel, listener);
      return ipcRenderer;
    },
  });

  return {
    ipcRenderer,
    receive: (message) => {
      if (message.kind === 'event') {
        emitter.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...message.args);
        return;
      }
      const settlement = pending.get(message.id);
      pending.delete(message.id);
      if (message.kind === 'failure') settlement?.reject(new Error(message.message));
      else settlement?.resolve(message.value);
    },
  };
}
