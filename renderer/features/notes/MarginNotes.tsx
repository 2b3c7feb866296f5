import { Bookmark } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Annotation, HighlightColor } from '../../../core/annotation/annotation.ts';
import type { TagCount } from '../../../core/annotation/collect-tags.ts';
import type { PlacedAnnotation } from '../../../core/annotation/place-annotations.ts';
import { useText } from '../../i18n/use-text.ts';
import { MoreNotes } from './MoreNotes.tsx';
import { isBareBookmark, isBareHighlight } from './note-ending.ts';
import type { NoteEditing, NoteEvents } from './note-events.ts';
import { NoteCard } from './NoteCard.tsx';
import { useLittleByLittle } from './use-little-by-little.ts';
import { windowCards } from './window-cards.ts';
import styles from './MarginNotes.module.css';

/** What can be done in the margin. */
export interface MarginNotesEvents extends Omit<NoteEvents, 'onLeave'> {
  /** What had the focus went: the focus belongs to the text of its clause again. */
  readonly onLeave: (unit: string) => void;
  readonly onShowMore: (unit: string) => void;
}

interface Props {
  readonly unit: string;
  /** The annotations of this unit, by place. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly activeId: string | undefined;
  readonly editing: NoteEditing | undefined;
  /** How many cards are shown, besides what is active or written. */
  readonly limit: number;
  readonly colorName: (color: HighlightColor) => string;
  /** The tags in use in the work, for completion. */
  readonly knownTags: readonly TagCount[];
  readonly events: MarginNotesEvents;
}

/** What the margin carries beside one clause: bookmarks as ribbons, notes as cards; mere highlights only when chosen. */
export function MarginNotes(props: Props) {
  const { unit, annotations, activeId, editing, limit, colorName, knownTags } = props;
  const text = useText();
  const events = useNoteEvents(props);
  const isShown = ({ id }: Annotation) => id === activeId || id === editing?.id;
  const ribbons = annotations.filter(({ annotation }) => isBareBookmark(annotation));
  const cards = annotations.filter(
    ({ annotation }) => isShown(annotation) || !(isBareHighlight(annotation) || isBareBookmark(annotation)),
  );
  const { shown, hiddenCount } = windowCards(cards, limit, ({ annotation }) => isShown(annotation));
  const granted = useLittleByLittle(shown.length);
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
              onPress={() => events.onActivate(isShown(annotation) ? undefined : annotation.id)}
            >
              <Bookmark size={16} strokeWidth={1.6} />
            </Button>
          ))}
        </div>
      )}
      {shown.map((placed, index) => {
        const { id } = placed.annotation;
        if (index >= granted && !isShown(placed.annotation)) return null;
        const isWritten = id === editing?.id;
        return (
          <NoteCard
            key={id}
            placed={placed}
            isActive={id === activeId}
            editing={isWritten ? editing.part : undefined}
            colorName={colorName}
            // The tags change with every key stroke somewhere: cards that are only read do not follow.
            knownTags={isWritten ? knownTags : NO_TAGS}
            events={events}
          />
        );
      })}
      {hiddenCount === 0 ? null : (
        <MoreNotes
          count={hiddenCount}
          onShow={() => props.events.onShowMore(unit)}
          onLeave={events.onLeave}
        />
      )}
    </div>
  );
}

const NO_TAGS: readonly TagCount[] = [];

/** The same functions from one rendering to the next, so that cards which do not change are not drawn anew. */
function useNoteEvents({ unit, editing, events }: Props): NoteEvents {
  const latest = useRef({ unit, editing, events });
  useEffect(() => {
    latest.current = { unit, editing, events };
  });
  return useMemo(
    () => ({
      onActivate: (id) => latest.current.events.onActivate(id),
      onEdit: (next) => latest.current.events.onEdit(next),
      onEndEdit: (id) => {
        // Another note may have been opened in the same moment.
        if (latest.current.editing?.id === id) latest.current.events.onEdit(undefined);
        latest.current.events.onEndEdit(id);
      },
      onChange: (id, patch, label) => latest.current.events.onChange(id, patch, label),
      onAddCounterpart: (id) => latest.current.events.onAddCounterpart(id),
      onDelete: (id) => latest.current.events.onDelete(id),
      onLeave: () => latest.current.events.onLeave(latest.current.unit),
    }),
    [],
  );
}
