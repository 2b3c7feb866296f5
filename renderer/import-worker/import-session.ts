import { ImportError } from '../../core/import/import-error.ts';
import { importFilesInSteps, MOST_BYTES, type ImportFile } from '../../core/import/import-files.ts';
import type { ImportReply, ImportRequest, SourceFile } from './protocol.ts';

/** The worker without its message port: reads files and says how far it has come. Never rejects. */
export function createImportSession(
  post: (reply: ImportReply) => void,
): (request: ImportRequest) => Promise<void> {
  return async ({ files, options }) => {
    try {
      const steps = importFilesInSteps(await readBytes(files, post), options);
      for (;;) {
        const step = await steps.next();
        if (step.done === true) {
          post({ type: 'imported', result: step.value });
          return;
        }
        post({ type: 'progressed', progress: step.value });
      }
    } catch (error) {
      post(
        error instanceof ImportError
          ? { type: 'refused', problem: error.problem, file: error.file }
          : { type: 'failed', detail: error instanceof Error ? error.message : String(error) },
      );
    }
  };
}

async function readBytes(
  files: readonly SourceFile[],
  post: (reply: ImportReply) => void,
): Promise<readonly ImportFile[]> {
  const read: ImportFile[] = [];
  for (const [done, { name, blob }] of files.entries()) {
    // Before its bytes are taken into memory.
    if (blob.size > MOST_BYTES) {
      throw new ImportError({ code: 'too-large', bytes: blob.size, most: MOST_BYTES }, name);
    }
    post({ type: 'progressed', progress: { phase: 'reading', file: name, done, total: files.length } });
    read.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  return read;
}
