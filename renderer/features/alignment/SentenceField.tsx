import { useLayoutEffect, useRef, type Dispatch, type KeyboardEvent } from 'react';
import { shownText, type EditedSentence } from '../../../core/alignment/edit/edited-row.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { describeKeys } from '../../commands/command-keys.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { AlignmentAction } from './alignment-state.ts';
import styles from './SentenceList.module.css';

interface Props {
  readonly sentence: EditedSentence;
  readonly language: LanguageTag;
  /** Where the caret stands first; null for the end of the words. */
  readonly caret: number | null;
  readonly isMac: boolean;
  readonly dispatch: Dispatch<AlignmentAction>;
}

/** The words of a sentence while they are written: corrected, or split at the caret. */
export function SentenceField({ sentence, language, caret, isMac, dispatch }: Props) {
  const text = useText();
  const ref = useRef<HTMLTextAreaElement>(null);
  const words = shownText(sentence);
  useLayoutEffect(() => {
    const at = caret ?? words.length;
    ref.current?.focus();
    ref.current?.setSelectionRange(at, at);
  }, [caret, words]);
  const save = () => dispatch({ type: 'corrected', words: ref.current?.value ?? words });
  const split = () => {
    const field = ref.current;
    if (field !== null) dispatch({ type: 'split-at', words: field.value, caret: field.selectionStart });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const hasMod = isMac ? event.metaKey : event.ctrlKey;
    if (event.key === 'Escape') dispatch({ type: 'writing-ended' });
    else if (event.key === 'Enter' && hasMod) split();
    else if (event.key === 'Enter' && !event.shiftKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <textarea
        ref={ref}
        className={styles.field}
        lang={language}
        aria-label={text('alignment.field')}
        defaultValue={words}
        rows={1}
        onKeyDown={handleKeyDown}
      />
      {sentence.correction === null ? null : (
        <p className={styles.source} lang={language}>
          {text('alignment.source', { words: sentence.text })}
        </p>
      )}
      <div className={styles.fieldActions}>
        <ActionButton onPress={save}>
          {text('alignment.field.save')} <Kbd keys="Enter" />
        </ActionButton>
        <ActionButton onPress={split}>
          {text('alignment.field.split')} <Kbd keys={describeKeys('Mod+Enter', isMac)} />
        </ActionButton>
        <ActionButton onPress={() => dispatch({ type: 'writing-ended' })}>
          {text('alignment.field.cancel')} <Kbd keys="Esc" />
        </ActionButton>
      </div>
    </>
  );
}
