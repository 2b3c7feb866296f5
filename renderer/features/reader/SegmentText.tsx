import { memo } from 'react';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';
import { findNumberLabel } from '../../../core/text/number-label.ts';
import styles from './SegmentText.module.css';

interface Props {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly text: string;
  /** Only the segments of the current clause can be reached with Tab. */
  readonly isReachable: boolean;
  readonly isTitle: boolean;
  readonly isSecondary: boolean;
}

/**
 * The text of one edition in one unit. Its text content is the segment's text to the letter: the printed number, which
 * the gutter shows, is there for offsets, copying and screen readers, but not for the eye.
 */
export const SegmentText = memo(function SegmentText(props: Props) {
  const { unit, language, text, isReachable, isTitle, isSecondary } = props;
  const number = findNumberLabel(text);
  const script = isChinese(language) ? styles.chinese : styles.latin;
  const rank = `${isTitle ? styles.title : ''} ${isSecondary ? styles.secondary : ''}`;
  return (
    <p
      // Announcements split the text nodes: another text needs nodes of its own.
      key={text}
      className={`${styles.segment} ${script} ${rank}`}
      lang={language}
      data-unit={unit}
      data-language={language}
      tabIndex={isReachable ? 0 : -1}
    >
      {number === undefined ? null : (
        <span className="visually-hidden">{text.slice(number.span.start, number.span.end)}</span>
      )}
      {number === undefined ? text : text.slice(number.span.end)}
    </p>
  );
});
