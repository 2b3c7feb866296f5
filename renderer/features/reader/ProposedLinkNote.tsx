import { isChinese } from '../../../core/text/language.ts';
import { spanText } from '../../../core/text/text-span.ts';
import { segmentText, type Link, type Work } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './ProposedLinkNote.module.css';

interface Props {
  /** The link that is lit, where the program has proposed it. */
  readonly link: Link | undefined;
  readonly work: Work;
}

/**
 * Says of the words that are lit that the program takes them for each other's answers: at the edge of the text, where it
 * covers nothing that is read. What is said stands in the page all the time, or screen readers would not hear it change.
 */
export function ProposedLinkNote({ link, work }: Props) {
  const text = useText();
  return (
    <p role="status" className={styles.place}>
      {link === undefined ? null : (
        <span className={styles.note}>
          <span className={styles.words}>
            {listPhrases(link, work).map(({ language, words }, index) => (
              <span key={language}>
                {index === 0 ? '' : ' ↔ '}
                <span lang={language} className={isChinese(language) ? styles.chinese : styles.latin}>
                  {words}
                </span>
              </span>
            ))}
          </span>
          <span className={styles.by}>{text('reader.link.proposed')}</span>
        </span>
      )}
    </p>
  );
}

interface Phrase {
  readonly language: string;
  readonly words: string;
}

/** The words in the order of the editions; those that stand apart have an ellipsis between them. */
function listPhrases({ unit: id, spans }: Link, work: Work): readonly Phrase[] {
  const unit = work.units.find((candidate) => candidate.id === id);
  if (unit === undefined) return [];
  return work.editions.flatMap(({ language }) => {
    const list = spans[language];
    if (list === undefined) return [];
    const words = list.map((span) => spanText(segmentText(unit, language), span)).join(' … ');
    return [{ language, words: words.replaceAll(/\s+/gu, ' ') }];
  });
}
