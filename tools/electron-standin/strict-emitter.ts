import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

/**
 * The base of the API's classes: strict in its members, and in the events one may listen for.
 *
 * The constructor returns the proxy, so in subclasses `this` is the proxy from their first line on, their private
 * fields live on it, and there is only one identity.
 */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super();
    this.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !events.includes(event))
        throw new Error(`stand-in: the event '${event}' of ${name} is not implemented`);
    });
    return strict(name, this);
  }
}
