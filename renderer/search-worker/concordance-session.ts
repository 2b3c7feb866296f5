import { createConcordance, type Concordance } from '../../core/concordance/answer-question.ts';
import type { ConcordanceRequest, ConcordanceReply } from './concordance-protocol.ts';

/** What a session needs of the worker it runs in. */
export interface ConcordancePort {
  readonly post: (reply: ConcordanceReply) => void;
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
export function createConcordanceSession({
  post,
  pause,
  now,
}: ConcordancePort): (request: ConcordanceRequest) => Promise<void> {
  let concordance: Concordance = createConcordance([]);
  let latest = 0;

  return async (request) => {
    const { id } = request;
    latest = id;
    try {
      if (request.type === 'load') {
        concordance = createConcordance(request.works);
        return;
      }
      const steps = concordance.answer(request.question);
      let sliceEnd = now() + SLICE_MS;
      for (;;) {
        const step = steps.next();
        if (step.done === true) {
          post({ type: 'answered', id, answer: step.value });
          return;
        }
        if (now() < sliceEnd) continue;
        await pause();
        if (latest !== id) {
          post({ type: 'superseded', id });
          return;
        }
        sliceEnd = now() + SLICE_MS;
      }
    } catch (error) {
      post({ type: 'failed', id, detail: error instanceof Error ? error.message : String(error) });
    }
  };
}
