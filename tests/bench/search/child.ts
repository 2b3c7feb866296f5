import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type {
  AddAnswer,
  BuildAnswer,
  ChildRequest,
  MemoryAnswer,
  OpenAnswer,
  PassAnswer,
} from './child-protocol.ts';
import type { BenchQuery } from './bench-query.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** One engine over one list of pairs in a process of its own. */
export class Child {
  readonly #process: ChildProcess;
  readonly #name: string;

  /** @param program what `buildChild` gave. */
  constructor(program: string, engine: string, pairsFile: string, folder: string) {
    this.#name = engine;
    this.#process = fork(program, [engine, pairsFile, folder], {
      cwd: ROOT,
      // lunr takes more than a gigabyte to build 100,000 units.
      execArgv: ['--expose-gc', '--max-old-space-size=8000'],
      // Whatever runs the program, the child is Node.
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' },
    });
  }

  build(): Promise<BuildAnswer> {
    return this.#ask({ type: 'build' });
  }

  open(): Promise<OpenAnswer> {
    return this.#ask({ type: 'open' });
  }

  pass(queries: readonly BenchQuery[]): Promise<PassAnswer> {
    return this.#ask({ type: 'pass', queries });
  }

  memory(): Promise<MemoryAnswer> {
    return this.#ask({ type: 'memory' });
  }

  add(): Promise<AddAnswer> {
    return this.#ask({ type: 'add' });
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }

  #ask<Answer>(request: ChildRequest): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const handleExit = (): void =>
        reject(new Error(`${this.#name} ended while it was asked to ${request.type}`));
      this.#process.once('exit', handleExit);
      this.#process.once('message', (message) => {
        this.#process.off('exit', handleExit);
        resolve(message as Answer);
      });
      this.#process.send(request);
    });
  }
}
