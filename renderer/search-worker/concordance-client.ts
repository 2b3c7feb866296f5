import type { ConcordanceAnswer, ConcordanceQuestion } from '../../core/concordance/concordance-question.ts';
import type { ConcordanceReply, ConcordanceRequest } from './concordance-protocol.ts';
import type { RequestId } from './protocol.ts';
import type { TextName } from './text-fetcher.ts';
import { onBreakdown, type ClientWorker } from '../worker-breakdown.ts';

/** How a question ended. Never a rejection. */
export type ConcordanceOutcome =
  | { readonly status: 'answered'; readonly answer: ConcordanceAnswer }
  /** A newer question, or other texts, have taken its place. */
  | { readonly status: 'superseded' }
  /** The worker could not answer. `detail` is for the log and the curious, in English. */
  | { readonly status: 'failed'; readonly detail: string };

/** Asks the worker of the concordance. The newest question wins. */
export interface ConcordanceClient {
  /** Names the texts that the worker is to fetch; questions may follow at once and wait for them. */
  readonly load: (texts: readonly TextName[]) => void;
  readonly ask: (question: ConcordanceQuestion) => Promise<ConcordanceOutcome>;
  /** Ends the worker; what is under way is superseded. */
  readonly close: () => void;
}

interface Pending {
  readonly id: RequestId;
  readonly settle: (outcome: ConcordanceOutcome) => void;
}

/** Takes over a worker made from `concordance-worker.ts`. */
export function createConcordanceClient(worker: ClientWorker): ConcordanceClient {
  let lastId: RequestId = 0;
  let pending: Pending | undefined;
  let breakdown: ConcordanceOutcome | undefined;

  const settle = (outcome: ConcordanceOutcome): void => {
    const ended = pending;
    pending = undefined;
    ended?.settle(outcome);
  };
  const breakDown = (detail: string): void => {
    breakdown = { status: 'failed', detail };
    settle(breakdown);
  };
  const post = (request: ConcordanceRequest): void => worker.postMessage(request);
  const nextId = (): RequestId => {
    lastId += 1;
    return lastId;
  };

  worker.addEventListener('message', (event: MessageEvent<ConcordanceReply>) => {
    const reply = event.data;
    // Replies to earlier questions may still be on their way.
    if (reply.id !== pending?.id) return;
    if (reply.type === 'answered') settle({ status: 'answered', answer: reply.answer });
    else if (reply.type === 'failed') settle({ status: 'failed', detail: reply.detail });
    else settle({ status: 'superseded' });
  });
  onBreakdown(worker, 'The worker of the concordance', breakDown);

  return {
    load: (texts) => {
      settle({ status: 'superseded' });
      if (breakdown === undefined) post({ type: 'load', id: nextId(), texts });
    },
    ask: (question) => {
      settle({ status: 'superseded' });
      if (breakdown !== undefined) return Promise.resolve(breakdown);
      const id = nextId();
      return new Promise((resolve) => {
        pending = { id, settle: resolve };
        post({ type: 'ask', id, question });
      });
    },
    close: () => {
      settle({ status: 'superseded' });
      breakdown = { status: 'failed', detail: 'The worker of the concordance was closed.' };
      worker.terminate();
    },
  };
}
