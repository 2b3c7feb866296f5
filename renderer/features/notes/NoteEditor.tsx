import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ToggleButton } from 'react-aria-components';
import {
  MAX_BODY_LENGTH,
  type Annotation,
  type HighlightColor,
} from '../../../core/annotation/annotation.ts';
import type { TagCount } from '../../../core/annotation/collect-tags.ts';
import { guessLanguage } from '../../../core/text/guess-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColorChoice } from './ColorChoice.tsx';
import type { AnnotationPatch } from './annotation-patch.ts';
import { TagPicker } from './TagPicker.tsx';
import styles from './NoteEditor.module.css';

interface Props {
  readonly annotation: Annotation;
  /** Where the writing begins. */
  readonly part: 'body' | 'tags';
  readonly colorName: (color: HighlightColor) => string;
  readonly knownTags: readonly TagCount[];
  readonly onChange: (patch: AnnotationPatch) => void;
  readonly onEnd: () => void;
}

/** Writes a note in its place: every key stroke is handed on, so there is nothing to confirm. Escape or Ctrl+Enter ends. */
export function NoteEditor({ annotation, part, colorName, knownTags, onChange, onEnd }: Props) {
  const text = useText();
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isEnd = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isEnd) return;
    event.preventDefault();
    event.stopPropagation();
    onEnd();
  };
  return (
    <div className={styles.editor} onKeyDown={handleKeyDown}>
      <BodyField
        body={annotation.body}
        isFirst={part === 'body'}
        onChange={(body) => onChange(annotation.kind === 'highlight' ? { body, kind: 'note' } : { body })}
      />
      <ColorChoice color={annotation.color} colorName={colorName} onChange={(color) => onChange({ color })} />
      <TagPicker
        key={part}
        tags={annotation.tags}
        knownTags={knownTags}
        onChange={(tags) => onChange({ tags })}
        autoFocus={part === 'tags'}
      />
      <div className={styles.row}>
        <p className={styles.hint}>{text('notes.editor.hint')}</p>
        {annotation.kind === 'bookmark' ? null : (
          <ToggleButton
            className={styles.question ?? ''}
            isSelected={annotation.kind === 'question'}
            onChange={(isQuestion) => onChange({ kind: isQuestion ? 'question' : 'note' })}
          >
            {text('notes.editor.question')}
          </ToggleButton>
        )}
      </div>
    </div>
  );
}

interface BodyFieldProps {
  readonly body: string;
  readonly isFirst: boolean;
  readonly onChange: (body: string) => void;
}

function BodyField({ body, isFirst, onChange }: BodyFieldProps) {
  const text = useText();
  const ref = useRef<HTMLTextAreaElement>(null);
  // What is typed stands here first: an input method must not find its field rewritten by a body that comes back late.
  const [draft, setDraft] = useState<string>();
  const value = draft ?? body;

  useEffect(() => {
    const field = ref.current;
    if (field === null || !isFirst) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [isFirst]);

  return (
    <textarea
      ref={ref}
      className={styles.body}
      lang={guessLanguage(value)}
      aria-label={text('notes.editor.body')}
      placeholder={text('notes.editor.placeholder')}
      maxLength={MAX_BODY_LENGTH}
      rows={2}
      value={value}
      onChange={(event) => {
        setDraft(event.target.value);
        if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) {
          onChange(event.target.value);
        }
      }}
      onCompositionEnd={(event) => onChange(event.currentTarget.value)}
      onBlur={() => setDraft(undefined)}
    />
  );
}
