import { useIntl } from 'react-intl';
import { isChinese } from '../../../core/text/language.ts';
import { useText } from '../../i18n/use-text.ts';
import type { WorkHeading } from './result-groups.ts';
import styles from './WorkHeadingLine.module.css';

interface Props {
  readonly heading: WorkHeading;
}

/** Says in which work the results below were found, and in how many of its clauses. */
export function WorkHeadingLine({ heading }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const { titles, count, workId } = heading;
  const language = titles[locale] === undefined ? Object.keys(titles)[0] : locale;
  const title = language === undefined ? workId : titles[language];
  return (
    <p className={styles.heading}>
      <span
        lang={language}
        className={language !== undefined && isChinese(language) ? styles.chinese : styles.latin}
      >
        {title}
      </span>
      <span className={styles.count}>{text('library-search.clauses', { count })}</span>
    </p>
  );
}
