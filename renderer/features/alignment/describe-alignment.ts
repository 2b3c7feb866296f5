import type { EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import { isDoubtful } from '../../../core/alignment/edit/review-rows.ts';
import type { Text } from '../../i18n/use-text.ts';
import type { AlignmentNews } from './alignment-state.ts';

/** What a row is marked as. */
export type RowMark = 'locked' | 'accepted' | 'doubtful' | 'sure' | 'unmeasured';

/** How far the reader, or else the aligner, is with a row. */
export function markRow(row: EditedRow): RowMark {
  if (row.status !== 'open') return row.status;
  if (row.confidence === null) return 'unmeasured';
  return isDoubtful(row) ? 'doubtful' : 'sure';
}

/** The mark of a row in words, with the confidence where that is what counts. */
export function describeMark(row: EditedRow, text: Text): string {
  const percent = Math.round((row.confidence ?? 0) * 100);
  return text(`alignment.mark.${markRow(row)}`, { percent });
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
