import { fetchLexicon } from '../fetch-lexicon.ts';
import type { AlignmentRequest } from './alignment-protocol.ts';
import { createAlignmentSession } from './alignment-session.ts';

const handle = createAlignmentSession({
  loadLexicon: fetchLexicon,
  post: (reply) => self.postMessage(reply),
});

self.addEventListener('message', (event: MessageEvent<AlignmentRequest>) => {
  void handle(event.data);
});
