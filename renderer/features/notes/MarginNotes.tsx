import { Bookmark } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Annotation, HighlightColor } from '../../../core/annotation/annotation.ts';
import type { TagCount } from '../../../core/annotation/collect-tags.ts';
import type { PlacedAnnotation } from '../../../core/annotation/place-annotations.ts';
import { useText } from '../../i18n/use-text.ts';
import { isBareBookmark, isBareHighlight } from './note-ending.ts';
import type { AnnotationPatch } from './notebook-state.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './MarginNotes.module.css';

/** Which part of which annotation is being written. */
export interface NoteEditing {
  readonly id: string;
  readonly part: 'body' | 'tags';
}

interface Props {
  readonly unit: string;
  /** The annotations with a placement in this unit, by place. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly activeId: string | undefined;
  readonly editing: NoteEditing | undefined;
  readonly colorName: (color: HighlightColor) => string;
  /** The tags in use in the work, for completion. */
  readonly knownTags: readonly TagCount[];
  readonly onActivate: (id: string | undefined) => void;
  readonly onEdit: (editing: NoteEditing | undefined) => void;
  readonly onChange: (id: string, patch: AnnotationPatch) => void;
  readonly onDelete: (id: string) => void;
  /** The reader stopped writing an annotation; what becomes of an empty one is not decided here. */
  readonly onEndEdit: (id: string) => void;
  readonly onAddCounterpart: (id: string) => void;
  /** The note with the focus went: the focus belongs to the text of its clause again. */
  readonly onLeave: (unit: string) => void;
}

/** What the margin carries beside one clause: bookmarks as ribbons, notes as cards; mere highlights only when chosen. */
export const MarginNotes = memo(function MarginNotes(props: Props) {
  const { annotations, activeId, editing, onActivate, onEdit } = props;
  const text = useText();
  const editingId = useRef(editing?.id);
  useEffect(() => {
    editingId.current = editing?.id;
  }, [editing]);

  const isShown = ({ id }: Annotation) => id === activeId || id === editing?.id;
  const ribbons = annotations.filter(({ annotation }) => isBareBookmark(annotation));
  const cards = annotations.filter(
    ({ annotation }) => isShown(annotation) || !(isBareHighlight(annotation) || isBareBookmark(annotation)),
  );
  const endEdit = (id: string) => {
    // Another note may have been opened in the same moment.
    if (editingId.current === id) onEdit(undefined);
    props.onEndEdit(id);
  };
  if (ribbons.length + cards.length === 0) return null;
  return (
    <section className={styles.notes} aria-label={text('notes.margin')}>
      {ribbons.length === 0 ? null : (
        <div className={styles.ribbons}>
          {ribbons.map(({ annotation }) => (
            <Button
              key={annotation.id}
              className={styles.ribbon ?? ''}
              aria-label={text('notes.card.bookmark', {
                quote: annotation.targets[0]?.selector[0].exact ?? '',
              })}
              aria-expanded={isShown(annotation)}
              onPress={() => onActivate(isShown(annotation) ? undefined : annotation.id)}
            >
              <Bookmark size={16} strokeWidth={1.6} />
            </Button>
          ))}
        </div>
      )}
      {cards.map((placed) => {
        const { annotation } = placed;
        const { id } = annotation;
        return (
          <NoteCard
            key={id}
            placed={placed}
            isActive={id === activeId}
            editing={id === editing?.id ? editing.part : undefined}
            colorName={props.colorName}
            knownTags={props.knownTags}
            onActivate={(isActive) => onActivate(isActive ? id : undefined)}
            onEdit={(part) => onEdit({ id, part })}
            onEndEdit={() => endEdit(id)}
            onChange={(patch) => props.onChange(id, patch)}
            onAddCounterpart={() => props.onAddCounterpart(id)}
            onDelete={() => props.onDelete(id)}
            onLeave={() => props.onLeave(props.unit)}
          />
        );
      })}
    </section>
  );
});
