import { useState } from 'react';
import type { TagCount } from '../../../core/annotation/collect-tags.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { TagPicker } from './TagPicker.tsx';
import styles from './NotesScreen.module.css';

interface Props {
  /** How many notes are tagged. */
  readonly count: number;
  readonly known: readonly TagCount[];
  readonly onAdd: (tags: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Asks for tags to be added to all selected notes. */
export function BulkTagDialog({ count, known, onAdd, onClose }: Props) {
  const text = useText();
  const [tags, setTags] = useState<readonly string[]>([]);
  return (
    <ModalDialog
      title={text('library-notes.add-tag.title', { count })}
      closeLabel={text('shell.close')}
      onClose={onClose}
    >
      <div className={styles.picking}>
        <TagPicker tags={tags} knownTags={known} onChange={setTags} autoFocus />
      </div>
      <div className={styles.answers}>
        <ActionButton onPress={onClose}>{text('library-notes.cancel')}</ActionButton>
        <ActionButton tone="primary" isDisabled={tags.length === 0} onPress={() => onAdd(tags)}>
          {text('notes.tags.add')}
        </ActionButton>
      </div>
    </ModalDialog>
  );
}
