import type { KeyboardEvent } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { PlacedAnnotation, Placement } from '../../../core/annotation/place-annotations.ts';
import type { Work } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import { useUnitLabel } from '../../i18n/use-unit-label.ts';
import { NoteRow } from './NoteRow.tsx';
import styles from './NoteList.module.css';

interface Props {
  readonly label: string;
  readonly work: Work;
  readonly notes: readonly PlacedAnnotation[];
  readonly colorName: (color: HighlightColor) => string;
  readonly onJump: (id: string, placement: Placement) => void;
  readonly onDelete: (id: string) => void;
}

/** A list of notes to walk through: arrow keys move, Enter or a press goes to the text, Delete deletes. */
export function NoteList({ label, work, notes, colorName, onJump, onDelete }: Props) {
  const text = useText();
  const unitLabel = useUnitLabel(work);
  const labelOf = ({ placements: [first] }: PlacedAnnotation) => {
    const unit = work.units.find(({ id }) => id === first?.unit);
    return unit === undefined ? undefined : unitLabel(unit);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || !(event.target instanceof HTMLElement)) return;
    const id = event.target.dataset['key'];
    if (id === undefined) return;
    event.preventDefault();
    onDelete(id);
  };
  return (
    // Capturing: the list itself would take the key for moving about.
    <div onKeyDownCapture={handleKeyDown}>
      <GridList
        aria-label={label}
        aria-description={text('notes.keys')}
        className={styles.list ?? ''}
        keyboardNavigationBehavior="tab"
        onAction={(key) => {
          const chosen = notes.find(({ annotation }) => annotation.id === key);
          const [first] = chosen?.placements ?? [];
          if (chosen !== undefined && first !== undefined) onJump(chosen.annotation.id, first);
        }}
      >
        {notes.map((placed) => {
          const { id, kind, targets, body } = placed.annotation;
          const quote = targets[0]?.selector[0].exact ?? '';
          return (
            <GridListItem
              key={id}
              id={id}
              textValue={`${text(`notes.card.${kind}`, { quote })} ${body}`}
              className={styles.item ?? ''}
            >
              <NoteRow
                placed={placed}
                unitLabel={labelOf(placed)}
                colorName={colorName}
                onDelete={() => onDelete(id)}
              />
            </GridListItem>
          );
        })}
      </GridList>
    </div>
  );
}
