import type { AlignedBead } from '../../core/alignment/align-texts.ts';
import type { LanguageTag } from '../../core/text/language.ts';

/** Two texts to be aligned, sentence by sentence. */
export interface AlignmentQuestion {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
}

/** What the client sends to the worker that aligns. Questions are answered one after the other. */
export interface AlignmentRequest {
  readonly id: number;
  readonly question: AlignmentQuestion;
}

/** What the worker sends back: one reply to each question. */
export type AlignmentReply =
  | { readonly type: 'aligned'; readonly id: number; readonly beads: readonly AlignedBead[] }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string };
