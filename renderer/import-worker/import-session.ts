import type { BilingualLexicon } from '../../core/alignment/bilingual-lexicon.ts';
import { ImportError } from '../../core/import/import-error.ts';
import { importFilesInSteps, MOST_BYTES, type ImportFile } from '../../core/import/import-files.ts';
import type { ImportReply, ImportRequest, SourceFile } from './protocol.ts';

/** What a session needs of the worker it runs in. */
export interface ImportPort {
  readonly post: (reply: ImportReply) => void;
  /** The lexicon of the program; undefined where it cannot be had, and alignment goes without. */
  readonly loadLexicon: () => Promise<BilingualLexicon | undefined>;
}

/** The worker without its message port: reads files and says how far it has come. Never rejects. */
export function createImportSession({
  post,
  loadLexicon,
}: ImportPort): (request: ImportRequest) => Promise<void> {
  let lexicon: Promise<BilingualLexicon | undefined> | undefined;
  return async ({ files, options }) => {
    try {
      const read = await readBytes(files, post);
      const known = await (lexicon ??= loadLexicon());
      const steps = importFilesInSteps(read, {
        ...options,
        ...(known === undefined ? {} : { lexicon: known }),
      });
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
