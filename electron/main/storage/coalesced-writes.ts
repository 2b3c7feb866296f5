import { succeed, type Result } from '../../../ipc/result.ts';

/** How long a burst of changes is gathered, in ms: below two frames, so that "saved" follows a key within 50 ms. */
const GATHER_MS = 10;

/** After how long it is tried again what another program stood in the way of, in ms: a write takes a few. Doubled each time. */
const FIRST_PAUSE_MS = 5;

/** Another program may have died while it wrote: its lock then is in the way until it is stale. No longer pause than this, in ms. */
const LONGEST_PAUSE_MS = 250;

/** For how long in all, in ms, it is tried again before that is answered: a little longer than a lock of the dead can last. */
const PATIENCE_MS = 12_000;

/** The same where everybody waits because the program ends. */
const PATIENCE_AT_END_MS = 300;

/** Turns many requests to write the same state into few writes. */
export interface CoalescedWrites {
  /** Asks for a write; answers with its result, once it is done. */
  readonly request: () => Promise<Result<null>>;
  /** Writes at once what is still to be written, also what failed before. */
  readonly flush: () => Result<null>;
}

/** `write` puts the newest state on disk, synchronously. What is 'in-use' is tried again for a while. */
export function coalesceWrites(write: () => Result<null>): CoalescedWrites {
  let waiting: ((result: Result<null>) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isBehind = false;

  function attempt(): Result<null> {
    const result = write();
    isBehind = !result.ok;
    return result;
  }

  function answer(result: Result<null>): Result<null> {
    clearTimeout(timer);
    timer = undefined;
    const answered = waiting;
    waiting = [];
    for (const each of answered) each(result);
    return result;
  }

  function writeSoon(delayMs: number, pauses: Iterator<number>): void {
    timer = setTimeout(() => {
      const result = attempt();
      const pause = isInUse(result) ? pauses.next() : undefined;
      if (pause === undefined || pause.done === true) answer(result);
      else writeSoon(pause.value, pauses);
    }, delayMs);
  }

  function flush(): Result<null> {
    if (!isBehind) return succeed(null);
    let result = attempt();
    for (const pauseMs of growingPauses(PATIENCE_AT_END_MS)) {
      if (!isInUse(result)) break;
      standStill(pauseMs);
      result = attempt();
    }
    if (!isInUse(result)) return answer(result);
    // Whoever waits for his answer goes on waiting: the program may live on, and it is tried again.
    if (timer === undefined) writeSoon(GATHER_MS, growingPauses(PATIENCE_MS));
    return result;
  }

  return {
    request: () => {
      isBehind = true;
      if (timer === undefined) writeSoon(GATHER_MS, growingPauses(PATIENCE_MS));
      return new Promise((resolve) => waiting.push(resolve));
    },
    flush,
  };
}

function* growingPauses(totalMs: number): Generator<number, undefined> {
  let pauseMs = FIRST_PAUSE_MS;
  for (let waitedMs = 0; waitedMs < totalMs; waitedMs += pauseMs) {
    yield pauseMs;
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
  return undefined;
}

function isInUse(result: Result<null>): boolean {
  return !result.ok && result.failure.code === 'in-use';
}

/** Nothing else may happen before what is to be written is written: the program ends. */
function standStill(durationMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs);
}
