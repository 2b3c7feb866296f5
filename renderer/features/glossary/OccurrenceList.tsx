import { useMemo } from 'react';
import type { Occurrence } from '../../../core/text/find-occurrences.ts';
import { isChinese } from '../../../core/text/language.ts';
import type { Work } from '../../../core/text/work.ts';
import { MarkedText } from '../../components/MarkedText.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useUnitLabel } from '../../i18n/use-unit-label.ts';
import type { GlossaryEntry } from './glossary-entries.ts';
import { groupOccurrences } from './occurrence-groups.ts';
import styles from './OccurrenceList.module.css';

interface Props {
  readonly work: Work;
  readonly entry: GlossaryEntry;
  readonly onJump: (occurrence: Occurrence) => void;
}

/** Every place of a term, clause by clause, the editions side by side; a press on a line goes there. */
export function OccurrenceList({ work, entry, onJump }: Props) {
  const text = useText();
  const unitLabel = useUnitLabel(work);
  const groups = useMemo(() => groupOccurrences(work, entry.occurrences), [work, entry]);
  if (groups.length === 0) return <p className={styles.none}>{text('glossary.places.none')}</p>;
  return (
    <ul className={styles.groups} aria-label={text('glossary.places-of', { term: entry.term.chinese })}>
      {groups.map(({ unit, editions }) => (
        <li key={unit.id} className={styles.group}>
          <span className={styles.unit}>{unitLabel(unit)}</span>
          {editions.map(({ language, lines }) => (
            <div key={language} className={styles.edition}>
              {lines.length === 0 ? <p className={styles.none}>{text('glossary.other-words')}</p> : null}
              {lines.map(({ target, excerpt }) => (
                <button
                  key={target.start}
                  type="button"
                  data-stop
                  tabIndex={-1}
                  lang={language}
                  className={`${styles.line} ${isChinese(language) ? styles.chinese : styles.latin}`}
                  onClick={() => onJump({ unit: unit.id, language, span: target })}
                >
                  <MarkedText {...excerpt} />
                </button>
              ))}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
