import { Bookmark } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Annotation, HighlightColor } from '../../../core/annotation/annotation.ts';
import type { TagCount } from '../../../core/annotation/collect-tags.ts';
import type { PlacedAnnotation } from '../../../core/annotation/place-annotations.ts';
import { useText } from '../../i18n/use-text.ts';
import { isBareBookmark, isBareHighlight } from './note-ending.ts';
import type { NoteEditing, NoteEvents } from './note-events.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './MarginNotes.module.css';

interface Props extends Omit<NoteEvents, 'onLeave'> {
  readonly unit: string;
  /** The annotations with a placement in this unit, by place. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly activeId: string | undefined;
  readonly editing: NoteEditing | undefined;
  readonly colorName: (color: HighlightColor) => string;
  /** The tags in use in the work, for completion. */
  readonly knownTags: readonly TagCount[];
  /** The note with the focus went: the focus belongs to the text of its clause again. */
  readonly onLeave: (unit: string) => void;
}

/** What the margin carries beside one clause: bookmarks as ribbons, notes as cards; mere highlights only when chosen. */
export const MarginNotes = memo(function MarginNotes(props: Props) {
  const { annotations, activeId, editing, knownTags, onActivate } = props;
  const text = useText();
  const events = useNoteEvents(props);
  const isShown = ({ id }: Annotation) => id === activeId || id === editing?.id;
  const ribbons = annotations.filter(({ annotation }) => isBareBookmark(annotation));
  const cards = annotations.filter(
    ({ annotation }) => isShown(annotation) || !(isBareHighlight(annotation) || isBareBookmark(annotation)),
  );
  if (ribbons.length + cards.length === 0) return null;
  return (
    <div role="group" className={styles.notes} aria-label={text('notes.margin')}>
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
        const { id } = placed.annotation;
        const isWritten = id === editing?.id;
        return (
          <NoteCard
            key={id}
            placed={placed}
            isActive={id === activeId}
            editing={isWritten ? editing.part : undefined}
            colorName={props.colorName}
            // The tags change with every key stroke somewhere: cards that are only read do not follow.
            knownTags={isWritten ? knownTags : NO_TAGS}
            events={events}
          />
        );
      })}
    </div>
  );
}, hasSameNotes);

const NO_TAGS: readonly TagCount[] = [];

/** The margin of a clause is drawn anew only for what is to be seen in it, whatever is active or written elsewhere. */
function hasSameNotes(before: Props, after: Props): boolean {
  const { activeId: _active, editing: _editing, knownTags: _tags, ...others } = after;
  const isIn = (props: Props, id: string | undefined) =>
    props.annotations.some(({ annotation }) => annotation.id === id);
  const activeIn = (props: Props) => (isIn(props, props.activeId) ? props.activeId : undefined);
  const editingIn = (props: Props) => (isIn(props, props.editing?.id) ? props.editing : undefined);
  return (
    (Object.keys(others) as (keyof typeof others)[]).every((key) => before[key] === after[key]) &&
    activeIn(before) === activeIn(after) &&
    editingIn(before) === editingIn(after) &&
    (editingIn(after) === undefined || before.knownTags === after.knownTags)
  );
}

/** The same functions from one rendering to the next, so that cards which do not change are not drawn anew. */
function useNoteEvents(props: Props): NoteEvents {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  return useMemo(
    () => ({
      onActivate: (id) => latest.current.onActivate(id),
      onEdit: (editing) => latest.current.onEdit(editing),
      onEndEdit: (id) => {
        // Another note may have been opened in the same moment.
        if (latest.current.editing?.id === id) latest.current.onEdit(undefined);
        latest.current.onEndEdit(id);
      },
      onChange: (id, patch) => latest.current.onChange(id, patch),
      onAddCounterpart: (id) => latest.current.onAddCounterpart(id),
      onDelete: (id) => latest.current.onDelete(id),
      onLeave: () => latest.current.onLeave(latest.current.unit),
    }),
    [],
  );
}
