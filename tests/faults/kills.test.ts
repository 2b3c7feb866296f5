import { expect, test } from 'vitest';
import { makeFolder } from '../electron/temporary-folder.ts';
import { followMessages, judgeFound, knowNothing, type KnownWork, type Verdict } from './inspect-works.ts';
import { recordFault } from './ledger.ts';
import { startChild, type RunningChild } from './start-child.ts';

/** How long a child may write before it is killed, in ms: as long as some dozen saves and a snapshot take. */
const LONGEST_WRITING_MS = 120;

/** How long a start takes at most on a quiet machine, in ms: some kills come before the store has opened. */
const LONGEST_START_MS = 150;

/** One of how many kills comes while the store opens. */
const EARLY = 10;

const NOTHING_WRONG: Verdict = { unreadable: 0, lost: 0, leftOver: 0, untold: 0 };

function addUp(a: Verdict, b: Verdict): Verdict {
  return {
    unreadable: a.unreadable + b.unreadable,
    lost: a.lost + b.lost,
    leftOver: a.leftOver + b.leftOver,
    untold: a.untold + b.untold,
  };
}

function pass(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}

/** Kills a process that ends once it has opened the store; one that was quicker than that is not counted. */
async function killEarly(start: () => RunningChild): Promise<void> {
  for (let wasKilled = false; !wasKilled;) {
    const child = start();
    await pass(Math.random() * LONGEST_START_MS);
    wasKilled = child.kill();
    await child.ended;
  }
}

/** Kills one process after the other in the same folder; each new one finds what the one before left. */
async function killOften(
  times: number,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly verdict: Verdict; readonly acknowledged: number }> {
  const folder = makeFolder();
  const works: readonly KnownWork[] = ['first', 'second'].map(knowNothing);
  let verdict = NOTHING_WRONG;
  let acknowledged = 0;
  const start = (next: readonly number[] | null): RunningChild =>
    startChild({ ...TASK, folder, next }, { env });
  for (let kill = 0; kill < times; kill += 1) {
    if (kill % EARLY === EARLY - 1) {
      await killEarly(() => start(null));
      continue;
    }
    const reader = start(null);
    verdict = addUp(verdict, judgeFound(works, await reader.opened));
    await reader.ended;
    const writer = start(works.map(({ asked }) => asked));
    await writer.opened;
    await pass(Math.random() * LONGEST_WRITING_MS);
    if (!writer.kill()) throw new Error('A writer has ended of itself');
    await writer.ended;
    followMessages(works, writer.messages);
    acknowledged += writer.messages.filter(({ type }) => type === 'saved').length;
  }
  const last = start(null);
  verdict = addUp(verdict, judgeFound(works, await last.opened));
  await last.ended;
  return { verdict, acknowledged };
}

const TASK = { workIds: ['first', 'second'], count: null, clockStepMs: 0 } as const;

test.each([
  { times: 300, env: {}, what: 'killed while writing' },
  { times: 100, env: { SNAP: '/snap/duizhao/1' }, what: 'killed while writing, as a snap' },
])('$times processes $what lose nothing', async ({ times, env, what }) => {
  const { verdict, acknowledged } = await killOften(times, env);
  recordFault({ what, times, ...verdict, detail: `${acknowledged} changes acknowledged, two works at once` });
  expect(verdict).toEqual(NOTHING_WRONG);
  // Processes that are killed before they have saved anything would show nothing.
  expect(acknowledged).toBeGreaterThan(times);
});
