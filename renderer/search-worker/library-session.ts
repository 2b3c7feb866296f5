import { createLibrarySearcher, type LibrarySearcher } from '../../core/search/library-searcher.ts';
import {
  extendLibraryIndex,
  planLibraryIndex,
  readLibraryIndex,
  writeLibraryIndex,
  type IndexedText,
  type LibraryIndex,
  type LibraryIndexFile,
} from '../../core/search/library-index.ts';
import { toBase64 } from '../../core/search/base64.ts';
import type { PackedIndex } from '../../core/search/packed-index.ts';
import { loadTextIndex } from '../../core/search/text-index.ts';
import type { Work } from '../../core/text/work.ts';
import type { Annotation } from '../../core/annotation/annotation.ts';
import {
  LIBRARY_INDEX_PATHS,
  LIBRARY_INDEX_PIECE_BYTES,
  textPath,
  type LibraryText,
} from '../../ipc/library-search.ts';
import type { LibraryReply, LibraryRequest } from './library-protocol.ts';
import { decodeUtf8, keyOfText, TextFetcher, type FetchBytes } from './text-fetcher.ts';

/** What a session needs of the world. */
export interface LibrarySessionOutlets {
  readonly post: (reply: LibraryReply) => void;
  readonly fetchBytes: FetchBytes;
  /** Lets whatever else waits have its turn. */
  readonly pause: () => Promise<void>;
}

type Search = Extract<LibraryRequest, { type: 'search-library' }>;

/** Texts are fetched so many at a time; a query is answered between two such handfuls. */
const HANDFUL = 8;

/** No sooner after the last time is it told again what has been found so far: each time is drawn. */
const TELL_EVERY_MS = 100;

/** The worker's search of the whole library without its message port. */
export function createLibrarySession(outlets: LibrarySessionOutlets): (request: LibraryRequest) => void {
  const session = new LibrarySession(outlets);
  return (request) => session.receive(request);
}

class LibrarySession {
  readonly #outlets: LibrarySessionOutlets;
  readonly #texts: TextFetcher;
  readonly #notes = new Map<string, readonly Annotation[]>();
  #wanted: readonly LibraryText[] = [];
  #failed: string[] = [];
  #index: LibraryIndex | undefined;
  #searcher: LibrarySearcher | undefined;
  #search: Search | undefined;
  /** Until all files of the index have been handed out, one after the other. */
  #keeping = Promise.resolve();
  /** Goes up with every list of texts: whoever works on an older one gives way. */
  #generation = 0;

  constructor(outlets: LibrarySessionOutlets) {
    this.#outlets = outlets;
    this.#texts = new TextFetcher(outlets.fetchBytes);
  }

  receive(request: LibraryRequest): void {
    switch (request.type) {
      case 'open-library':
        void this.#open(request.texts);
        break;
      case 'set-library-notes':
        this.#notes.set(request.workId, request.annotations);
        this.#searcher?.setAnnotations(request.workId, request.annotations);
        break;
      case 'search-library':
        this.#search = request.text === '' ? undefined : request;
        void this.#answerInTurn();
        break;
    }
  }

