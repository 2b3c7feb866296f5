import type { Annotation } from '../../core/annotation/annotation.ts';
import type { LibraryOutcome } from '../../core/search/library-results.ts';
import type { QueryNames } from '../../core/search/query.ts';
import type { LibraryIndexPiece, LibraryText } from '../../ipc/library-search.ts';
import type { LibraryProgress, LibraryReply, LibraryRequest, LibrarySearchId } from './library-protocol.ts';
import { onBreakdown, type ClientWorker } from '../worker-breakdown.ts';

/** What is known of the search of the library. */
export interface LibrarySearchState {
  /** What `outcome` answers; '' where there is none. */
  readonly query: string;
  /** The newest answer; while another query is under way, the one before it, so that nothing flickers. */
  readonly outcome: LibraryOutcome | null;
  /** Whether all texts were ready for it. */
  readonly isComplete: boolean;
  /** Null before the worker has told. */
  readonly progress: LibraryProgress | null;
  /** Why the search does not work at all, in English; null while it does. */
  readonly failure: string | null;
}

/** Nothing is asked, nothing is known. */
export const IDLE_LIBRARY_SEARCH: LibrarySearchState = {
  query: '',
  outcome: null,
  isComplete: false,
  progress: null,
  failure: null,
};

/** Asks the worker that searches the library. The newest query wins; its answer grows as texts become ready. */
export interface LibraryClient {
  readonly getState: () => LibrarySearchState;
  /** Calls `listener` after every change of state until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Says which texts there are to search; they are fetched by the worker. */
  readonly open: (texts: readonly LibraryText[]) => void;
  /** Replaces the notes of one work. */
  readonly setNotes: (workId: string, annotations: readonly Annotation[]) => void;
  /** Says what the reader calls the highlight colours, for what is asked from now on. */
  readonly setColors: (colors: QueryNames['colors']) => void;
  /** Asks, unless it is asked already; '' ends what is under way. */
  readonly search: (query: string) => void;
  /** Asks the same again, because notes have changed. */
  readonly searchAgain: () => void;
  readonly close: () => void;
}

/** How many units are shown: more than a reader looks through. The count says how many there are. */
const SHOWN_UNITS = 100;

/** What a client needs of whoever shows its answers. */
interface LibraryClientOptions {
  /** Is given what is to be kept for the next time, piece after piece. */
  readonly onIndex: (piece: LibraryIndexPiece) => void;
  /** Is resolved when an answer can be shown. */
  readonly getReady: (outcome: LibraryOutcome) => Promise<void>;
}

/** Takes over a worker made from `search-worker.ts`. */
export function createLibraryClient(worker: ClientWorker, options: LibraryClientOptions): LibraryClient {
  return new WorkerLibraryClient(worker, options);
}

type LibraryAnswer = Extract<LibraryReply, { type: 'library-searched' }>;

class WorkerLibraryClient implements LibraryClient {
  readonly #worker: ClientWorker;
  readonly #options: LibraryClientOptions;
  readonly #listeners = new Set<() => void>();
  #colors: QueryNames['colors'] = {};
  #state = IDLE_LIBRARY_SEARCH;
  /** What was asked last; '' while nothing is. */
  #asked = '';
  #lastId: LibrarySearchId = 0;
  /** How many answers came that were not outdated, and which of them is shown. */
  #received = 0;
  #shown = 0;

  constructor(worker: ClientWorker, options: LibraryClientOptions) {
    this.#worker = worker;
    this.#options = options;
    worker.addEventListener('message', (event: MessageEvent<LibraryReply>) => this.#receive(event.data));
    onBreakdown(worker, 'The search worker', (detail) => this.#fail(detail));
  }

  readonly getState = (): LibrarySearchState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly open = (texts: readonly LibraryText[]): void => this.#post({ type: 'open-library', texts });

  readonly setNotes = (workId: string, annotations: readonly Annotation[]): void =>
    this.#post({ type: 'set-library-notes', workId, annotations });

  readonly setColors = (colors: QueryNames['colors']): void => {
    this.#colors = colors;
  };

  readonly search = (query: string): void => {
    if (query === this.#asked) return;
    this.#asked = query;
    this.#ask();
    // Otherwise nothing changes before the answer comes.
    if (query === '') this.#change({ query, outcome: null, isComplete: false });
  };

  readonly searchAgain = (): void => {
    if (this.#asked !== '') this.#ask();
  };

  readonly close = (): void => {
    this.#listeners.clear();
    this.#worker.terminate();
  };

  #receive(reply: LibraryReply): void {
    switch (reply.type) {
      case 'library-progress': {
        const { ready, total, failed } = reply;
        this.#change({ progress: { ready, total, failed } });
        break;
      }
      case 'library-index':
        this.#options.onIndex(reply.piece);
        break;
      case 'library-searched':
        void this.#show(reply);
        break;
      case 'library-failed':
        this.#fail(reply.detail);
        break;
    }
  }

  async #show({ id, outcome, isComplete }: LibraryAnswer): Promise<void> {
    // Answers to what is no longer asked are outdated.
    if (id !== this.#lastId || this.#asked === '') return;
    this.#received += 1;
    const place = this.#received;
    await this.#options.getReady(outcome);
    // Meanwhile something else may be asked, or a fuller answer be shown.
    if (id !== this.#lastId || this.#asked === '' || place < this.#shown) return;
    this.#shown = place;
    this.#change({ query: this.#asked, outcome, isComplete });
  }

  #fail(failure: string): void {
    this.#change({ failure, query: '', outcome: null });
  }

  #ask(): void {
    this.#lastId += 1;
    this.#post({
      type: 'search-library',
      id: this.#lastId,
      text: this.#asked,
      limit: SHOWN_UNITS,
      colors: this.#colors,
    });
  }

  #post(request: LibraryRequest): void {
    this.#worker.postMessage(request);
  }

  #change(change: Partial<LibrarySearchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
