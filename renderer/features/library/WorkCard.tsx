import { Ellipsis } from 'lucide-react';
import { useIntl } from 'react-intl';
import { GridListItem } from 'react-aria-components';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import { isChinese } from '../../../core/text/language.ts';
import { ActionMenu } from '../../components/ActionMenu.tsx';
import { useEditionWords } from '../../i18n/use-edition-words.ts';
import { useText } from '../../i18n/use-text.ts';
import { measureProgress, type ListedWork } from './library-list.ts';
import styles from './WorkCard.module.css';

/** What can be done with one work. */
export const WORK_ACTIONS = [
  'open',
  'rename',
  'details',
  'edition',
  'again',
  'propose-links',
  'export',
  'delete',
] as const;

/** One of {@link WORK_ACTIONS}. */
export type WorkAction = (typeof WORK_ACTIONS)[number];

/** What a work that comes with the program keeps: its text, and the links that were made for it by hand. */
const OF_OWN_WORKS: ReadonlySet<WorkAction> = new Set(['propose-links', 'delete']);

interface Props {
  readonly work: ListedWork;
  readonly isCurrent: boolean;
  readonly onAction: (action: WorkAction) => void;
}

/** One work: its titles, that of the interface's language first, and how much there is of it and of the reader's own. */
export function WorkCard({ work, isCurrent, onAction }: Props) {
  const text = useText();
  const intl = useIntl();
  const first = chooseTitle(work.titles, intl.locale)?.language;
  const others = work.languages.filter(
    (language) => language !== first && work.titles[language] !== undefined,
  );
  return (
    <GridListItem
      id={work.id}
      textValue={[work.title, ...others.map((language) => work.titles[language])].join(' ')}
      className={`${styles.card} ${isCurrent ? styles.current : ''}`}
    >
      <div className={styles.head}>
        <div className={styles.titles}>
          <p lang={first} className={isChinese(first ?? '') ? styles.chinese : styles.latin}>
            {work.title}
          </p>
          {others.map((language) => (
            <p
              key={language}
              lang={language}
              className={`${styles.other} ${isChinese(language) ? styles.chinese : styles.latin}`}
            >
              {work.titles[language]}
            </p>
          ))}
        </div>
        <ActionMenu
          label={text('library.actions', { title: work.title })}
          icon={<Ellipsis size={18} strokeWidth={1.6} />}
          items={WORK_ACTIONS.filter((action) => !work.isBundled || !OF_OWN_WORKS.has(action)).map((id) => ({
            id,
            label: text(`library.action.${id}`),
          }))}
          onChoose={onAction}
        />
      </div>
      <Facts work={work} isCurrent={isCurrent} />
    </GridListItem>
  );
}

function Facts({ work, isCurrent }: Omit<Props, 'onAction'>) {
  const text = useText();
  const intl = useIntl();
  const { counts, opened } = work;
  const progress = measureProgress(work);
  const { name, length } = useEditionWords();
  const extent = work.languages.map(
    (language) => `${name(language)} ${length(language, work.lengths[language] ?? 0)}`,
  );
  return (
    <div className={styles.facts}>
      {extent.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <span>{text('library.units', { count: work.unitCount })}</span>
      {work.isBundled ? <span>{text('library.bundled')}</span> : null}
      {counts === undefined ? null : (
        <span className={counts.notes > 0 ? styles.own : undefined}>
          {text('library.notes', { count: counts.notes })}
        </span>
      )}
      {progress === 0 ? null : (
        <span className={styles.progress}>
          <progress className={styles.bar} max={100} value={progress} aria-hidden="true" />
          {text('library.read', { percent: progress })}
        </span>
      )}
      {isCurrent ? (
        <span className={styles.open}>{text('library.current')}</span>
      ) : opened === null ? null : (
        <span className={styles.open}>
          {text('library.opened', { date: intl.formatDate(opened, { dateStyle: 'medium' }) })}
        </span>
      )}
    </div>
  );
}
