import type { ConcordanceRequest } from './concordance-protocol.ts';
import { createConcordanceSession } from './concordance-session.ts';
import { fetchBytes } from './text-fetcher.ts';

// A worker of its own beside that of the search: formulas of a whole library take seconds, which no search waits for.
const { port1, port2 } = new MessageChannel();

// Only a handler set as a property starts a port by itself.
port1.start();

const handle = createConcordanceSession({
  fetchBytes,
  post: (reply) => self.postMessage(reply),
  // A message of our own comes after those that wait already; a timer would be held back to 4 ms.
  pause: () =>
    new Promise((resolve) => {
      port1.addEventListener('message', () => resolve(), { once: true });
      port2.postMessage(null);
    }),
  now: () => performance.now(),
});

self.addEventListener('message', (event: MessageEvent<ConcordanceRequest>) => {
  void handle(event.data);
});
