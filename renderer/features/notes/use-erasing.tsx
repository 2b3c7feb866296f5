import { useState, type ReactNode } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { NoteSelection } from './note-selection.ts';
import styles from './NotesScreen.module.css';

/** Asking before notes go for good. */
export interface Erasing {
  readonly ask: (selection: NoteSelection, count: number) => void;
  /** The question, while it stands. */
  readonly dialog: ReactNode;
}

export function useErasing(onErase: (selection: NoteSelection) => void): Erasing {
  const text = useText();
  const [asked, setAsked] = useState<{ readonly selection: NoteSelection; readonly count: number }>();
  const close = () => setAsked(undefined);
  return {
    ask: (selection, count) => setAsked({ selection, count }),
    dialog:
      asked === undefined ? null : (
        <ModalDialog
          title={text('library-notes.erase.title', { count: asked.count })}
          closeLabel={text('shell.close')}
          onClose={close}
        >
          <p>{text('library-notes.erase.text', { count: asked.count })}</p>
          <div className={styles.answers}>
            <ActionButton onPress={close} autoFocus>
              {text('library-notes.erase.keep')}
            </ActionButton>
            <ActionButton
              tone="danger"
              onPress={() => {
                close();
                onErase(asked.selection);
              }}
            >
              {text('library-notes.erase')}
            </ActionButton>
          </div>
        </ModalDialog>
      ),
  };
}
