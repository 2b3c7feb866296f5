import { useIntl } from 'react-intl';
import { GridListItem } from 'react-aria-components';
import type { WorkSummary } from '../../../ipc/contract.ts';
import { isChinese } from '../../../core/text/language.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './WorkCard.module.css';

interface Props {
  readonly work: WorkSummary;
  /** How many notes the reader has on it; undefined until that is known. */
  readonly noteCount: number | undefined;
  readonly isCurrent: boolean;
}

/** One work: its title in each of its languages, and how much there is of it and of the reader's own. */
export function WorkCard({ work, noteCount, isCurrent }: Props) {
  const text = useText();
  const intl = useIntl();
  const titles = work.languages.flatMap((language) => {
    const title = work.titles[language];
    return title === undefined ? [] : [{ language, title }];
  });
  const facts = [
    work.languages
      .map((language) => intl.formatDisplayName(language, { type: 'language' }) ?? language)
      .join(' · '),
    text('library.units', { count: work.unitCount }),
    ...(work.isBundled ? [text('library.bundled')] : []),
  ];
  return (
    <GridListItem
      id={work.id}
      textValue={titles.map(({ title }) => title).join(' ')}
      className={`${styles.card} ${isCurrent ? styles.current : ''}`}
    >
      {titles.map(({ language, title }) => (
        <p key={language} lang={language} className={isChinese(language) ? styles.chinese : styles.latin}>
          {title}
        </p>
      ))}
      <p className={styles.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {noteCount === undefined ? null : (
          <span className={noteCount > 0 ? styles.own : undefined}>
            {text('library.notes', { count: noteCount })}
          </span>
        )}
        {isCurrent ? <span className={styles.open}>{text('library.current')}</span> : null}
      </p>
    </GridListItem>
  );
}
