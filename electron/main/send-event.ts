import type { WebContents } from 'electron';
import type { EventName, Events } from '../../ipc/events.ts';
import { eventChannel } from '../channels.ts';

/** Sends an event of the contract to the renderer. */
export function sendEvent<Name extends EventName>(
  contents: Pick<WebContents, 'send'>,
  name: Name,
  payload: Events[Name],
): void {
  contents.send(eventChannel(name), payload);
}
