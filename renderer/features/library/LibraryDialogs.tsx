import { BinDialog } from './BinDialog.tsx';
import { DetailsDialog } from './DetailsDialog.tsx';
import { LibraryToast } from './LibraryToast.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import type { ShelfHandle } from './use-shelf.ts';

/** The dialogs about works while they are open, and what is said when they have closed. */
export function LibraryDialogs({ shelf }: { readonly shelf: ShelfHandle }) {
  const { dialog } = shelf;
  return (
    <>
      {dialog?.type === 'renaming' ? (
        <RenameDialog
          details={dialog.details}
          failure={dialog.failure}
          onRename={shelf.rename}
          onClose={shelf.close}
        />
      ) : dialog?.type === 'details' ? (
        <DetailsDialog details={dialog.details} onClose={shelf.close} />
      ) : dialog?.type === 'bin' ? (
        <BinDialog
          works={dialog.works}
          onRestore={shelf.restore}
          onErase={shelf.erase}
          onClose={shelf.close}
        />
      ) : null}
      <LibraryToast shelf={shelf} />
    </>
  );
}
