import { succeed, type Result } from '../../../ipc/result.ts';

/** How long a burst of changes is gathered, in ms: below two frames, so that "saved" follows a key within 50 ms. */
const GATHER_MS = 10;

/** Turns many requests to write the same state into few writes. */
export interface CoalescedWrites {
  /** Asks for a write; answers with its result, once it is done. */
  readonly request: () => Promise<Result<null>>;
  /** Writes at once what is still to be written, also what failed before. */
  readonly flush: () => Result<null>;
}

/** `write` puts the newest state on disk, synchronously. */
export function coalesceWrites(write: () => Result<null>): CoalescedWrites {
  let waiting: ((result: Result<null>) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isBehind = false;

  function flush(): Result<null> {
    clearTimeout(timer);
    timer = undefined;
    if (!isBehind) return succeed(null);
    const result = write();
    isBehind = !result.ok;
    const answered = waiting;
    waiting = [];
    for (const answer of answered) answer(result);
    return result;
  }

  return {
    request: () => {
      isBehind = true;
      timer ??= setTimeout(flush, GATHER_MS);
      return new Promise((resolve) => waiting.push(resolve));
    },
    flush,
  };
}
