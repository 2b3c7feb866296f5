import { SavedSearchDialog } from '../features/search/SavedSearchDialog.tsx';
import type { DeskHandle } from './use-desk.ts';

/** Asks for the name of a search while one is being saved or renamed; then the box has the keyboard again. */
export function SavedSearch({ desk }: { readonly desk: DeskHandle }) {
  const { memory, focus } = desk.search;
  const { editing } = memory;
  if (editing === undefined) return null;
  return (
    <SavedSearchDialog
      memory={memory}
      query={editing}
      onClose={() => {
        memory.edit(undefined);
        // A dialog that is still there takes the keyboard back.
        requestAnimationFrame(focus);
      }}
    />
  );
}
