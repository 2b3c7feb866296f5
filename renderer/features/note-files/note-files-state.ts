import type { ChosenNoteFile } from '../../../ipc/note-files.ts';
import type { Failure } from '../../../ipc/result.ts';

/** Which dialog about files of notes is open, and how far it has come. */
export type NoteFilesDialog =
  | { readonly type: 'export' }
  | {
      readonly type: 'import';
      readonly chosen: ChosenNoteFile;
      readonly step: 'asking' | 'working';
      /** Why the notes could not be added, or not be backed up before. */
      readonly failed: { readonly at: 'backup' | 'adding'; readonly failure: Failure } | undefined;
    };

/** What is said when a dialog has closed. */
export type NoteFilesNews =
  | { readonly type: 'exported'; readonly path: string; readonly count: number }
  | { readonly type: 'export-failed'; readonly failure: Failure }
  | { readonly type: 'unreadable'; readonly failure: Failure }
  | { readonly type: 'imported'; readonly count: number };

export interface NoteFilesState {
  readonly dialog: NoteFilesDialog | undefined;
  readonly news: NoteFilesNews | undefined;
}

export type NoteFilesAction =
  | { readonly type: 'export-asked' }
  | { readonly type: 'file-chosen'; readonly chosen: ChosenNoteFile }
  | { readonly type: 'adding' }
  | { readonly type: 'adding-failed'; readonly at: 'backup' | 'adding'; readonly failure: Failure }
  | { readonly type: 'ended'; readonly news: NoteFilesNews }
  | { readonly type: 'closed' }
  | { readonly type: 'news-dismissed' };

export const NO_NOTE_FILES: NoteFilesState = { dialog: undefined, news: undefined };

export function reduceNoteFiles(state: NoteFilesState, action: NoteFilesAction): NoteFilesState {
  const { dialog } = state;
  switch (action.type) {
    case 'export-asked':
      return { dialog: { type: 'export' }, news: undefined };
    case 'file-chosen':
      return {
        dialog: { type: 'import', chosen: action.chosen, step: 'asking', failed: undefined },
        news: undefined,
      };
    case 'adding':
      return dialog?.type === 'import'
        ? { ...state, dialog: { ...dialog, step: 'working', failed: undefined } }
        : state;
    case 'adding-failed': {
      const { at, failure } = action;
      return dialog?.type === 'import'
        ? { ...state, dialog: { ...dialog, step: 'asking', failed: { at, failure } } }
        : state;
    }
    case 'ended':
      return { dialog: undefined, news: action.news };
    case 'closed':
      // What is being added cannot be called off half-way; the dialog stays until it is there.
      return dialog?.type === 'import' && dialog.step === 'working' ? state : { ...state, dialog: undefined };
    case 'news-dismissed':
      return { ...state, news: undefined };
  }
}

/** How many notes a chosen file would bring in, newer versions and second versions included. */
export function countIncoming(chosen: ChosenNoteFile): number {
  return chosen.type === 'refused'
    ? 0
    : chosen.works.reduce((sum, { added, updated, conflicts }) => sum + added + updated + conflicts, 0);
}

/** Whether adding the notes of a file would change anything. */
export function hasChanges(chosen: ChosenNoteFile): boolean {
  return chosen.type === 'readable' && chosen.works.some(({ changes }) => changes.length > 0);
}

/** Whether it only adds to nothing (an import) or meets notes that are there (a merge): backups are named so. */
export function chooseReason(chosen: ChosenNoteFile): 'import' | 'merge' {
  const meets =
    chosen.type === 'readable' &&
    chosen.works.some(({ updated, conflicts, unchanged }) => updated + conflicts + unchanged > 0);
  return meets ? 'merge' : 'import';
}
