/** Which notes of the list are selected. */
export type NoteSelection =
  /** These, with the work each belongs to. */
  | { readonly type: 'some'; readonly notes: ReadonlyMap<string, string> }
  /** All that the filter lets through, also those that were never fetched, but these. */
  | { readonly type: 'all-but'; readonly ids: ReadonlySet<string> };

/** A note as far as selecting is concerned. */
export interface SelectableNote {
  readonly id: string;
  readonly workId: string;
}

/** What a reader can do to the selection. */
export type SelectionAction =
  | { readonly type: 'note-toggled'; readonly note: SelectableNote }
  /** Takes notes in besides those that are selected. */
  | { readonly type: 'notes-added'; readonly notes: readonly SelectableNote[] }
  | { readonly type: 'all-selected' }
  | { readonly type: 'selection-ended' };

export const NOTHING_SELECTED: NoteSelection = { type: 'some', notes: new Map() };

/** The selection after an action. */
export function reduceSelection(selection: NoteSelection, action: SelectionAction): NoteSelection {
  switch (action.type) {
    case 'note-toggled':
      return isSelected(selection, action.note.id)
        ? leaveOut(selection, action.note)
        : takeIn(selection, [action.note]);
    case 'notes-added':
      return takeIn(selection, action.notes);
    case 'all-selected':
      return { type: 'all-but', ids: new Set() };
    case 'selection-ended':
      return NOTHING_SELECTED;
  }
}

/** Whether a note is selected. */
export function isSelected(selection: NoteSelection, id: string): boolean {
  return selection.type === 'some' ? selection.notes.has(id) : !selection.ids.has(id);
}

/** How many notes are selected, of as many as the filter lets through. */
export function countSelected(selection: NoteSelection, matching: number): number {
  return selection.type === 'some' ? selection.notes.size : Math.max(0, matching - selection.ids.size);
}

function takeIn(selection: NoteSelection, added: readonly SelectableNote[]): NoteSelection {
  if (selection.type === 'all-but') {
    const ids = new Set(selection.ids);
    for (const { id } of added) ids.delete(id);
    return { type: 'all-but', ids };
  }
  return {
    type: 'some',
    notes: new Map([...selection.notes, ...added.map(({ id, workId }): [string, string] => [id, workId])]),
  };
}

function leaveOut(selection: NoteSelection, { id }: SelectableNote): NoteSelection {
  if (selection.type === 'all-but') return { type: 'all-but', ids: new Set([...selection.ids, id]) };
  return { type: 'some', notes: new Map([...selection.notes].filter(([each]) => each !== id)) };
}
