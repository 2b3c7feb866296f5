import type { RequestCalls } from './contract.ts';
import type { EventName, Events } from './events.ts';

/** What preload exposes as `window.duizhao`: the contract's calls, and a way to listen to main's events. Nothing else. */
export interface StudyBridge {
  readonly requests: RequestCalls;
  /** Calls `listener` for each event of that name until the returned function is called. */
  readonly listen: <Name extends EventName>(
    name: Name,
    listener: (payload: Events[Name]) => void,
  ) => () => void;
}
