import { useLayoutEffect, useRef } from 'react';
import { setAnnouncements, type Announcement } from '../../dom/announcements.ts';
import { findSegmentElement } from '../../dom/segment-range.ts';
import type { MarksByUnit, TextMark } from './highlight-paint.ts';

/** What is said where a mark begins and where it ends, and in which language. */
export interface MarkAnnouncer {
  readonly language: string;
  readonly describe: (mark: TextMark) => { readonly begins: string; readonly ends: string };
}

/**
 * Lets screen readers hear in the text where marks begin and end; without an announcer nothing is said. Only the clauses
 * whose marks have changed are touched, unless `drawn` is another value: it stands for the segments on the page.
 */
export function useAnnouncements(
  marks: MarksByUnit,
  announcer: MarkAnnouncer | undefined,
  drawn: string,
): void {
  const announced = useRef(NOTHING);
  useLayoutEffect(() => {
    const before = announced.current;
    const isSame = before.announcer === announcer && before.drawn === drawn;
    const wanted: MarksByUnit = announcer === undefined ? new Map() : marks;
    for (const unit of new Set([...before.marks.keys(), ...wanted.keys()])) {
      if (isSame && before.marks.get(unit) === wanted.get(unit)) continue;
      announce(before.marks.get(unit) ?? [], wanted.get(unit) ?? [], announcer);
    }
    announced.current = { marks: wanted, announcer, drawn };
  }, [marks, announcer, drawn]);
}

const NOTHING: {
  readonly marks: MarksByUnit;
  readonly announcer: MarkAnnouncer | undefined;
  readonly drawn: string;
} = { marks: new Map(), announcer: undefined, drawn: '' };

function announce(
  before: readonly TextMark[],
  marks: readonly TextMark[],
  announcer: MarkAnnouncer | undefined,
): void {
  const byLanguage = Map.groupBy(marks, ({ language }) => language);
  const segments = new Map([...before, ...marks].map(({ unit, language }) => [language, unit]));
  for (const [language, unit] of segments) {
    const segment = findSegmentElement(unit, language);
    if (segment === undefined) continue;
    const announcements = (byLanguage.get(language) ?? []).flatMap((mark): readonly Announcement[] => {
      if (announcer === undefined) return [];
      const { begins, ends } = announcer.describe(mark);
      return [
        { offset: mark.span.start, side: 'begins', text: begins },
        { offset: mark.span.end, side: 'ends', text: ends },
      ];
    });
    setAnnouncements(segment, announcements, announcer?.language ?? '');
  }
}
