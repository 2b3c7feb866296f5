import { Bookmark } from 'lucide-react';
import { memo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { TagCount } from '../../../core/annotation/collect-tags.ts';
import type { PlacedAnnotation } from '../../../core/annotation/place-annotations.ts';
import { useText } from '../../i18n/use-text.ts';
import { Markdown } from './Markdown.tsx';
import { isLongBody } from './note-ending.ts';
import type { AnnotationPatch } from './annotation-patch.ts';
import { nameNote } from './name-note.ts';
import { NoteActions } from './NoteActions.tsx';
import type { NoteEvents } from './note-events.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteMeta } from './NoteMeta.tsx';
import { useReturnOfFocus } from './use-return-of-focus.ts';
import styles from './NoteCard.module.css';

interface Props {
  readonly placed: PlacedAnnotation;
  readonly isActive: boolean;
  /** Which part is being written; undefined while the note is only read. */
  readonly editing: 'body' | 'tags' | undefined;
  readonly colorName: (color: HighlightColor) => string;
  /** For completion while the note is written. */
  readonly knownTags: readonly TagCount[];
  readonly events: NoteEvents;
}

/** One note in the margin, joined to its clause by a rule. */
export const NoteCard = memo(function NoteCard(props: Props) {
  const { placed, isActive, editing, colorName, knownTags, events } = props;
  const { annotation, orphanedTargets } = placed;
  const { id } = annotation;
  const text = useText();
  const ref = useRef<HTMLElement>(null);
  useReturnOfFocus(ref, events.onLeave);
  const handleEdit = (part: 'body' | 'tags') => events.onEdit({ id, part });
  const handleChange = (patch: AnnotationPatch) => events.onChange(id, patch);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    // Back to the text; that the note is no longer the active one is seen to where all of Escape is.
    if (event.key === 'Escape') events.onLeave();
    if (event.key === 'Enter') handleEdit('body');
    else if (event.key === 'Delete') events.onDelete(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const handleBlur = (event: FocusEvent) => {
    if (editing === undefined || event.currentTarget.contains(event.relatedTarget)) return;
    // Widgets move the focus when one of their parts goes, and the whole window may lose it: look where it settles.
    requestAnimationFrame(() => {
      if (document.hasFocus() && ref.current?.contains(document.activeElement) !== true) events.onEndEdit(id);
    });
  };
  return (
    <article
      ref={ref}
      className={styles.card}
      tabIndex={0}
      aria-label={nameNote(annotation, text)}
      data-annotation={annotation.id}
      data-kind={annotation.kind}
      {...(isActive ? { 'data-active': '' } : {})}
      onClick={() => events.onActivate(id)}
      onDoubleClick={() => {
        if (editing === undefined) handleEdit('body');
      }}
      onKeyDown={handleKeyDown}
      onBlur={handleBlur}
    >
      <div className={styles.content}>
        {annotation.kind === 'bookmark' ? (
          <Bookmark className={styles.ribbon} size={14} strokeWidth={1.6} aria-hidden="true" />
        ) : null}
        {editing === undefined ? (
          <NoteBody body={annotation.body} />
        ) : (
          <NoteEditor
            annotation={annotation}
            part={editing}
            colorName={colorName}
            knownTags={knownTags}
            onChange={handleChange}
            onEnd={() => {
              ref.current?.focus();
              events.onEndEdit(id);
            }}
          />
        )}
        <NoteMeta
          annotation={annotation}
          orphanedTargets={orphanedTargets}
          colorName={colorName}
          isWriting={editing !== undefined}
          isOpen={isActive || editing !== undefined}
          onRemoveTarget={(target) => {
            const targets = annotation.targets.filter((other) => other !== target);
            events.onChange(id, { targets }, 'remove-target');
            ref.current?.focus();
          }}
        />
      </div>
      <div className={styles.actions}>
        <NoteActions
          annotation={annotation}
          colorName={colorName}
          onEdit={handleEdit}
          onChange={handleChange}
          onAddCounterpart={() => events.onAddCounterpart(id)}
          onDelete={() => events.onDelete(id)}
        />
      </div>
    </article>
  );
});

function NoteBody({ body }: { readonly body: string }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  if (body.trim() === '') return null;
  if (!isLongBody(body)) return <Markdown>{body}</Markdown>;
  return (
    <>
      <div className={isOpen ? undefined : styles.clamped}>
        <Markdown>{body}</Markdown>
      </div>
      <Button className={styles.more ?? ''} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {text(isOpen ? 'notes.less' : 'notes.more')}
      </Button>
    </>
  );
}
