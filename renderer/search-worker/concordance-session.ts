import { createConcordance, type Concordance } from '../../core/concordance/answer-question.ts';
import type { ConcordanceQuestion } from '../../core/concordance/concordance-question.ts';
import type { Work } from '../../core/text/work.ts';
import type { ConcordanceRequest, ConcordanceReply } from './concordance-protocol.ts';
import type { RequestId } from './protocol.ts';
import { TextFetcher, type FetchBytes, type TextName } from './text-fetcher.ts';

/** What a session needs of the worker it runs in. */
export interface ConcordancePort {
  readonly post: (reply: ConcordanceReply) => void;
  readonly fetchBytes: FetchBytes;
  /** Lets messages come in; resolved afterwards. */
  readonly pause: () => Promise<void>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** How long a computation goes on before it looks for newer requests, in milliseconds: less than a frame. */
const SLICE_MS = 12;

/**
 * The worker without its message port. It computes the answer to the newest question only, in slices; the returned
 * promise is resolved when the request has been dealt with.
 */
export function createConcordanceSession(
  port: ConcordancePort,
): (request: ConcordanceRequest) => Promise<void> {
  const session = new ConcordanceSession(port);
  return (request) => session.receive(request);
}

class ConcordanceSession {
  readonly #port: ConcordancePort;
  readonly #texts: TextFetcher;
  #concordance: Promise<Concordance | undefined> = Promise.resolve(createConcordance([]));
  #latestLoad: RequestId = 0;
  #latest: RequestId = 0;

  constructor(port: ConcordancePort) {
    this.#port = port;
    this.#texts = new TextFetcher(port.fetchBytes);
  }

  async receive(request: ConcordanceRequest): Promise<void> {
    const { id } = request;
    this.#latest = id;
    try {
      if (request.type === 'load') {
        this.#latestLoad = id;
        this.#concordance = this.#load(id, request.texts);
        await this.#concordance;
      } else {
        await this.#answer(id, request.question);
      }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#port.post({ type: 'failed', id, detail });
    }
  }

  /** The texts one after another; those that cannot be read are left out. Undefined where other texts were named since. */
  async #load(id: RequestId, texts: readonly TextName[]): Promise<Concordance | undefined> {
    this.#texts.keepOnly(texts);
    const works: Work[] = [];
    for (const text of texts) {
      const work = await this.#texts.fetch(text);
      if (this.#latestLoad !== id) return undefined;
      if (work !== undefined) works.push(work);
    }
    if (works.length === 0 && texts.length > 0) throw new Error('None of the texts could be read.');
    return createConcordance(works);
  }

  async #answer(id: RequestId, question: ConcordanceQuestion): Promise<void> {
    const { post, pause, now } = this.#port;
    const concordance = await this.#concordance;
    const isOutdated = (): boolean => this.#latest !== id;
    if (concordance === undefined || isOutdated()) {
      post({ type: 'superseded', id });
      return;
    }
    const steps = concordance.answer(question);
    let sliceEnd = now() + SLICE_MS;
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        post({ type: 'answered', id, answer: step.value });
        return;
      }
      if (now() < sliceEnd) continue;
      await pause();
      if (isOutdated()) {
        post({ type: 'superseded', id });
        return;
      }
      sliceEnd = now() + SLICE_MS;
    }
  }
}
