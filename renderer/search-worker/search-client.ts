import type { Annotation } from '../../core/annotation/annotation.ts';
import type { QueryCompletions } from '../../core/search/complete-query.ts';
import type { QueryNames } from '../../core/search/query.ts';
import type { SearchOutcome } from '../../core/search/search-result.ts';
import type { Work } from '../../core/text/work.ts';
import type { RequestId, WorkerReply, WorkerRequest } from './protocol.ts';
import { onBreakdown, type ClientWorker } from '../worker-breakdown.ts';

/** How a search ended. Never a rejection. */
export type SearchAnswer =
  | { readonly status: 'found'; readonly outcome: SearchOutcome }
  /** A newer search, or another work, has taken its place. */
  | { readonly status: 'superseded' }
  | SearchFailure;

/** How loading a work ended. Never a rejection. */
type LoadAnswer =
  | { readonly status: 'loaded'; readonly isIndexRebuilt: boolean }
  /** Another work was loaded meanwhile. */
  | { readonly status: 'superseded' }
  | SearchFailure;

/** The worker could not answer. `detail` is for the log and the curious, in English. */
interface SearchFailure {
  readonly status: 'failed';
  readonly detail: string;
}

/** Asks the search worker. One work at a time; the newest search wins. */
export interface SearchClient {
  /** Gives the worker a work and its index. Later requests need not wait for the answer. Notes start out empty. */
  readonly load: (work: Work, serializedIndex: string) => Promise<LoadAnswer>;
  /** Replaces the notes and tags of the loaded work; searches made from now on see them. */
  readonly setAnnotations: (annotations: readonly Annotation[]) => void;
  /** Says what the reader calls the highlight colours; forgotten with the next work. */
  readonly setColors: (colors: QueryNames['colors']) => void;
  /** What could stand at the caret of a query; null when a newer question has taken its place, or the worker failed. */
  readonly complete: (text: string, caret: number, isAsked: boolean) => Promise<QueryCompletions | null>;
  /** Searches the loaded work. A search still under way is superseded. */
  readonly search: (text: string) => Promise<SearchAnswer>;
  /** Ends the worker; whatever is under way is superseded. */
  readonly close: () => void;
}

interface Pending<Answer> {
  readonly id: RequestId;
  readonly settle: (answer: Answer) => void;
}

/** Takes over a worker made from `search-worker.ts`. */
export function createSearchClient(worker: ClientWorker): SearchClient {
  return new WorkerSearchClient(worker);
}

class WorkerSearchClient implements SearchClient {
  readonly #worker: ClientWorker;
  #lastId: RequestId = 0;
  #pendingLoad: Pending<LoadAnswer> | null = null;
  #pendingSearch: Pending<SearchAnswer> | null = null;
  #pendingCompletion: Pending<QueryCompletions | null> | null = null;
  // While the worker searches, only the newest text waits: a fast typist must not fill its queue with outdated ones.
  #searchAtWork: RequestId | null = null;
  #waitingSearch: Extract<WorkerRequest, { type: 'search' }> | null = null;
  // A worker that could not start or broke down answers nothing any more.
  #breakdown: SearchFailure | null = null;

  constructor(worker: ClientWorker) {
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<WorkerReply>) => this.#receive(event.data));
    onBreakdown(worker, 'The search worker', (detail) => this.#breakDown(detail));
  }

  readonly load = (work: Work, serializedIndex: string): Promise<LoadAnswer> => {
    this.#supersedeSearch();
    this.#pendingLoad?.settle({ status: 'superseded' });
    this.#pendingLoad = null;
    if (this.#breakdown !== null) return Promise.resolve(this.#breakdown);
    const id = this.#nextId();
    return new Promise((settle) => {
      this.#pendingLoad = { id, settle };
      this.#post({ type: 'load', id, work, serializedIndex });
    });
  };

  readonly setAnnotations = (annotations: readonly Annotation[]): void => {
    if (this.#breakdown === null) this.#post({ type: 'set-annotations', id: this.#nextId(), annotations });
  };

  readonly setColors = (colors: QueryNames['colors']): void => {
    if (this.#breakdown === null) this.#post({ type: 'set-colors', id: this.#nextId(), colors });
  };

  readonly complete = (text: string, caret: number, isAsked: boolean): Promise<QueryCompletions | null> => {
    this.#supersedeCompletion();
    if (this.#breakdown !== null) return Promise.resolve(null);
    const id = this.#nextId();
    return new Promise((settle) => {
      this.#pendingCompletion = { id, settle };
      this.#post({ type: 'complete', id, text, caret, isAsked });
    });
  };

  readonly search = (text: string): Promise<SearchAnswer> => {
    this.#supersedeSearch();
    if (this.#breakdown !== null) return Promise.resolve(this.#breakdown);
    const id = this.#nextId();
    return new Promise((settle) => {
      this.#pendingSearch = { id, settle };
      this.#waitingSearch = { type: 'search', id, text };
      this.#sendWaitingSearch();
    });
  };

  readonly close = (): void => {
    this.#supersedeSearch();
    this.#supersedeCompletion();
    this.#pendingLoad?.settle({ status: 'superseded' });
    this.#pendingLoad = null;
    this.#breakdown = { status: 'failed', detail: 'The search worker was closed.' };
    this.#worker.terminate();
  };

  #receive(reply: WorkerReply): void {
    if (reply.id === this.#searchAtWork) this.#searchAtWork = null;
    if (reply.id === this.#pendingLoad?.id) {
      const { settle } = this.#pendingLoad;
      this.#pendingLoad = null;
      if (reply.type === 'loaded') settle({ status: 'loaded', isIndexRebuilt: reply.isIndexRebuilt });
      if (reply.type === 'failed') settle({ status: 'failed', detail: reply.detail });
    } else if (reply.id === this.#pendingSearch?.id) {
      const { settle } = this.#pendingSearch;
      this.#pendingSearch = null;
      if (reply.type === 'searched') settle({ status: 'found', outcome: reply.outcome });
      if (reply.type === 'failed') settle({ status: 'failed', detail: reply.detail });
    } else if (reply.id === this.#pendingCompletion?.id) {
      const { settle } = this.#pendingCompletion;
      this.#pendingCompletion = null;
      settle(reply.type === 'completed' ? reply.completions : null);
    }
    this.#sendWaitingSearch();
  }

  #sendWaitingSearch(): void {
    if (this.#waitingSearch === null || this.#searchAtWork !== null) return;
    this.#searchAtWork = this.#waitingSearch.id;
    this.#post(this.#waitingSearch);
    this.#waitingSearch = null;
  }

  #supersedeSearch(): void {
    this.#waitingSearch = null;
    this.#pendingSearch?.settle({ status: 'superseded' });
    this.#pendingSearch = null;
  }

  #supersedeCompletion(): void {
    this.#pendingCompletion?.settle(null);
    this.#pendingCompletion = null;
  }

  #breakDown(detail: string): void {
    this.#breakdown = { status: 'failed', detail };
    this.#supersedeCompletion();
    this.#pendingLoad?.settle(this.#breakdown);
    this.#pendingSearch?.settle(this.#breakdown);
    this.#pendingLoad = null;
    this.#pendingSearch = null;
    this.#waitingSearch = null;
  }

  #post(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }

  #nextId(): RequestId {
    this.#lastId += 1;
    return this.#lastId;
  }
}
