import type { ImportProblem } from '../../core/import/import-error.ts';
import type { ImportProgress, ImportResult } from '../../core/import/import-files.ts';
import { onBreakdown, type ClientWorker } from '../worker-breakdown.ts';
import type { ImportReply, ImportRequest, SourceFile } from './protocol.ts';

/** How reading files ended. Never a rejection. */
export type ImportOutcome =
  | { readonly status: 'read'; readonly result: ImportResult }
  | { readonly status: 'refused'; readonly problem: ImportProblem; readonly file: string | null }
  /** It was stopped, or a newer request has taken its place. */
  | { readonly status: 'stopped' }
  /** The worker broke down. `detail` is for the curious, in English. */
  | { readonly status: 'failed'; readonly detail: string };

/** Has files read in a worker, one request at a time; the newest wins. */
export interface ImportClient {
  readonly read: (
    files: readonly SourceFile[],
    options: ImportRequest['options'],
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<ImportOutcome>;
  /** Ends what is under way at once, wherever it stands, and frees all memory of it. */
  readonly stop: () => void;
}

interface Running {
  readonly settle: (outcome: ImportOutcome) => void;
  readonly onProgress: (progress: ImportProgress) => void;
}

/**
 * @param startWorker makes a worker of `import-worker.ts`. One that has answered waits for the next request, since reading
 * the lexicon takes it a second; one that is busy is ended, since nothing else stops it.
 */
export function createImportClient(startWorker: () => ClientWorker): ImportClient {
  let worker: ClientWorker | undefined;
  let running: Running | undefined;

  const settle = (outcome: ImportOutcome): void => {
    const ended = running;
    running = undefined;
    ended?.settle(outcome);
  };
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
    settle({ status: 'stopped' });
  };
  const start = (): ClientWorker => {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      if (worker !== started) return;
      if (data.type === 'progressed') running?.onProgress(data.progress);
      else settle(outcomeOf(data));
    });
    onBreakdown(started, 'The worker that reads files', (detail) => {
      if (worker !== started) return;
      started.terminate();
      worker = undefined;
      settle({ status: 'failed', detail });
    });
    return started;
  };

  return {
    stop,
    read: (files, options, onProgress) => {
      if (running !== undefined) stop();
      worker ??= start();
      const request: ImportRequest = { type: 'import', files, options };
      worker.postMessage(request);
      return new Promise((resolve) => {
        running = { settle: resolve, onProgress };
      });
    },
  };
}

function outcomeOf(reply: Exclude<ImportReply, { readonly type: 'progressed' }>): ImportOutcome {
  switch (reply.type) {
    case 'imported':
      return { status: 'read', result: reply.result };
    case 'refused':
      return { status: 'refused', problem: reply.problem, file: reply.file };
    case 'failed':
      return { status: 'failed', detail: reply.detail };
  }
}
