import { fetchLexicon } from '../fetch-lexicon.ts';
import { createImportSession } from './import-session.ts';
import type { ImportRequest } from './protocol.ts';

// Files of strangers are read here and nowhere else: a worker has no document, no bridge to main, and can be ended at once.
const read = createImportSession({ post: (reply) => self.postMessage(reply), loadLexicon: fetchLexicon });

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void read(data);
});
