import type { QueryCompletions } from '../../core/search/complete-query.ts';
import type { QueryNames } from '../../core/search/query.ts';

/** What the client sends to the worker about completing what is being typed. */
export type CompletionRequest =
  | { readonly type: 'set-colors'; readonly id: number; readonly colors: QueryNames['colors'] }
  | {
      readonly type: 'complete';
      readonly id: number;
      readonly text: string;
      readonly caret: number;
      readonly isAsked: boolean;
    };

/** What the worker sends back. */
export type CompletionReply =
  | { readonly type: 'colors-set'; readonly id: number }
  | { readonly type: 'completed'; readonly id: number; readonly completions: QueryCompletions };
