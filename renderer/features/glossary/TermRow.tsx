import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { Occurrence } from '../../../core/text/find-occurrences.ts';
import type { Work } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import type { GlossaryEntry } from './glossary-entries.ts';
import { OccurrenceList } from './OccurrenceList.tsx';
import styles from './TermRow.module.css';

interface Props {
  readonly work: Work;
  readonly entry: GlossaryEntry;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly onJump: (occurrence: Occurrence) => void;
}

/** One term pair; opened, with the lines it stands in. */
export function TermRow({ work, entry, isOpen, isTabStop, onToggle, onFocus, onJump }: Props) {
  const text = useText();
  const detailsId = useId();
  const { term } = entry;
  const counts = { chinese: entry.chineseCount, english: entry.otherCount };
  return (
    <tbody className={isOpen ? styles.open : undefined} onFocus={onFocus}>
      <tr className={styles.row} onClick={onToggle}>
        <th scope="row" className={styles.chinese}>
          <button
            type="button"
            data-stop
            className={styles.toggle}
            tabIndex={isTabStop ? 0 : -1}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            onClick={(event) => {
              // The row hears the press as well.
              event.stopPropagation();
              onToggle();
            }}
          >
            <ChevronRight size={14} strokeWidth={1.6} className={styles.chevron} aria-hidden />
            <span lang="zh-Hans">{term.chinese}</span>
          </button>
        </th>
        <td className={styles.pinyin} lang="zh-Latn-pinyin">
          {term.pinyin}
        </td>
        <td className={styles.english} lang="en">
          {term.english.join('; ')}
          {term.note === undefined ? null : <p className={styles.note}>{term.note}</p>}
        </td>
        <td className={styles.places}>
          <span aria-hidden>{text('glossary.places.short', counts)}</span>
          <span className="visually-hidden">{text('glossary.places', counts)}</span>
        </td>
      </tr>
      {isOpen ? (
        <tr id={detailsId}>
          <td colSpan={4} className={styles.details}>
            <OccurrenceList work={work} entry={entry} onJump={onJump} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
