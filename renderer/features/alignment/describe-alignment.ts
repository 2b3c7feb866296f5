import type { EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import { findSureness, isDoubtful } from '../../../core/alignment/edit/review-rows.ts';
import type { Text } from '../../i18n/use-text.ts';
import type { AlignmentNews } from './alignment-state.ts';

/** What a row is marked as. */
export type RowMark = 'locked' | 'accepted' | 'doubtful' | 'sure' | 'unmeasured';

/** How far the reader, or else the aligner, is with a row. */
export function markRow(rows: readonly EditedRow[], index: number): RowMark {
  const status = rows[index]?.status ?? 'open';
  if (status !== 'open') return status;
  if (findSureness(rows, index) === null) return 'unmeasured';
  return isDoubtful(rows, index) ? 'doubtful' : 'sure';
}

/** How sure something is, in whole percent: never 100 where it is not certain. */
export function toPercent(sureness: number): number {
  return sureness < 1 ? Math.min(99, Math.round(sureness * 100)) : 100;
}

/** The mark of a row in words, with how sure it is where that is what counts. */
export function describeMark(mark: RowMark, sureness: number | null, text: Text): string {
  return text(`alignment.mark.${mark}`, { percent: toPercent(sureness ?? 0) });
}

/** News in one sentence. */
export function describeNews(news: AlignmentNews, text: Text): string {
  switch (news.type) {
    case 'done':
      return text(`alignment.done.${news.name}`);
    case 'undone':
      return text('history.undo', { step: text(`alignment.step.${news.name}`) });
    case 'redone':
      return text('history.redo', { step: text(`alignment.step.${news.name}`) });
    case 'refused':
      return text(`alignment.refused.${news.refusal}`);
    case 'align-failed':
    case 'measured':
    case 'none-doubtful':
    case 'nothing-open':
    case 'realign-outdated':
    case 'reviewed':
      return text(`alignment.news.${news.type}`);
  }
}
