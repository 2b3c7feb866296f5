import type { RequestName } from '../ipc/contract.ts';
import type { EventName } from '../ipc/events.ts';

/** The channel a request of the contract travels on; main and preload must agree. */
export function requestChannel(name: RequestName): string {
  return `request:${name}`;
}

/** The channel an event travels on. */
export function eventChannel(name: EventName): string {
  return `event:${name}`;
}
