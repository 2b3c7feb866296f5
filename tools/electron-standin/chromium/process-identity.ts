import { readFileSync } from 'node:fs';

/** A process, told apart from a later one with the same number by when it started (in clock ticks since boot). */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: string;
}

/** Fields of /proc/PID/stat after the command's name, which stands in brackets and may hold anything. */
const STATE_FIELD = 0;
const START_FIELD = 19;

/** The identity of a process that runs now, or null. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  let fields: string[];
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
  const startTicks = fields[START_FIELD];
  // A zombie has ended; it only waits to be looked at.
  return startTicks === undefined || fields[STATE_FIELD] === 'Z' ? null : { pid, startTicks };
}

/** Whether that very process still runs. */
export function isRunning({ pid, startTicks }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.startTicks === startTicks;
}
