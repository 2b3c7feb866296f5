import type { Dispatch } from 'react';
import { shownText, type EditedSentence } from '../../../core/alignment/edit/edited-row.ts';
import { nameSentence } from '../../../core/alignment/edit/ribbons.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';
import { useText } from '../../i18n/use-text.ts';
import type { AlignmentAction, Writing } from './alignment-state.ts';
import { SentenceField } from './SentenceField.tsx';
import styles from './SentenceList.module.css';

interface Props {
  readonly sentences: readonly EditedSentence[];
  readonly language: LanguageTag;
  readonly row: number;
  /** The id of what says how sure the row is. */
  readonly markId: string;
  /** The sentence the reader is at; undefined on another side or row. */
  readonly current: number | undefined;
  /** Given while the current sentence is being written. */
  readonly writing: Writing | undefined;
  readonly isMac: boolean;
  readonly dispatch: Dispatch<AlignmentAction>;
}

/** One side of a row: its sentences, each a stop for the arrow keys. */
export function SentenceList(props: Props) {
  const { sentences, language, row, markId, current, writing, dispatch } = props;
  const text = useText();
  const common = (sentence: number) => ({
    'data-language': language,
    'data-sentence': sentence,
    'aria-describedby': markId,
    tabIndex: sentence === current ? 0 : -1,
    onFocus: () => {
      if (sentence !== current) dispatch({ type: 'went', place: { row, language, sentence } });
    },
  });
  if (sentences.length === 0) {
    return (
      <p {...common(0)} className={styles.empty}>
        <span className="visually-hidden">{text('alignment.empty-side')}</span>
      </p>
    );
  }
  return (
    <ul className={`${styles.list} ${isChinese(language) ? styles.chinese : styles.latin}`}>
      {sentences.map((sentence, at) =>
        writing !== undefined && at === current ? (
          <li key={nameSentence(sentence, language)} data-block="">
            <SentenceField
              sentence={sentence}
              language={language}
              caret={writing.caret}
              isMac={props.isMac}
              dispatch={dispatch}
            />
          </li>
        ) : (
          <li
            key={nameSentence(sentence, language)}
            {...common(at)}
            data-block=""
            lang={language}
            data-corrected={sentence.correction === null ? undefined : ''}
            className={styles.sentence}
            onDoubleClick={(event) => {
              dispatch({ type: 'writing-began', caret: findCaret(event.currentTarget) });
            }}
          >
            {shownText(sentence)}
            {sentence.correction === null ? null : (
              <span className={at === current ? styles.source : 'visually-hidden'}>
                {text('alignment.source', { words: sentence.text })}
              </span>
            )}
          </li>
        ),
      )}
    </ul>
  );
}

/** Where in the words of a sentence the pointer was pressed, in UTF-16 code units. */
function findCaret(element: HTMLElement): number | null {
  const chosen = document.getSelection();
  const [words] = element.childNodes;
  return chosen !== null && chosen.anchorNode === words ? chosen.anchorOffset : null;
}
