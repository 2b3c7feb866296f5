import { EventEmitter } from 'node:events';
import type { IpcMain as ElectronIpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { MessageToMain, MessageToPage } from '../messages.ts';
import { strict } from '../strict.ts';

/** Whose page a message comes from. */
export interface Sender {
  /** The `webContents` the app has. */
  readonly contents: object;
  /** Its `mainFrame`: no other frame has a preload. */
  readonly frame: object;
  readonly post: (message: MessageToPage) => void;
}

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Listener = (event: IpcMainEvent, ...args: unknown[]) => void;
type Members = 'handle' | 'on' | 'removeAllListeners' | 'listenerCount';

const handlers = new Map<string, Handler>();
const emitter = new EventEmitter();

/** The module `ipcMain`. */
export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },

  /** Nothing ever comes: preloads here can only invoke. */
  on(channel: string, listener: Listener): void {
    emitter.on(channel, listener);
  },

  removeAllListeners(channel: string): void {
    emitter.removeAllListeners(channel);
  },

  listenerCount: (channel: string): number => emitter.listenerCount(channel),
} satisfies Record<Members, unknown> & Pick<ElectronIpcMain, 'handle' | 'listenerCount'>);

/** Serves what a page's preload sends. */
export function receiveIpc(sender: Sender, message: MessageToMain & { kind: 'invoke' }): void {
  const event = strict('event of ipcMain', { sender: sender.contents, senderFrame: sender.frame });
  // The event has as much of Electron's as the app uses.
  void answer(sender, event as IpcMainInvokeEvent, message);
}

async function answer(
  sender: Sender,
  event: IpcMainInvokeEvent,
  { id, channel, args }: MessageToMain & { kind: 'invoke' },
): Promise<void> {
  const fail = (error: unknown): void =>
    sender.post({
      kind: 'failure',
      id,
      message: `Error invoking remote method '${channel}': ${String(error)}`,
    });
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    sender.post({ kind: 'reply', id, value: await handler(event, ...args) });
  } catch (error) {
    fail(error);
  }
}
