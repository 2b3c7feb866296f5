import type { Annotation } from '../../../core/annotation/annotation.ts';

/** What becomes of an annotation when its reader stops writing. */
export type NoteEnding =
  | { readonly type: 'kept' }
  /** It was begun for a note, and nothing was written. */
  | { readonly type: 'discarded' }
  | { readonly type: 'changed'; readonly patch: { readonly kind: 'highlight'; readonly body: '' } };

/**
 * Settles an annotation that is no longer written in: an empty note that was made for writing goes, an empty note that
 * was more before, or carries tags, stays as a highlight. Questions may stay without words once they were touched. What
 * stands on no words goes if nothing is left of it.
 */
export function endNote(annotation: Annotation): NoteEnding {
  const { kind, body, tags, scope, created, modified } = annotation;
  if (body.trim() !== '' || kind === 'highlight' || kind === 'bookmark') return { type: 'kept' };
  if (tags.length === 0 && (created === modified || scope.type !== 'words')) return { type: 'discarded' };
  // Without words to stand on there is no highlight.
  if (scope.type !== 'words') return { type: 'kept' };
  return kind === 'note' ? { type: 'changed', patch: { kind: 'highlight', body: '' } } : { type: 'kept' };
}

/** Whether an annotation is nothing but coloured words: the colour says all there is, without a card. */
export function isBareHighlight({ kind, body, tags }: Annotation): boolean {
  return kind === 'highlight' && body === '' && tags.length === 0;
}

/** Whether an annotation only marks its clause. */
export function isBareBookmark({ kind, body, tags }: Annotation): boolean {
  return kind === 'bookmark' && body === '' && tags.length === 0;
}

/** Lines that a long note keeps; see `.clamped` in NoteCard.module.css. */
const CLAMPED_LINES = 8;
/** Latin letters on a line of the margin at 13 px; a Han character takes two. */
const LINE_LENGTH = 34;

/**
 * Whether a note is so long that it should be cut short. Estimated, not measured: measuring thousands of cards would
 * cost a layout each. A little room is given, so that nobody opens a note for one line more.
 */
export function isLongBody(body: string): boolean {
  let lines = 0;
  for (const line of body.split('\n')) {
    const width = line.length + (line.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/gu)?.length ?? 0);
    lines += Math.max(1, Math.ceil(width / LINE_LENGTH));
    if (lines > CLAMPED_LINES + 2) return true;
  }
  return false;
}
