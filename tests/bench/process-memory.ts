import { readdirSync, readFileSync } from 'node:fs';

/** A running process, as /proc has it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
}

/** Reads a /proc/PID/stat. The name may hold spaces and brackets; the fields after it do not. */
export function parseProcessStat(stat: string): ProcessEntry {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid: Number.parseInt(stat, 10), parent: Number(afterName[1]) };
}

/** A process and everything it has started, in whatever process group. */
export function listTree(processes: readonly ProcessEntry[], root: number): readonly number[] {
  const tree = [root];
  // What is appended while it runs is gone through as well.
  for (const pid of tree) {
    tree.push(...processes.filter(({ parent }) => parent === pid).map((child) => child.pid));
  }
  return tree;
}

/** The proportional set size of a /proc/PID/smaps_rollup, in bytes: what is shared counts in parts. */
export function parsePss(rollup: string): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  if (kilobytes === undefined) throw new Error('smaps_rollup has no line "Pss"');
  return Number(kilobytes) * 1024;
}

/** What a process and everything it has started take, in bytes (PSS). Linux only. */
export function measureTreeMemory(root: number): number {
  return listTree(listProcesses(), root).reduce((sum, pid) => {
    const rollup = readIfThere(`/proc/${pid}/smaps_rollup`);
    // A process that has just ended has an empty one.
    return rollup === '' ? sum : sum + parsePss(rollup);
  }, 0);
}

function listProcesses(): readonly ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readIfThere(`/proc/${name}/stat`))
    .filter((stat) => stat !== '')
    .map(parseProcessStat);
}

/** '' for a file of a process that has ended meanwhile. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
