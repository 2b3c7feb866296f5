import {
  bulkDelete,
  bulkEdit,
  bulkErase,
  bulkRestore,
  type WorkAnnotation,
  type WorkChanges,
} from '../../core/annotation/bulk-edit.ts';
import type { ChangeLabel } from '../../core/annotation/change-label.ts';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { NoteIdsOfWork } from '../../ipc/library-notes.ts';
import { succeed, type Result } from '../../ipc/result.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { LibraryNotesState } from '../features/notes/library-notes-state.ts';
import type { NoteSelection } from '../features/notes/note-selection.ts';
import type { NotebookSession } from '../features/notes/notebook-session.ts';
import type { NotesEdit } from '../features/notes/notes-edit.ts';

const LABELS: Readonly<Record<NotesEdit['type'], ChangeLabel>> = {
  'set-color': 'color',
  'set-kind': 'kind',
  'set-answered': 'answer',
  'add-tags': 'tag',
  'remove-tags': 'tag',
  delete: 'delete',
  restore: 'restore',
  erase: 'erase',
};

/** What editing notes of the list needs: the list they were selected in, and the notes themselves. */
export interface EditContext {
  readonly session: Pick<NotebookSession, 'loadNotebook' | 'perform'>;
  readonly findNoteIds: StudyBridge['requests']['findNoteIds'];
  readonly list: Pick<LibraryNotesState, 'source' | 'filter' | 'order'>;
  readonly locale: InterfaceLanguage;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** Does one thing to all selected notes, as one step that can be undone. Nothing is done if some cannot be read. */
export async function editSelectedNotes(
  context: EditContext,
  selection: NoteSelection,
  edit: NotesEdit,
): Promise<Result<null>> {
  const selected = await loadSelected(context, selection);
  if (!selected.ok) return selected;
  const parts = listChanges(selected.value, edit, context.now);
  return parts.length === 0 ? succeed(null) : context.session.perform({ label: LABELS[edit.type], parts });
}

function listChanges(
  annotations: readonly WorkAnnotation[],
  edit: NotesEdit,
  now: string,
): readonly WorkChanges[] {
  switch (edit.type) {
    case 'delete':
      return bulkDelete(annotations, now);
    case 'restore':
      return bulkRestore(annotations);
    case 'erase':
      return bulkErase(annotations);
    case 'set-color':
    case 'set-kind':
    case 'set-answered':
    case 'add-tags':
    case 'remove-tags':
      return bulkEdit(annotations, edit, now);
  }
}

/** The selected notes as they are now; those that went meanwhile are left out. */
async function loadSelected(
  { session, findNoteIds, list: { source, filter, order }, locale }: EditContext,
  selection: NoteSelection,
): Promise<Result<readonly WorkAnnotation[]>> {
  const found =
    selection.type === 'some'
      ? succeed(groupByWork(selection.notes))
      : await findNoteIds({ source, filter, order, locale });
  if (!found.ok) return found;
  const selected: WorkAnnotation[] = [];
  for (const { workId, ids } of found.value) {
    const notebook = await session.loadNotebook(workId);
    if (!notebook.ok) return notebook;
    const chosen = new Set(selection.type === 'some' ? ids : ids.filter((id) => !selection.ids.has(id)));
    const { annotations, bin } = notebook.value;
    const listed = source === 'bin' ? bin.map(({ annotation }) => annotation) : annotations;
    for (const annotation of listed) if (chosen.has(annotation.id)) selected.push({ workId, annotation });
  }
  return succeed(selected);
}

function groupByWork(notes: ReadonlyMap<string, string>): readonly NoteIdsOfWork[] {
  const groups = new Map<string, string[]>();
  for (const [id, workId] of notes) {
    const group = groups.get(workId);
    if (group === undefined) groups.set(workId, [id]);
    else group.push(id);
  }
  return [...groups].map(([workId, ids]) => ({ workId, ids }));
}
