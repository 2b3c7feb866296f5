import { createSearcher, type Searcher } from '../../core/search/searcher.ts';
import { loadTextIndex } from '../../core/search/text-index.ts';
import type { WorkerReply, WorkerRequest } from './protocol.ts';

/** The worker without its message port: answers each request, and remembers the work that was loaded last. */
export function createSearchSession(): (request: WorkerRequest) => WorkerReply {
  let searcher: Searcher | null = null;

  const loadedSearcher = (): Searcher => {
    if (searcher === null) throw new Error('No work has been loaded into the search worker yet.');
    return searcher;
  };

  const answer = (request: WorkerRequest): WorkerReply => {
    const { id } = request;
    switch (request.type) {
      case 'load': {
        searcher = null;
        const { index, isRebuilt } = loadTextIndex(request.serializedIndex, request.work);
        searcher = createSearcher(request.work, index);
        return { type: 'loaded', id, isIndexRebuilt: isRebuilt };
      }
      case 'set-annotations':
        loadedSearcher().setAnnotations(request.annotations);
        return { type: 'annotations-set', id };
      case 'set-colors':
        loadedSearcher().setColors(request.colors);
        return { type: 'colors-set', id };
      case 'complete': {
        const { text, caret, isAsked } = request;
        return { type: 'completed', id, completions: loadedSearcher().complete(text, caret, isAsked) };
      }
      case 'search':
        return { type: 'searched', id, outcome: loadedSearcher().search(request.text) };
    }
  };

  return (request) => {
    try {
      return answer(request);
    } catch (error) {
      return {
        type: 'failed',
        id: request.id,
        detail: error instanceof Error ? error.message : String(error),
      };
    }
  };
}
