import type { WorkerRequest } from './protocol.ts';
import { createSearchSession } from './search-session.ts';

// Runs in a worker of its own so that building and asking an index never holds up reading or typing.
const answer = createSearchSession();

self.addEventListener('message', (event: MessageEvent<WorkerRequest>) => {
  self.postMessage(answer(event.data));
});
