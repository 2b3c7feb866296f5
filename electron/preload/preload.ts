import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { REQUEST_NAMES, type RequestCalls } from '../../ipc/contract.ts';
import { EVENT_NAMES, type EventName, type Events } from '../../ipc/events.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { eventChannel, requestChannel } from '../channels.ts';

// Main answers each request with what the contract says; the types of the calls are taken on its word.
const requests = Object.fromEntries(
  REQUEST_NAMES.map((name) => [
    name,
    (argument?: unknown) => ipcRenderer.invoke(requestChannel(name), argument),
  ]),
) as unknown as RequestCalls;

function listen<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
  if (!EVENT_NAMES.includes(name)) throw new Error(`There is no event "${name}"`);
  const receive = (_event: IpcRendererEvent, payload: Events[Name]): void => listener(payload);
  ipcRenderer.on(eventChannel(name), receive);
  return () => {
    ipcRenderer.removeListener(eventChannel(name), receive);
  };
}

contextBridge.exposeInMainWorld('duizhao', { requests, listen } satisfies StudyBridge);