  async #open(texts: readonly LibraryText[]): Promise<void> {
    // What could not be read may be there now.
    if (this.#failed.length === 0 && isSameTexts(texts, this.#wanted)) return;
    this.#generation += 1;
    const generation = this.#generation;
    this.#wanted = texts;
    this.#failed = [];
    this.#searcher = undefined;
    this.#texts.keepOnly(texts);
    try {
      this.#tellProgress();
      await this.#prepareIndex(generation);
      if (generation === this.#generation) await this.#loadTexts(generation);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (generation === this.#generation) this.#outlets.post({ type: 'library-failed', detail });
    }
  }

  /** Brings the index of the library up to date: what was kept, and what has come since. */
  async #prepareIndex(generation: number): Promise<void> {
    this.#index ??= await this.#readKeptIndex();
    const wanted = this.#wanted.map(({ workId, revision, unitCount }) => ({ workId, revision, unitCount }));
    const plan = planLibraryIndex(this.#index, wanted);
    const readable: IndexedText[] = [];
    const indexes: PackedIndex[] = [];
    for (const text of plan.missing) {
      const work = await this.#loadWork(text);
      if (generation !== this.#generation) return;
      if (work === undefined) continue;
      const serialized = await this.#outlets.fetchBytes(textPath({ ...text, file: 'search-index' }));
      indexes.push(loadTextIndex(decodeUtf8(serialized), work).index);
      readable.push(text);
      await this.#outlets.pause();
    }
    if (generation !== this.#generation) return;
    this.#index = extendLibraryIndex({ ...plan, missing: readable }, indexes);
    this.#searcher = createLibrarySearcher(this.#index);
    for (const [workId, annotations] of this.#notes) this.#searcher.setAnnotations(workId, annotations);
    if (plan.base === null || readable.length > 0) {
      const file = writeLibraryIndex(this.#index);
      this.#keeping = this.#keeping.then(() => this.#keep(file));
    }
  }

  /** Hands a file out piece by piece; what is asked meanwhile is answered in between. */
  async #keep({ part, bytes }: LibraryIndexFile): Promise<void> {
    for (let offset = 0; offset < bytes.length; offset += LIBRARY_INDEX_PIECE_BYTES) {
      const piece = bytes.subarray(offset, offset + LIBRARY_INDEX_PIECE_BYTES);
      this.#outlets.post({
        type: 'library-index',
        piece: { part, offset, total: bytes.length, bytes: toBase64(piece) },
      });
      await this.#outlets.pause();
    }
  }

  async #readKeptIndex(): Promise<LibraryIndex | undefined> {
    const { base, tail } = LIBRARY_INDEX_PATHS;
    return readLibraryIndex(await this.#outlets.fetchBytes(base), await this.#outlets.fetchBytes(tail));
  }

  /** Puts the texts under the index, a handful at a time; what is asked meanwhile is answered from those that are there. */
  async #loadTexts(generation: number): Promise<void> {
    let told = -Infinity;
    for (let from = 0; from < this.#wanted.length; from += HANDFUL) {
      const handful = this.#wanted.slice(from, from + HANDFUL);
      const works = await Promise.all(handful.map((text) => this.#loadWork(text)));
      if (generation !== this.#generation) return;
      for (const work of works) if (work !== undefined) this.#searcher?.addWork(work);
      const now = performance.now();
      if (now - told >= TELL_EVERY_MS || from + HANDFUL >= this.#wanted.length) {
        told = now;
        this.#tellProgress();
        this.#answer();
      }
      await this.#outlets.pause();
    }
  }

  async #loadWork(text: IndexedText): Promise<Work | undefined> {
    const work = await this.#texts.fetch(text);
    if (work === undefined && !this.#failed.includes(text.workId)) this.#failed.push(text.workId);
    return work;
  }

  #tellProgress(): void {
    const ready = this.#searcher?.countWorks() ?? 0;
    const { length } = this.#failed;
    const total = this.#wanted.length - length;
    this.#outlets.post({ type: 'library-progress', ready, total, failed: [...this.#failed] });
  }

  /** What was asked while another search held the worker up has come in by then, and only the newest of it is looked for. */
  async #answerInTurn(): Promise<void> {
    const search = this.#search;
    await this.#outlets.pause();
    if (search === this.#search) this.#answer();
  }

  #answer(): void {
    const searcher = this.#searcher;
    const search = this.#search;
    if (searcher === undefined || search === undefined) return;
    const isComplete = searcher.countWorks() + this.#failed.length >= this.#wanted.length;
    const outcome = searcher.search(search.text, search.limit, search.colors);
    this.#outlets.post({ type: 'library-searched', id: search.id, outcome, isComplete });
  }
}

function isSameTexts(a: readonly LibraryText[], b: readonly LibraryText[]): boolean {
  return a.map(keyOfText).join() === b.map(keyOfText).join();
}
