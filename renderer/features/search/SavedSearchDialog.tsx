import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { findSavedSearch, SEARCH_NAME_LENGTH } from '../../../core/settings/searches.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import form from '../../components/FormField.module.css';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './SavedSearchDialog.module.css';
import type { SearchMemory } from './search-memory.ts';

interface Props {
  readonly memory: SearchMemory;
  readonly query: string;
  readonly onClose: () => void;
}

/** Asks for the name a search is saved under; one that is saved can be renamed, or removed. */
export function SavedSearchDialog({ memory, query, onClose }: Props) {
  const text = useText();
  const saved = findSavedSearch(memory.searches, query);
  const [name, setName] = useState(saved?.name ?? query.slice(0, SEARCH_NAME_LENGTH));
  const save = () => {
    memory.save({ name, query });
    onClose();
  };
  return (
    <ModalDialog
      title={text(saved === undefined ? 'search.save.title' : 'search.saved.title')}
      closeLabel={text('shell.close')}
      onClose={onClose}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          autoFocus
          className={form.field ?? ''}
          value={name}
          onChange={setName}
          maxLength={SEARCH_NAME_LENGTH}
          onFocus={({ target }) => {
            if (target instanceof HTMLInputElement) target.select();
          }}
        >
          <Label className={form.label ?? ''}>{text('search.saved.name')}</Label>
          <Input className={form.input ?? ''} />
        </TextField>
        <p className={styles.query}>
          {text('search.saved.query')} <code>{query}</code>
        </p>
        <DialogFooter>
          {saved === undefined ? null : (
            <ActionButton
              tone="danger"
              onPress={() => {
                memory.remove(query);
                onClose();
              }}
            >
              {text('search.saved.remove')}
            </ActionButton>
          )}
          <ActionButton tone="primary" onPress={save}>
            {text(saved === undefined ? 'search.save' : 'search.saved.rename')}
          </ActionButton>
        </DialogFooter>
      </Form>
    </ModalDialog>
  );
}
