import type { AddedEdition } from '../../core/import/add-edition.ts';
import type { ImportProblem } from '../../core/import/import-error.ts';
import type { ImportProgress, ImportResult } from '../../core/import/import-files.ts';
import type { Work } from '../../core/text/work.ts';
import { onBreakdown, type ClientWorker } from '../worker-breakdown.ts';
import type {
  ImportReply,
  ImportRequest,
  LinkedText,
  LinkRequest,
  ReadRequest,
  SourceFile,
} from './protocol.ts';

/** Why a request came to nothing. */
type Unanswered =
  /** It was stopped, or a newer request has taken its place. */
  | { readonly status: 'stopped' }
  /** The worker broke down. `detail` is for the curious, in English. */
  | { readonly status: 'failed'; readonly detail: string };

/** How reading files ended. Never a rejection. */
export type ImportOutcome =
  | { readonly status: 'read'; readonly result: ImportResult | AddedEdition }
  | { readonly status: 'refused'; readonly problem: ImportProblem; readonly file: string | null }
  | Unanswered;

/** How proposing links ended. Never a rejection. */
export type LinkOutcome = ({ readonly status: 'linked' } & LinkedText) | Unanswered;

/** Has files read and works linked in a worker, one request at a time; the newest wins. */
export interface ImportClient {
  readonly read: (
    files: readonly SourceFile[],
    options: ReadRequest['options'],
    beside: ReadRequest['beside'],
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<ImportOutcome>;
  /** Proposes links, in some units (by their ids) or, where they are null, in all. Of the way `share` (0 to 1) is done. */
  readonly link: (
    work: Work,
    units: LinkRequest['units'],
    onProgress: (share: number) => void,
  ) => Promise<LinkOutcome>;
  /** Ends what is under way at once, wherever it stands, and frees all memory of it. */
  readonly stop: () => void;
}

interface Running {
  readonly hear: (reply: ImportReply) => void;
  readonly end: (why: Unanswered) => void;
}

/**
 * @param startWorker makes a worker of `import-worker.ts`. One that has answered waits for the next request, since reading
 * the lexicon takes it a second; one that is busy is ended, since nothing else stops it.
 */
export function createImportClient(startWorker: () => ClientWorker): ImportClient {
  let worker: ClientWorker | undefined;
  let running: Running | undefined;

  const end = (why: Unanswered): void => {
    worker?.terminate();
    worker = undefined;
    const ended = running;
    running = undefined;
    ended?.end(why);
  };
  const stop = (): void => end({ status: 'stopped' });
  const start = (): ClientWorker => {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      if (worker === started) running?.hear(data);
    });
    onBreakdown(started, 'The worker that reads files', (detail) => {
      if (worker === started) end({ status: 'failed', detail });
    });
    return started;
  };
  /** `answer` gives the outcome of a reply, undefined of one that only says how far the worker has come. */
  const ask = <Outcome>(
    request: ImportRequest,
    answer: (reply: ImportReply) => Outcome | undefined,
  ): Promise<Outcome | Unanswered> => {
    if (running !== undefined) stop();
    worker ??= start();
    worker.postMessage(request);
    return new Promise((resolve) => {
      running = {
        end: resolve,
        hear: (reply) => {
          const outcome = reply.type === 'failed' ? failureOf(reply) : answer(reply);
          if (outcome === undefined) return;
          running = undefined;
          resolve(outcome);
        },
      };
    });
  };

  return {
    stop,
    read: (files, options, beside, onProgress) =>
      ask<ImportOutcome>({ type: 'import', files, options, beside }, (reply) => {
        if (reply.type === 'progressed') onProgress(reply.progress);
        if (reply.type === 'imported') return { status: 'read', result: reply.result };
        if (reply.type !== 'refused') return undefined;
        return { status: 'refused', problem: reply.problem, file: reply.file };
      }),
    link: (work, units, onProgress) =>
      ask<LinkOutcome>({ type: 'link', work, units }, (reply) => {
        if (reply.type === 'linking') onProgress(reply.share);
        if (reply.type !== 'linked') return undefined;
        return { status: 'linked', text: reply.text, proposedCount: reply.proposedCount };
      }),
  };
}

function failureOf({ detail }: Extract<ImportReply, { readonly type: 'failed' }>): Unanswered {
  return { status: 'failed', detail };
}
