import type { LibraryRequest } from './library-protocol.ts';
import { createLibrarySession } from './library-session.ts';
import type { WorkerRequest } from './protocol.ts';
import { createSearchSession } from './search-session.ts';
import { fetchBytes } from './text-fetcher.ts';

// Runs in a worker of its own so that building and asking an index never holds up reading or typing. One worker has the
// opened work, another the whole library.
const answer = createSearchSession();

const answerInLibrary = createLibrarySession({
  post: (reply) => self.postMessage(reply),
  fetchBytes,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
});

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest | LibraryRequest>) => {
  if (isAboutLibrary(data)) answerInLibrary(data);
  else self.postMessage(answer(data));
});

function isAboutLibrary(request: WorkerRequest | LibraryRequest): request is LibraryRequest {
  return (
    request.type === 'open-library' ||
    request.type === 'set-library-notes' ||
    request.type === 'search-library'
  );
}
