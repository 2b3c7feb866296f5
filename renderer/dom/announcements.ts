import { findTextPosition } from './segment-range.ts';

/** What a screen reader hears at a place of a segment; nothing is to be seen of it. */
export interface Announcement {
  /** In UTF-16 code units of the segment. */
  readonly offset: number;
  /** What ends is heard before what begins at the same place. */
  readonly side: 'begins' | 'ends';
  readonly text: string;
}

/**
 * Puts announcements into a segment, in place of those it had. They are generated content of elements without text: the
 * segment's text content, its offsets, what is selected and what is copied stay as they are. Text nodes are split and
 * joined as the DOM does it, so that the selection and painted ranges stay on their words.
 */
export function setAnnouncements(
  segment: HTMLElement,
  announcements: readonly Announcement[],
  language: string,
): void {
  for (const element of segment.querySelectorAll('[data-announcement]')) element.remove();
  segment.normalize();
  // From the end to the beginning: what has been put in does not move what is still to come.
  const ordered = announcements.toSorted(
    (a, b) => b.offset - a.offset || Number(b.side === 'begins') - Number(a.side === 'begins'),
  );
  for (const { offset, side, text } of ordered) {
    const position = findTextPosition(segment, offset, side === 'begins' ? 'after' : 'before');
    if (position === undefined) continue;
    const element = document.createElement('span');
    element.className = 'announcement';
    element.lang = language;
    element.dataset['announcement'] = text;
    const { node } = position;
    if (position.offset === 0) node.before(element);
    else if (position.offset === node.length) node.after(element);
    else node.splitText(position.offset).before(element);
  }
}
