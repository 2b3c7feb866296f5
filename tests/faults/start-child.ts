import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { CHILD_FILE } from './build-child.ts';
import type { ChildMessage, ChildTask } from './child-protocol.ts';

type Opened = Extract<ChildMessage, { type: 'opened' }>;

/** A process with the real store. */
export interface RunningChild {
  /** What it has said so far; the list grows. */
  readonly messages: readonly ChildMessage[];
  /** Resolves once it has loaded everything, with what it found. Rejects when it ends before. */
  readonly opened: Promise<Opened>;
  /** Resolves when it has ended and everything it said has been read. */
  readonly ended: Promise<void>;
  /** SIGKILL; answers whether it still ran. */
  readonly kill: () => boolean;
}

/** Where and as whom a child runs. */
export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A user id that may less than this process. */
  readonly uid?: number;
}

/** Starts a child. Whoever starts one waits for `ended`. */
export function startChild(task: ChildTask, options: ChildOptions = {}): RunningChild {
  const { env = {}, uid } = options;
  const child = spawn(process.execPath, [CHILD_FILE, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere', ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const messages: ChildMessage[] = [];
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const opened = new Promise<Opened>((resolve, reject) => {
    readLines(child, (line) => {
      const message = JSON.parse(line) as ChildMessage;
      messages.push(message);
      if (message.type === 'opened') resolve(message);
    });
    child.once('close', () => reject(new Error(`The child ended before it had opened: ${complaints}`)));
  });
  // Whoever kills a child while it opens does not wait for what it would have found.
  opened.catch(() => undefined);
  const ended = once(child, 'close').then(() => {
    if (complaints !== '') throw new Error(`The child complained: ${complaints}`);
  });
  return {
    messages,
    opened,
    ended,
    kill: () => child.kill('SIGKILL'),
  };
}

/** A last line without its end was never said: its writer was killed in the middle of it. */
function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  const { stdout } = child;
  if (stdout === null) throw new Error('The child has no standard output');
  stdout.setEncoding('utf8');
  let rest = '';
  stdout.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}
