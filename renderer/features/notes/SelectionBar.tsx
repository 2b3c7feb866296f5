import { useState } from 'react';
import {
  ANNOTATION_KINDS,
  HIGHLIGHT_COLORS,
  type HighlightColor,
} from '../../../core/annotation/annotation.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ActionMenu } from '../../components/ActionMenu.tsx';
import { useText } from '../../i18n/use-text.ts';
import { BulkTagDialog } from './BulkTagDialog.tsx';
import type { LibraryNotesState, NotesSummary } from './library-notes-state.ts';
import type { LibraryNotesStore } from './library-notes-store.ts';
import { countSelected } from './note-selection.ts';
import type { NotesEdit } from './notes-edit.ts';
import styles from './SelectionBar.module.css';

interface Props {
  readonly store: LibraryNotesStore;
  readonly state: LibraryNotesState;
  readonly summary: NotesSummary;
  readonly colorName: (color: HighlightColor) => string;
  readonly onEdit: (edit: NotesEdit) => void;
  /** Into the bin, or out of it for good. */
  readonly onRemove: () => void;
}

/** What can be done to all selected notes at once; there while any are selected. */
export function SelectionBar({ store, state, summary, colorName, onEdit, onRemove }: Props) {
  const text = useText();
  const [isTagging, setTagging] = useState(false);
  const count = countSelected(state.selection, summary.matching);
  const isBin = state.source === 'bin';
  return (
    <div className={styles.bar} data-empty={count === 0 ? '' : undefined}>
      {/* It stands before it has words: only then do screen readers hear them come. */}
      <span role="status" className={styles.count}>
        {count === 0 ? '' : text('library-notes.selected', { count })}
      </span>
      {count === 0 ? null : (
        <div role="toolbar" aria-label={text('library-notes.bulk')} className={styles.actions}>
          {isBin ? (
            <ActionButton onPress={() => onEdit({ type: 'restore' })}>
              {text('library-notes.restore')}
            </ActionButton>
          ) : (
            <>
              <ActionMenu
                label={text('notes.color')}
                items={HIGHLIGHT_COLORS.map((color) => ({ id: color, label: colorName(color) }))}
                onChoose={(color) => onEdit({ type: 'set-color', color })}
              />
              <ActionMenu
                label={text('notes.filter.kinds')}
                items={ANNOTATION_KINDS.map((kind) => ({ id: kind, label: text(`notes.kind.${kind}`) }))}
                onChoose={(kind) => onEdit({ type: 'set-kind', kind })}
              />
              <ActionButton onPress={() => setTagging(true)}>{text('notes.tags.add')}</ActionButton>
              {summary.facets.tags.length === 0 ? null : (
                <ActionMenu
                  label={text('library-notes.remove-tag')}
                  items={summary.facets.tags.map(({ tag }) => ({ id: tag, label: tag }))}
                  onChoose={(tag) => onEdit({ type: 'remove-tags', tags: [tag] })}
                />
              )}
              <ActionButton onPress={() => onEdit({ type: 'set-answered', isAnswered: true })}>
                {text('notes.answer')}
              </ActionButton>
            </>
          )}
          <ActionButton onPress={onRemove}>
            {text(isBin ? 'library-notes.erase' : 'notes.delete')}
          </ActionButton>
          {count === summary.matching ? null : (
            <ActionButton onPress={() => store.dispatch({ type: 'all-selected' })}>
              {text('library-notes.select-all', { count: summary.matching })}
            </ActionButton>
          )}
          <ActionButton onPress={() => store.dispatch({ type: 'selection-ended' })}>
            {text('library-notes.select-none')}
          </ActionButton>
        </div>
      )}
      {isTagging ? (
        <BulkTagDialog
          count={count}
          known={summary.facets.tags}
          onClose={() => setTagging(false)}
          onAdd={(tags) => {
            setTagging(false);
            onEdit({ type: 'add-tags', tags });
          }}
        />
      ) : null}
    </div>
  );
}
