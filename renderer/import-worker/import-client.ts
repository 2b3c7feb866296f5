import type { ImportProblem } from '../../core/import/import-error.ts';
import type { ImportOptions, ImportProgress, ImportResult } from '../../core/import/import-files.ts';
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
    options: ImportOptions,
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<ImportOutcome>;
  /** Ends what is under way at once, wherever it stands. */
  readonly stop: () => void;
}

interface Running {
  readonly worker: ClientWorker;
  readonly settle: (outcome: ImportOutcome) => void;
}

/**
 * @param startWorker makes a worker of `import-worker.ts`. Each request has one of its own, which ends with it: nothing of
 * a file stays in memory, and no file can do anything to the next.
 */
export function createImportClient(startWorker: () => ClientWorker): ImportClient {
  let running: Running | undefined;

  const stop = (): void => {
    const ended = running;
    running = undefined;
    ended?.worker.terminate();
    ended?.settle({ status: 'stopped' });
  };

  return {
    stop,
    read: (files, options, onProgress) => {
      stop();
      const worker = startWorker();
      return new Promise((resolve) => {
        const own: Running = { worker, settle: resolve };
        running = own;
        const end = (outcome: ImportOutcome): void => {
          if (running !== own) return;
          running = undefined;
          worker.terminate();
          resolve(outcome);
        };
        worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
          if (running !== own) return;
          if (data.type === 'progressed') onProgress(data.progress);
          else end(outcomeOf(data));
        });
        onBreakdown(worker, 'The worker that reads files', (detail) => end({ status: 'failed', detail }));
        const request: ImportRequest = { type: 'import', files, options };
        worker.postMessage(request);
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
