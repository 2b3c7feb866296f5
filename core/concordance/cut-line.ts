import { makeExcerpt, type Excerpt } from '../search/excerpt.ts';
import { isChinese } from '../text/language.ts';
import { segmentText } from '../text/work.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';
import type { ConcordanceLine } from './find-lines.ts';

/** A line as it is printed: the keyword in its context, and the answering words in theirs. */
export interface CutLine {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** The segment of the other language around the answering words, from its beginning where there are none; '' where there is none. */
  readonly counterpart: Excerpt;
}

/** How much is shown to each side of the keyword and of the counterpart, in UTF-16 code units. */
const CONTEXT_LENGTH = 90;
/** Enough before the words to fill its part of the column, and more after. A Han character is twice as wide as a Latin letter. */
const COUNTERPART_LENGTHS = { chinese: 72, other: 160 } as const;

/** Cuts a line out of the segments it stands in. Line breaks of the source become spaces. */
export function cutLine(corpus: ConcordanceCorpus, line: ConcordanceLine, other: string): CutLine {
  const unit = corpus.works[line.work]?.units[line.unit];
  const segment = flatten(unit === undefined ? '' : segmentText(unit, line.language));
  const answer = flatten(unit === undefined ? '' : segmentText(unit, other));
  const { start, end } = line.span;
  const leftFrom = Math.max(0, start - CONTEXT_LENGTH);
  const rightTo = Math.min(segment.length, end + CONTEXT_LENGTH);
  const spans = line.counterpart.type === 'linked' ? line.counterpart.spans : [];
  return {
    left: segment.slice(leftFrom, start).replace(/^[\udc00-\udfff]/u, ''),
    keyword: segment.slice(start, end),
    right: segment.slice(end, rightTo).replace(/[\ud800-\udbff]$/u, ''),
    counterpart: makeExcerpt(
      answer,
      spans,
      isChinese(other) ? COUNTERPART_LENGTHS.chinese : COUNTERPART_LENGTHS.other,
    ),
  };
}

/** The same length, so that spans hold. */
function flatten(text: string): string {
  return text.replaceAll('\n', ' ');
}
