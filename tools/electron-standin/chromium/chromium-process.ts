import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { CdpConnection } from './cdp-connection.ts';
import { chromiumArguments, type ChromiumOptions } from './chromium-arguments.ts';
import { claimProfile, killProcessGroup, recordProfileUse, removeLocks } from './profile.ts';

/** How long a browser may take to answer at all, even on a machine under load. */
const ANSWER_LIMIT_MS = 30_000;

/** How long a browser may take to end when asked; then it hangs, and is killed. */
const CLOSE_LIMIT_MS = 3000;

/** How a browser ended. */
export interface BrowserEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * A running Chromium. It leads a process group of its own, which is killed on every way out of this process. Should this
 * process be killed, Chromium ends by itself, since its debugging pipe closes.
 */
export class ChromiumProcess {
  readonly connection: CdpConnection;
  readonly ended: Promise<BrowserEnd>;
  readonly #options: ChromiumOptions;
  readonly #pid: number;
  readonly #windowOpeners = new Set<ChildProcess>();
  #lastWords: readonly string[] = [];

  private constructor(child: ChildProcess, options: ChromiumOptions, pid: number) {
    this.#options = options;
    this.#pid = pid;
    this.ended = new Promise((resolve) => {
      child.on('exit', (code, signal) => resolve({ code, signal }));
    });
    process.on('exit', () => {
      // Once more when the leader has ended: what it leaves behind when it is killed goes as well.
      this.#kill();
      removeLocks(options.profileFolder);
    });
    const [, , stderr, pipeIn, pipeOut] = child.stdio;
    createInterface(stderr as Readable).on('line', (line) => this.#hear(line));
    this.connection = new CdpConnection(pipeIn as Writable, pipeOut as Readable);
  }

  /** Starts a browser without a window and waits until it answers. */
  static async start(options: ChromiumOptions): Promise<ChromiumProcess> {
    await claimProfile(options.profileFolder);
    const child = spawn(
      options.executable,
      [...chromiumArguments(options), '--no-startup-window', '--remote-debugging-pipe'],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true },
    );
    const failed = new Promise<never>((_resolve, reject) => {
      child.on('error', (error) => reject(new Error(`stand-in: ${error.message}`)));
    });
    failed.catch(() => {});
    const { pid } = child;
    if (pid === undefined) return failed;
    recordProfileUse(options.profileFolder, pid);
    const browser = new ChromiumProcess(child, options, pid);
    await Promise.race([browser.#answers(), failed]);
    return browser;
  }

  /**
   * Opens a window without an address bar, as only a second start of Chromium with the same profile can: it hands the
   * request over and ends. It has a debugging pipe too: should the browser be gone, it would become the browser, and
   * must end with this process.
   */
  openAppWindow(url: string): void {
    const opener = spawn(
      this.#options.executable,
      [...chromiumArguments(this.#options), '--remote-debugging-pipe', `--app=${url}`],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    for (const stream of opener.stdio) stream?.on('error', () => {});
    this.#windowOpeners.add(opener);
    opener.on('exit', () => this.#windowOpeners.delete(opener));
  }

  /** Asks the browser to end, and kills it if it does not. */
  async close(): Promise<void> {
    this.connection.browser.send('Browser.close', {}).catch(() => {});
    await Promise.race([this.ended, wait(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    this.#kill();
  }

  #kill(): void {
    for (const opener of this.#windowOpeners) opener.kill('SIGKILL');
    killProcessGroup(this.#pid);
  }

  /** Playwright waits for the line that says where Chromium listens; the rest matters only when it fails. */
  #hear(line: string): void {
    if (line.startsWith('DevTools listening')) process.stderr.write(`${line}\n`);
    this.#lastWords = [...this.#lastWords.slice(-9), line];
  }

  async #answers(): Promise<void> {
    const ended = this.ended.then(() => 'has ended at once' as const);
    const answer = await Promise.race([
      this.connection.browser.send('Browser.getVersion', {}).then(
        () => 'answered' as const,
        // Its pipe closes a little before it has ended.
        () => ended,
      ),
      wait(ANSWER_LIMIT_MS, 'does not answer' as const, { ref: false }),
      ended,
    ]);
    if (answer === 'answered') return;
    this.#kill();
    throw new Error([`stand-in: ${this.#options.executable} ${answer}`, ...this.#lastWords].join('\n'));
  }
}
