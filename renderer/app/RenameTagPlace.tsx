import { useEffect, useState } from 'react';
import type { Notebook } from '../../core/annotation/notebook.ts';
import type { WorkSummary } from '../../ipc/contract.ts';
import type { Failure } from '../../ipc/result.ts';
import { ModalDialog } from '../components/ModalDialog.tsx';
import type { NotebookSession } from '../features/notes/notebook-session.ts';
import { RenameTagDialog } from '../features/notes/RenameTagDialog.tsx';
import { useText } from '../i18n/use-text.ts';

interface Props {
  readonly session: NotebookSession;
  readonly works: readonly WorkSummary[];
  /** The tag to begin with; the most used one if undefined. */
  readonly tag: string | undefined;
  readonly onRenamed: (from: string, to: string | undefined) => void;
  readonly onClose: () => void;
}

/** The renaming of tags, with the notes of the whole library. If one text's notes cannot be read, nothing is renamed. */
export function RenameTagPlace({ session, works, tag, onRenamed, onClose }: Props) {
  const text = useText();
  const [notebooks, setNotebooks] = useState<ReadonlyMap<string, Notebook>>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    let isLeft = false;
    const load = async () => {
      const loaded = new Map<string, Notebook>();
      for (const { id } of works) {
        const result = await session.loadNotebook(id);
        if (isLeft) return;
        if (!result.ok) return setFailure(result.failure);
        loaded.set(id, result.value);
      }
      setNotebooks(loaded);
    };
    void load();
    return () => {
      isLeft = true;
    };
  }, [session, works]);

  if (notebooks === undefined) {
    return (
      <ModalDialog title={text('history.rename.title')} closeLabel={text('history.cancel')} onClose={onClose}>
        <p role={failure === undefined ? 'status' : 'alert'}>
          {failure === undefined ? text('history.rename.loading') : text(`errors.${failure.code}`)}
        </p>
      </ModalDialog>
    );
  }
  return (
    <RenameTagDialog
      notebooks={notebooks}
      {...(tag === undefined ? {} : { tag })}
      onPerform={(step) => void session.perform(step)}
      onRenamed={onRenamed}
      onClose={onClose}
    />
  );
}
