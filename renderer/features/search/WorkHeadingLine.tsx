import { useIntl } from 'react-intl';
import { chooseTitle } from '../../../core/text/choose-title.ts';
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
  const chosen = chooseTitle(titles, locale);
  const isInChinese = chosen !== undefined && isChinese(chosen.language);
  return (
    <p className={styles.heading}>
      <span lang={chosen?.language} className={isInChinese ? styles.chinese : styles.latin}>
        {chosen?.title ?? workId}
      </span>
      <span className={styles.count}>{text('library-search.clauses', { count })}</span>
    </p>
  );
}
