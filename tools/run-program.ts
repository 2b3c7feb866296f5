import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl+C may arrive twice, from the terminal and from npm; a person who presses it again means it. */
const SAME_PRESS_MS = 1500;

/**
 * Runs a program as if it were this one: with this one's signals, and to its exit code. It gets a process group of its
 * own where there are such things, so that it hears of a signal only from here, and only once: a second would end it
 * before it has saved.
 */
export function runProgram(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', detached: process.platform !== 'win32' });
  let signalledAt: number | null = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const now = Date.now();
      if (signalledAt === null) {
        signalledAt = now;
        child.kill(signal);
      } else if (now - signalledAt > SAME_PRESS_MS) child.kill('SIGKILL');
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
}
