import type { ConcordanceAnswer, ConcordanceQuestion } from '../../core/concordance/concordance-question.ts';
import type { RequestId } from './protocol.ts';
import type { TextName } from './text-fetcher.ts';

/** What the client sends to the worker of the concordance. */
export type ConcordanceRequest =
  /** Takes the place of the texts before; whatever is asked about those is superseded. */
  | { readonly type: 'load'; readonly id: RequestId; readonly texts: readonly TextName[] }
  /** Takes the place of the question before: a computation still under way for that one is given up. */
  | { readonly type: 'ask'; readonly id: RequestId; readonly question: ConcordanceQuestion };

/** What the worker sends back: one reply to each question. */
export type ConcordanceReply =
  | { readonly type: 'answered'; readonly id: RequestId; readonly answer: ConcordanceAnswer }
  | { readonly type: 'superseded'; readonly id: RequestId }
  | { readonly type: 'failed'; readonly id: RequestId; readonly detail: string };
