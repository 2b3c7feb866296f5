import { memo } from 'react';
import type { UnitProgress } from '../../../core/annotation/notebook.ts';
import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import { findOutlinePlace, listOutlineUnits } from '../../../core/text/outline-place.ts';
import type { OutlineEntry, Work } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './ContentsPane.module.css';

interface Props {
  readonly work: Work;
  readonly unit: string;
  readonly progress: Readonly<Record<string, UnitProgress>>;
  readonly language: InterfaceLanguage;
  readonly onJump: (unit: string) => void;
  /** How many notes are not on their words; nothing is said of none. */
  readonly detachedCount: number;
  readonly onShowDetached: () => void;
}

/** The contents with the current place and how much of each part has been read. */
export const ContentsPane = memo(function ContentsPane(props: Props) {
  const { work, unit, progress, language, onJump, detachedCount } = props;
  const text = useText();
  const place = findOutlinePlace(work, unit);
  const units = listOutlineUnits(work);
  const isRead = (id: string) => progress[id] === 'read' || progress[id] === 'understood';
  const renderLine = (entry: OutlineEntry, covered: readonly string[]) => {
    const readCount = covered.filter(isRead).length;
    const number = work.units.find(({ id }) => id === entry.unit)?.number;
    const title = chooseTitle(entry.titles, language);
    const isCurrent = entry === place?.entry || entry === place?.innermost;
    return (
      <button
        type="button"
        className={styles.line}
        aria-current={entry === place?.innermost ? 'location' : undefined}
        data-current={isCurrent ? '' : undefined}
        onClick={() => onJump(entry.unit)}
      >
        <span>
          {number === undefined || entry.children.length > 0 ? '' : `${number} `}
          <span lang={title?.language}>{title?.title}</span>
        </span>
        <span className={styles.count}>
          {readCount === 0
            ? null
            : readCount === covered.length
              ? text('reader.contents.done')
              : text('reader.contents.count', { read: readCount, count: covered.length })}
        </span>
      </button>
    );
  };
  return (
    <nav className={styles.pane} aria-label={text('reader.contents')}>
      <h2 className={styles.heading}>{text('reader.contents')}</h2>
      <ul>
        {work.outline.map((entry) => (
          <li key={entry.unit}>
            {renderLine(
              entry,
              entry.children.length === 0
                ? (units.get(entry) ?? [])
                : entry.children.map((child) => child.unit),
            )}
            {entry.children.length === 0 ? null : (
              <ul className={styles.children}>
                {entry.children.map((child) => (
                  <li key={child.unit}>{renderLine(child, [child.unit])}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {detachedCount === 0 ? null : (
        <button type="button" className={styles.detached} onClick={props.onShowDetached}>
          {text('notes-reading.detached', { count: detachedCount })}
        </button>
      )}
    </nav>
  );
});
