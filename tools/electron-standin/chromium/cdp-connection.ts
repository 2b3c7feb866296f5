import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Commands, Events } from './cdp-protocol.ts';

interface PendingCall {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** One end of a conversation: with the browser itself, or with a page. */
export interface CdpSession {
  readonly send: <Method extends keyof Commands>(
    method: Method,
    params: Commands[Method]['params'],
  ) => Promise<Commands[Method]['result']>;
  readonly on: <Name extends keyof Events>(name: Name, listener: (params: Events[Name]) => void) => void;
}

/** The Chrome DevTools Protocol over the pipe that `--remote-debugging-pipe` opens: JSON texts, each ended by a NUL. */
export class CdpConnection {
  /** The conversation with the browser itself. */
  readonly browser: CdpSession = this.session('');
  readonly #output: Writable;
  readonly #emitter = new EventEmitter();
  readonly #pending = new Map<number, PendingCall>();
  #lastId = 0;
  #isClosed = false;
  #received: Buffer[] = [];

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.#emitter.setMaxListeners(0);
    input.on('data', (data: Buffer) => this.#collect(data));
    for (const stream of [input, output]) {
      stream.on('close', () => this.#close());
      stream.on('error', () => this.#close());
    }
  }

  /** The conversation with a target that was attached. */
  session(sessionId: string): CdpSession {
    return {
      send: (method, params) => this.#send(sessionId, method, params),
      on: (name, listener) => {
        this.#emitter.on(`${sessionId}:${name}`, listener);
      },
    };
  }

  #send<Method extends keyof Commands>(
    sessionId: string,
    method: Method,
    params: Commands[Method]['params'],
  ): Promise<Commands[Method]['result']> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(closedError(method));
        return;
      }
      this.#lastId += 1;
      this.#pending.set(this.#lastId, { method, resolve, reject });
      const message = { id: this.#lastId, method, params, ...(sessionId === '' ? {} : { sessionId }) };
      this.#output.write(`${JSON.stringify(message)}\0`);
    });
  }

  #collect(data: Buffer): void {
    let rest = data;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      this.#received.push(rest.subarray(0, end));
      const text = Buffer.concat(this.#received).toString();
      this.#received = [];
      rest = rest.subarray(end + 1);
      this.#take(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.#received.push(rest);
  }

  #take({ id, method, params, result, error, sessionId = '' }: Message): void {
    if (id === undefined) {
      this.#emitter.emit(`${sessionId}:${method}`, params);
      return;
    }
    const call = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) call?.resolve(result as never);
    else call?.reject(new Error(`${call.method}: ${error.message}`));
  }

  #close(): void {
    this.#isClosed = true;
    for (const call of this.#pending.values()) call.reject(closedError(call.method));
    this.#pending.clear();
  }
}

function closedError(method: string): Error {
  return new Error(`${method}: the browser is gone`);
}
