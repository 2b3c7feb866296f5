import type { AlignedBead } from '../../core/alignment/align-texts.ts';
import { onBreakdown, type ClientWorker } from '../worker-breakdown.ts';
import type { AlignmentQuestion, AlignmentReply, AlignmentRequest } from './alignment-protocol.ts';

/** How a question ended. Never a rejection. */
export type AlignmentOutcome =
  | { readonly status: 'aligned'; readonly beads: readonly AlignedBead[] }
  /** The worker could not answer, or was closed. `detail` is for the log and the curious, in English. */
  | { readonly status: 'failed'; readonly detail: string };

/** Asks the worker that aligns; every question is answered. */
export interface AlignmentClient {
  readonly align: (question: AlignmentQuestion) => Promise<AlignmentOutcome>;
  /** Ends the worker; what is under way fails. */
  readonly close: () => void;
}

/** Takes over a worker made from `alignment-worker.ts`. */
export function createAlignmentClient(worker: ClientWorker): AlignmentClient {
  const pending = new Map<number, (outcome: AlignmentOutcome) => void>();
  let lastId = 0;
  let breakdown: AlignmentOutcome | undefined;

  const settle = (id: number, outcome: AlignmentOutcome): void => {
    pending.get(id)?.(outcome);
    pending.delete(id);
  };
  const breakDown = (detail: string): void => {
    breakdown = { status: 'failed', detail };
    for (const id of pending.keys()) settle(id, breakdown);
  };

  worker.addEventListener('message', (event: MessageEvent<AlignmentReply>) => {
    const reply = event.data;
    settle(
      reply.id,
      reply.type === 'aligned'
        ? { status: 'aligned', beads: reply.beads }
        : { status: 'failed', detail: reply.detail },
    );
  });
  onBreakdown(worker, 'The worker of the alignment', breakDown);

  return {
    align: (question) => {
      if (breakdown !== undefined) return Promise.resolve(breakdown);
      lastId += 1;
      const request: AlignmentRequest = { id: lastId, question };
      return new Promise((resolve) => {
        pending.set(request.id, resolve);
        worker.postMessage(request);
      });
    },
    close: () => {
      breakDown('The worker of the alignment was closed.');
      worker.terminate();
    },
  };
}
