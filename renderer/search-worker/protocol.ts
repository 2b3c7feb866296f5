import type { Annotation } from '../../core/annotation/annotation.ts';
import type { SearchOutcome } from '../../core/search/search-result.ts';
import type { Work } from '../../core/text/work.ts';
import type { CompletionReply, CompletionRequest } from './completion-protocol.ts';

/** Tells a reply which request it answers; counted up by the client. */
export type RequestId = number;

/** What the client sends to the worker. */
export type WorkerRequest =
  | CompletionRequest
  | {
      readonly type: 'load';
      readonly id: RequestId;
      readonly work: Work;
      readonly serializedIndex: string;
    }
  | { readonly type: 'set-annotations'; readonly id: RequestId; readonly annotations: readonly Annotation[] }
  | { readonly type: 'search'; readonly id: RequestId; readonly text: string };

/** What the worker sends back: exactly one reply to each request, in the order of the requests. */
export type WorkerReply =
  | CompletionReply
  | { readonly type: 'loaded'; readonly id: RequestId; readonly isIndexRebuilt: boolean }
  | { readonly type: 'annotations-set'; readonly id: RequestId }
  | { readonly type: 'searched'; readonly id: RequestId; readonly outcome: SearchOutcome }
  | { readonly type: 'failed'; readonly id: RequestId; readonly detail: string };
