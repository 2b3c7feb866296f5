import { useMemo, useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { deleteTag, renameTag, type WorkChanges } from '../../../core/annotation/bulk-edit.ts';
import { addTag, collectTags, MAX_TAG_LENGTH } from '../../../core/annotation/collect-tags.ts';
import type { Notebook } from '../../../core/annotation/notebook.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { SessionStep } from './notebook-session.ts';
import form from '../../components/FormField.module.css';
import styles from './RenameTagDialog.module.css';

interface Props {
  /** The notes of the whole library, by work id. */
  readonly notebooks: ReadonlyMap<string, Notebook>;
  /** The tag to begin with; the most used one if there is none. */
  readonly tag?: string;
  readonly onPerform: (step: SessionStep) => void;
  /** What a tag is called now; undefined where it was taken off every note. */
  readonly onRenamed: (from: string, to: string | undefined) => void;
  readonly onClose: () => void;
}

/** Gives a tag another name in every text, or takes it off every note; says beforehand how many that concerns. */
export function RenameTagDialog({ notebooks, tag, onPerform, onRenamed, onClose }: Props) {
  const text = useText();
  const known = useMemo(() => collectTags(Array.from(notebooks.values(), listNotes).flat()), [notebooks]);
  const [from, setFrom] = useState(tag ?? known[0]?.tag ?? '');
  const [typed, setTyped] = useState(from);
  const now = () => new Date().toISOString();
  const [to = ''] = addTag([], typed, []);
  const uses = useMemo(() => deleteTag(notebooks, from, ''), [notebooks, from]);
  const isMerging = to !== from && known.some((each) => each.tag === to);
  const perform = (label: 'rename-tag' | 'delete-tag', parts: readonly WorkChanges[]) => {
    onClose();
    if (parts.length === 0) return;
    onPerform({ label, parts });
    onRenamed(from, label === 'rename-tag' ? to : undefined);
  };
  const rename = () => perform('rename-tag', renameTag(notebooks, from, to, now()));

  return (
    <ModalDialog title={text('history.rename.title')} closeLabel={text('history.cancel')} onClose={onClose}>
      {known.length === 0 ? (
        <p className={styles.text}>{text('history.rename.none')}</p>
      ) : (
        <Form
          className={styles.form ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            if (to !== '' && to !== from) rename();
          }}
        >
          <label className={form.field}>
            <span className={form.label}>{text('history.rename.from')}</span>
            <select
              className={form.input}
              value={from}
              onChange={({ currentTarget }) => {
                setFrom(currentTarget.value);
                setTyped(currentTarget.value);
              }}
            >
              {known.map((each) => (
                <option key={each.tag}>{each.tag}</option>
              ))}
            </select>
          </label>
          <TextField
            autoFocus
            className={form.field ?? ''}
            value={typed}
            onChange={setTyped}
            maxLength={MAX_TAG_LENGTH}
          >
            <Label className={form.label ?? ''}>{text('history.rename.to')}</Label>
            <Input className={form.input ?? ''} />
          </TextField>
          <p className={styles.text} role="status">
            {text('history.rename.scope', {
              notes: uses.reduce((sum, { changes }) => sum + changes.length, 0),
              works: uses.length,
            })}{' '}
            {isMerging ? text('history.rename.merge') : ''}
          </p>
          <div className={styles.actions}>
            <ActionButton
              tone="danger"
              onPress={() => perform('delete-tag', deleteTag(notebooks, from, now()))}
            >
              {text('history.rename.delete')}
            </ActionButton>
            <ActionButton tone="primary" isDisabled={to === '' || to === from} onPress={rename}>
              {text('history.rename.confirm')}
            </ActionButton>
          </div>
        </Form>
      )}
    </ModalDialog>
  );
}

/** Those in the bin carry tags too. */
function listNotes({ annotations, bin }: Notebook) {
  return [...annotations, ...bin.map(({ annotation }) => annotation)];
}
